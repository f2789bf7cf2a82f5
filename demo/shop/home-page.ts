import { html, type Markup } from './html.ts';
import { icon } from './icons.ts';
import type { Page } from './layout.ts';
import { productCard } from './product-card.ts';
import type { Store } from './store.ts';

const asked = ['return-policy', 'delivery-time', 'shipping-cost', 'warranty-length', 'order-tracking'];
const askedPaths: Readonly<Record<string, string>> = {
  'return-policy': '/returns',
  'delivery-time': '/shipping',
  'shipping-cost': '/shipping',
  'warranty-length': '/warranty',
  'order-tracking': '/track',
};

export function homePage(store: Store): Page {
  return {
    path: '/',
    title: 'Tidewire',
    description: store.say('home.text'),
    body: body(store),
    suggestions: ['shipping-cost', 'delivery-time', 'return-policy', 'warranty-length'],
    data: [
      {
        '@context': 'https://schema.org',
        '@type': 'Organization',
        name: 'Tidewire',
        legalName: store.facts.address.company,
        url: store.help.siteUrl,
        foundingDate: '2017',
        logo: `${store.help.siteUrl}/assets/icon.svg`,
        contactPoint: {
          '@type': 'ContactPoint',
          contactType: 'customer service',
          email: store.facts.email,
          telephone: store.facts.phone,
        },
      },
    ],
  };
}

function body(store: Store): Markup {
  const { zone } = store;
  const say = (name: string) => store.say(`home.${name}`);
  const promise = (mark: Markup, title: string, text: string) => html`<li>${mark}<h3>${title}</h3><p>${text}</p></li>`;
  const keep = (name: string, path: string) =>
    html`<li><h3>${say(`keep${name}`)}</h3><p>${say(`keep${name}Text`)}</p><a href="${store.address(path)}">${store.say('common.more')}<span class="hidden">: ${say(`keep${name}`)}</span></a></li>`;
  return html`
    <section class="hero">
      <div class="words">
        <h1>${say('title')}</h1>
        <div><p>${say('text')}</p><a class="button" href="#range">${say('action')}</a></div>
      </div>
      <img src="/images/desk.svg" alt="" width="1600" height="1000" fetchpriority="high">
    </section>
    <section class="range" id="range" aria-labelledby="range-title">
      <div class="heading"><h2 id="range-title">${say('range')}</h2><p>${say('rangeText')}</p></div>
      <ul class="cards">${store.products.map((product, index) => productCard(store, product, index < 3))}</ul>
    </section>
    <section class="keep" aria-labelledby="keep-title">
      <div class="inner">
        <div><h2 id="keep-title">${say('keep')}</h2><p>${say('keepText')}</p></div>
        <ul>${keep('Parts', '/parts')}${keep('Battery', '/products/sweep-r5')}${keep('Repair', '/repair')}</ul>
      </div>
    </section>
    <section class="promises">
      <ul>
        ${promise(icon.back, say('promiseTry'), say('promiseTryText'))}
        ${promise(
          icon.parcel,
          store.say('home.promiseDelivery', { freeFrom: store.moneyOf(zone.freeFrom) }),
          store.say('home.promiseDeliveryText', { days: store.days(zone) }),
        )}
        ${promise(icon.shield, say('promiseWarranty'), say('promiseWarrantyText'))}
        ${promise(icon.person, say('promisePeople'), say('promisePeopleText'))}
      </ul>
    </section>
    <section class="ask" aria-labelledby="ask-title">
      <div><h2 id="ask-title">${say('questions')}</h2><p>${say('questionsText')}</p>
        <button class="button" type="button" data-edge-agent-open>${store.say('common.ask')}</button></div>
      <ul class="links">${asked.map((id) => html`<li><a href="${store.address(askedPaths[id] ?? '/')}#${id}">${store.help.titles([id], store.locale)}</a></li>`)}</ul>
    </section>`;
}
