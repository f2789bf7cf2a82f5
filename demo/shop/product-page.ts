import { html, type Markup, type Piece, when } from './html.ts';
import { icon } from './icons.ts';
import type { Page } from './layout.ts';
import { coverOf, productCard, swatchClass } from './product-card.ts';
import { productData } from './product-data.ts';
import type { Product } from './products.ts';
import type { Store } from './store.ts';

/** The part of the drawing that the second picture shows, in its coordinates. */
const closeUps: Readonly<Record<string, string>> = {
  'lark-2': '150,210,440,440',
  'sweep-r5': '210,230,400,400',
  'nomad-ax': '350,330,360,360',
  'folio-7': '300,90,380,380',
  'halo-lamp': '330,160,320,320',
  'volt-65': '190,180,380,380',
};

const related: Readonly<Record<string, readonly string[]>> = {
  'lark-2': ['volt-65', 'nomad-ax', 'folio-7'],
  'sweep-r5': ['halo-lamp', 'lark-2', 'volt-65'],
  'nomad-ax': ['volt-65', 'lark-2', 'folio-7'],
  'folio-7': ['halo-lamp', 'lark-2', 'volt-65'],
  'halo-lamp': ['volt-65', 'folio-7', 'sweep-r5'],
  'volt-65': ['nomad-ax', 'lark-2', 'folio-7'],
};

const suggestions: Readonly<Record<string, readonly string[]>> = {
  'lark-2': ['lark-2-pairing', 'lark-2-one-side', 'lark-2-water', 'lark-2-battery-life'],
  'sweep-r5': ['sweep-r5-wifi', 'sweep-r5-carpets', 'sweep-r5-error-codes', 'sweep-r5-mop-pads'],
  'nomad-ax': ['nomad-ax-hotel-wifi', 'nomad-ax-power', 'nomad-ax-vpn'],
  'folio-7': ['folio-7-formats', 'folio-7-transfer', 'folio-7-library'],
  'halo-lamp': ['halo-lamp-colour-temperature', 'halo-lamp-flicker', 'halo-lamp-smart-home'],
  'volt-65': ['volt-65-laptops', 'volt-65-ports', 'volt-65-hot'],
};

export function productPage(store: Store, product: Product): Page {
  return {
    path: `/products/${product.id}`,
    title: product.name,
    description: product.short,
    body: body(store, product),
    trail: [{ title: store.say('common.products'), path: '/#range' }],
    data: [productData(store, product)],
    product: product.id,
    suggestions: [...(suggestions[product.id] ?? []), 'delivery-time', 'return-policy', 'warranty-length'],
  };
}

function body(store: Store, product: Product): Markup {
  const { id, name, description, highlights, specs, inTheBox } = product;
  const others = (related[id] ?? []).flatMap((other) => store.products.find((each) => each.id === other) ?? []);
  return html`
    <article class="product">
      <div class="buying">
        ${gallery(store, product)}
        <div class="panel">${buyPanel(store, product)}</div>
      </div>
      <section class="story">
        <p class="description">${description}</p>
        <ul class="highlights">${highlights.map((text) => html`<li>${text}</li>`)}</ul>
      </section>
      <section class="data" aria-labelledby="specs">
        <h2 id="specs">${store.say('product.specs')}</h2>
        <dl>${specs.map(({ label, value }) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>
      </section>
      <section class="data" aria-labelledby="box">
        <h2 id="box">${store.say('product.box')}</h2>
        <ul class="box">${inTheBox.map((thing) => html`<li>${thing}</li>`)}</ul>
      </section>
      <section class="data" aria-labelledby="help">
        <h2 id="help">${store.say('product.help', { product: name })}</h2>
        <ul class="links">
          ${store.help.titlesAbout(id, store.locale).map((entry) => html`<li><a href="${store.address(`/support/${id}`)}#${entry.id}">${entry.title}</a></li>`)}
          <li><a href="${store.address(`/support/${id}`)}"><strong>${store.say('product.allHelp', { product: name })}</strong></a></li>
        </ul>
      </section>
    </article>
    <section class="range" aria-labelledby="related">
      <div class="heading"><h2 id="related">${store.say('product.related')}</h2></div>
      <ul class="cards">${others.map((other) => productCard(store, other))}</ul>
    </section>`;
}

function gallery(store: Store, product: Product): Markup {
  const { id, name } = product;
  const { image, colour } = coverOf(product);
  return html`<div class="gallery" role="group" tabindex="0" aria-label="${store.say('product.pictures')}">
    <img src="${image}" alt="${store.say('product.whole', { product: name, colour })}" width="800" height="800" fetchpriority="high" data-picture data-alt="${store.say('product.whole', { product: name, colour: '#' })}">
    <img src="${image}#svgView(viewBox(${closeUps[id]}))" alt="${store.say('product.detail', { product: name })}" width="800" height="800" data-picture>
    <img src="/images/${id}-size.svg" alt="${store.say('product.size', { product: name })}" width="800" height="800">
  </div>`;
}

function buyPanel(store: Store, product: Product): Markup {
  const { id, name, kind, short, rating, variants } = product;
  const { zone, region, facts } = store;
  const say = (key: string, values: Record<string, string> = {}) => store.say(`product.${key}`, values);
  const price = store.price(product);
  const cover = coverOf(product);
  const terms = { days: store.days(zone), fee: store.moneyOf(zone.fee), freeFrom: store.moneyOf(zone.freeFrom) };
  const care = facts.carePrice(id, region.currency);
  const point = (mark: Markup, text: string, path: string): Piece => html`<li>${mark}<a href="${store.address(path)}">${text}</a></li>`;
  return html`
    <p class="kind">${kind}</p>
    <h1>${name}</h1>
    <p class="short">${short}</p>
    <p class="rating">${icon.star}<span>${say('rating', { value: store.number(rating.value) })} · ${say('ratings', { count: store.number(rating.count) })}</span></p>
    <p class="money"><strong>${store.money(price)}</strong> <span>${say('priceNote')}</span></p>
    <form class="buy" action="${store.address('/cart')}" data-name="${name}">
      <fieldset class="colours">
        <legend>${say('colour')}</legend>
        ${variants.map(
          (variant) =>
            html`<label><input type="radio" name="sku" value="${variant.sku}"${when(variant === cover, ' checked')} data-image="${variant.image}" data-colour="${variant.colour}"${when(!variant.isInStock, ' data-sold-out')}><span class="dot ${swatchClass(variant.sku)}"></span><span>${variant.colour}</span></label>`,
        )}
      </fieldset>
      <p class="stock"><span class="in">${say('inStock')}</span><span class="out" data-edge-agent-event="stock.out" hidden>${say('outOfStock')}, ${say('restock')}</span></p>
      <button class="button wide-button" type="submit" data-in="${say('buy')}" data-out="${say('notify')}">${say('buy')}</button>
      <p class="added" role="status" data-added="${say('added', { product: name })}" data-noted="${say('notifyHint')} ${store.say('common.done')}" data-link="${say('toCart')}"></p>
    </form>
    <ul class="points">
      ${point(icon.parcel, say(price >= zone.freeFrom.amount ? 'freeDelivery' : 'paidDelivery', terms), '/shipping')}
      ${point(icon.back, say('returns'), '/returns')}
      ${point(icon.shield, say('warranty'), '/warranty')}
      ${point(icon.part, say('parts'), '/parts')}
      ${facts.careSoldIn.includes(region.market) && care !== undefined ? point(icon.care, say('care', { price: store.money(care) }), '/care') : undefined}
    </ul>
    ${id === 'volt-65' ? laptopChoice(store) : undefined}
    <button class="quiet" type="button" data-edge-agent-open>${say('ask', { product: name })}</button>`;
}

/** What the visitor's laptop asks for, which the page reports to the agent. */
function laptopChoice(store: Store): Markup {
  const watts = [30, 45, 65, 100, 140];
  return html`<p><label>${store.say('product.laptop')} <select id="laptop"><option></option>${watts.map(
    (each) => html`<option value="${each}">${store.number(each)} W</option>`,
  )}</select></label></p>`;
}
