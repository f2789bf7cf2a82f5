import { html, type Markup } from './html.ts';
import type { Product, Variant } from './products.ts';
import type { Store } from './store.ts';

/** A product in a list: picture, name, what it is, price. */
export function productCard(store: Store, product: Product, isFirst = false): Markup {
  const { id, name, kind, short, variants } = product;
  return html`<li class="card">
    <a href="${store.address(`/products/${id}`)}">
      <img src="/images/${id}.svg" alt="" width="800" height="800"${isFirst ? html`` : html` loading="lazy"`}>
      <span class="text">
        <span class="kind">${kind}</span>
        <strong>${name}</strong>
        <span class="short">${short}</span>
      </span>
    </a>
    <p class="foot"><span class="price">${store.money(store.price(product))}</span>
      <span class="dots">${variants.map(({ sku, colour }) => html`<span class="dot ${swatchClass(sku)}" title="${colour}"></span>`)}</span></p>
  </li>`;
}

/** The colour of a variant as a class, because pages carry no inline styles. */
export function swatchClass(sku: string): string {
  return `swatch-${sku.slice(-3).toLowerCase()}`;
}

/** The variant that the product is drawn in. */
export function coverOf({ id, variants }: Product): Variant {
  const covers: Readonly<Record<string, string>> = { 'lark-2': 'KEL', 'sweep-r5': 'CHA', 'halo-lamp': 'COP', 'volt-65': 'CHA' };
  return variants.find(({ sku }) => sku.endsWith(covers[id] ?? 'SLA')) ?? variants[0];
}
