import type { Zone } from './facts.ts';
import { html, type Markup, nothing } from './html.ts';
import { infoPage, lookUp, table } from './info-page.ts';
import { type Page, pathOf } from './layout.ts';
import { searchForm } from './search-page.ts';
import type { Store } from './store.ts';

/** The pages of the help that need nothing but their words and tables. */
export function infoPages(store: Store): Page[] {
  return [
    infoPage(store, 'shipping', { content: zoneTable(store) }),
    infoPage(store, 'customs'),
    infoPage(store, 'payments', { content: payments(store) }),
    infoPage(store, 'returns'),
    infoPage(store, 'warranty', { isOpen: true }),
    infoPage(store, 'care', { content: careTable(store) }),
    infoPage(store, 'repair', { content: repairTable(store) }),
    infoPage(store, 'parts', { content: partTable(store) }),
    infoPage(store, 'safety'),
    infoPage(store, 'recycling'),
    infoPage(store, 'invoices', { content: lookUp(store) }),
    infoPage(store, 'business', { content: mailLink(store.facts.businessEmail) }),
    infoPage(store, 'student'),
    infoPage(store, 'giftCards'),
    infoPage(store, 'pricePromise'),
    infoPage(store, 'app'),
    infoPage(store, 'send'),
    infoPage(store, 'sweepDock', { content: html`<div id="hot"></div>` }),
    infoPage(store, 'privacy', {
      content: html`<ul class="plain">${store.words.list('privacy').map((line) => html`<li>${line}</li>`)}</ul>${mailLink(store.facts.privacyEmail)}`,
    }),
    aboutPage(store),
    ...store.products.map(({ id, name, short }) => ({
      ...infoPage(store, `support/${id}`, {
        title: store.say('product.help', { product: name }),
        lead: short,
        product: id,
        content: html`<p class="with-picture"><img src="/images/${id}.svg" alt="" width="120" height="120"><a href="${store.address(`/products/${id}`)}">${name}</a></p>`,
      }),
    })),
  ];
}

export function supportPage(store: Store): Page {
  const topics = [
    'shipping',
    'track',
    'returns',
    'payments',
    'customs',
    'invoices',
    'warranty',
    'repair',
    'parts',
    'care',
    'guides',
    'account',
    'contact',
  ];
  return {
    path: '/support',
    title: store.say('pages.support.title'),
    description: store.say('pages.support.lead'),
    suggestions: ['order-tracking', 'return-how', 'warranty-claim', 'contact-human'],
    body: html`<div class="hub">
      <h1>${store.say('pages.support.title')}</h1>
      <p class="lead">${store.say('pages.support.lead')}</p>
      <p><button class="button" type="button" data-edge-agent-open>${store.say('common.ask')}</button></p>
      ${searchForm(store)}
      <div id="hot"></div>
      <ul class="tiles">${store.products.map(
        ({ id, name, kind }) =>
          html`<li><a href="${store.address(`/support/${id}`)}"><img src="/images/${id}.svg" alt="" width="200" height="200"><strong>${name}</strong><span>${kind}</span></a></li>`,
      )}</ul>
      <ul class="topics">${topics.map(
        (name) =>
          html`<li><a href="${store.address(pathOf(name))}"><strong>${store.say(`pages.${name}.title`)}</strong><span>${store.say(`pages.${name}.lead`)}</span></a></li>`,
      )}</ul>
    </div>`,
  };
}

function aboutPage(store: Store): Page {
  return infoPage(store, 'about', {
    content: html`<img class="wide-picture" src="/images/desk.svg" alt="" width="1600" height="1000">
      ${store.words.list('about').map((text) => html`<p>${text}</p>`)}`,
  });
}

function zoneTable(store: Store): Markup {
  const say = (name: string) => store.say(`delivery.${name}`);
  const places = ({ countries }: Zone) =>
    countries.length === 0
      ? say('restOfEu')
      : new Intl.ListFormat(store.locale, { type: 'conjunction', style: 'narrow' }).format(countries.map((code) => store.country(code)));
  // The visitor's own zone comes first.
  const zones = [store.zone, ...store.facts.zones.filter((zone) => zone !== store.zone)];
  return html`${table(
    [say('to'), say('time'), say('fee'), say('freeFrom'), say('carriers')],
    zones.map((zone) => [places(zone), store.days(zone), store.moneyOf(zone.fee), store.moneyOf(zone.freeFrom), zone.carriers.join(', ')]),
    say('zones'),
  )}<p class="note">${say('zonesNote')}</p>`;
}

function payments({ region }: Store): Markup {
  return html`<ul class="badges">${['Visa', 'Mastercard', 'American Express', 'PayPal', 'Apple Pay', 'Google Pay', ...region.payments].map((name) => html`<li>${name}</li>`)}</ul>`;
}

function partTable(store: Store): Markup {
  const { partsCurrency } = store.region;
  const prices = store.facts.partPrices(partsCurrency);
  return table(
    [store.say('parts.part'), store.say('parts.price')],
    store.words.list('parts.list').map((part, index) => [part, store.money(prices[index] ?? 0, partsCurrency)]),
    store.say('pages.parts.title'),
  );
}

function repairTable(store: Store): Markup {
  const { partsCurrency } = store.region;
  const prices = store.facts.repairPrices(partsCurrency);
  return table(
    [store.say('parts.repair'), store.say('parts.price')],
    store.words.list('parts.repairs').map((repair, index) => [repair, store.money(prices[index] ?? 0, partsCurrency)]),
    store.say('pages.repair.title'),
  );
}

function careTable(store: Store): Markup {
  const { currency, partsCurrency } = store.region;
  const inOwn = currency === 'GBP' || currency === 'CNY' || currency === 'EUR' ? currency : partsCurrency;
  return table(
    [store.say('parts.product'), store.say('parts.priceCare')],
    store.products.map(({ id, name }) => [name, store.money(store.facts.carePrice(id, inOwn) ?? 0, inOwn)]),
    store.say('pages.care.title'),
  );
}

function mailLink(address: string): Markup {
  return address === '' ? nothing : html`<p><a class="quiet" href="mailto:${address}">${address}</a></p>`;
}
