import { html, type Markup, nothing, type Piece, when } from './html.ts';
import { infoPage, lookUp, table } from './info-page.ts';
import type { Page } from './layout.ts';
import { coverOf } from './product-card.ts';
import type { Store } from './store.ts';

/** The order that the order pages show: there is one in this shop. */
const sample = { number: 'TW-4821093', orderedOn: '2026-11-17', product: 'lark-2' };

export function cartPage(store: Store): Page {
  const { zone } = store;
  return {
    path: '/cart',
    title: store.say('pages.cart.title'),
    description: store.say('pages.cart.title'),
    isDrawnByScript: true,
    suggestions: ['shipping-cost', 'payment-methods', 'promo-code', 'delivery-time'],
    body: html`<div class="basket" data-cart="page">
      <h1>${store.say('pages.cart.title')}</h1>
      <p class="note" data-code="${store.say('checkout.code')}: #" hidden></p>
      <div class="nothing">
        <p class="lead">${store.say('cart.empty')}</p>
        <a class="button" href="${store.address('/#range')}">${store.say('cart.see')}</a>
      </div>
      <div class="something" hidden>
        <ul class="lines"></ul>
        ${totals(store)}
        <a class="button" href="${store.address('/checkout')}">${store.say('cart.checkout')}</a>
        <p class="note">${store.say('cart.note', { freeFrom: store.moneyOf(zone.freeFrom), fee: store.moneyOf(zone.fee) })}</p>
      </div>
      ${lineTemplate(store, true)}
      ${catalogue(store)}
    </div>`,
  };
}

export function checkoutPage(store: Store): Page {
  const say = (name: string, values: Record<string, string> = {}) => store.say(`checkout.${name}`, values);
  const express = store.facts.express.get(store.region.market);
  const { zone } = store;
  const field = (id: string, label: string, autocomplete: string, more: Piece = nothing) =>
    html`<label class="field-${id}">${label}<input id="${id}" autocomplete="${autocomplete}"${more}></label>`;
  return {
    path: '/checkout',
    title: store.say('pages.checkout.title'),
    description: store.say('pages.checkout.title'),
    trail: [{ title: store.say('pages.cart.title'), path: '/cart' }],
    isDrawnByScript: true,
    suggestions: ['payment-declined', 'payment-methods', 'promo-code', 'address-change', 'order-cancel'],
    body: html`<form class="checkout" action="#" data-demo>
      <div class="steps">
        <h1>${store.say('pages.checkout.title')}</h1>
        <fieldset><legend>${say('contact')}</legend>
          ${field('email', say('email'), 'email', html` type="email"`)}
          ${field('phone', say('phone'), 'tel', html` type="tel"`)}
        </fieldset>
        <fieldset><legend>${say('address')}</legend>
          ${field('name', say('name'), 'name')}
          ${field('street', say('street'), 'street-address')}
          ${field('postcode', say('postcode'), 'postal-code')}
          ${field('city', say('city'), 'address-level2')}
          <label class="field-country">${say('country')}<select id="country" autocomplete="country">${countries(store)}</select></label>
        </fieldset>
        <fieldset class="options"><legend>${say('method')}</legend>
          ${option('method', 'standard', say('standard'), store.days(zone), html`<span data-standard>${standardFee(store)}</span>`, true, zone.fee.amount)}
          ${express === undefined ? nothing : option('method', 'express', say('express'), store.say('delivery.expressDays', { days: express.days }), store.moneyOf(express.fee), false, express.fee.amount)}
        </fieldset>
        <fieldset class="options" id="payment"><legend>${say('payment')}</legend>
          ${option('payment', 'card', say('card'), 'Visa, Mastercard, American Express', nothing, true)}
          <div class="card-fields">
            ${field('number', say('number'), 'cc-number', html` inputmode="numeric"`)}
            ${field('expiry', say('expiry'), 'cc-exp', html` placeholder="MM/YY"`)}
            ${field('cvc', say('cvc'), 'cc-csc', html` inputmode="numeric"`)}
          </div>
          ${['PayPal', 'Apple Pay', 'Google Pay', ...store.region.payments].map((name) => option('payment', name, name, '', nothing, false))}
        </fieldset>
      </div>
      <aside class="summary" data-cart="summary" aria-labelledby="summary">
        <h2 id="summary">${say('summary')}</h2>
        <ul class="lines">${sampleLine(store)}</ul>
        <div class="code"><label for="code">${say('code')} <small>(${store.say('common.optional')})</small></label><div><input id="code" autocomplete="off"><button class="quiet" type="button" data-apply>${say('apply')}</button></div><p class="refused" role="alert" data-edge-agent-event="coupon.refused" hidden>${say('refused')}</p></div>
        ${totals(store)}
        <button class="button wide-button" type="submit" data-pay="${store.say('checkout.pay', { total: '#' })}">${say('pay', { total: store.money(sampleTotal(store)) })}</button>
        <p class="done" role="status" data-done="${say('done')}" data-failed="${say('failed')}"></p>
        <p class="note">${say('secure')}</p>
        <p class="note"><a href="${store.address('/cart')}">${say('edit')}</a></p>
      </aside>
      ${lineTemplate(store, false)}
      ${catalogue(store)}
    </form>`,
  };
}

function option(group: string, value: string, title: string, text: string, price: Piece, isChecked: boolean, fee?: number): Markup {
  return html`<label class="option"><input type="radio" name="${group}" value="${value}"${when(isChecked, ' checked')}${fee === undefined ? nothing : html` data-fee="${fee}"`}><span><strong>${title}</strong>${text === '' ? nothing : html` <small>${text}</small>`}</span><span class="price">${price}</span></label>`;
}

function countries(store: Store): Markup {
  const eu = ['AT', 'BE', 'DE', 'ES', 'FR', 'IE', 'IT', 'LU', 'NL', 'PL', 'PT', 'SE'];
  const codes = [...new Set([...store.facts.zones.flatMap((zone) => zone.countries), ...eu])];
  const named = codes.map((code) => [code, store.country(code)] as const).sort(([, a], [, b]) => a.localeCompare(b, store.locale));
  return html`${named.map(([code, name]) => html`<option value="${code}"${when(code === store.region.country, ' selected')}>${name}</option>`)}`;
}

/** The prices, the script's to fill in; before it does they stand for the sample order. */
function totals(store: Store): Markup {
  const price = samplePrice(store);
  return html`<dl class="totals" data-free-from="${store.zone.freeFrom.amount}" data-fee="${store.zone.fee.amount}" data-free="${store.say('delivery.free')}" data-goods="${price}">
    <div><dt>${store.say('cart.subtotal')}</dt><dd data-sum="goods">${store.money(price)}</dd></div>
    <div hidden><dt>${store.say('checkout.code')}</dt><dd data-sum="off"></dd></div>
    <div><dt>${store.say('cart.delivery')}</dt><dd data-sum="delivery">${standardFee(store)}</dd></div>
    ${store.region.taxIncluded ? nothing : html`<div><dt>${store.say('cart.tax')}</dt><dd>${store.say('cart.taxLater')}</dd></div>`}
    <div class="all"><dt>${store.say('cart.total')}${store.region.taxIncluded ? html` <small>${store.say('product.priceNote')}</small>` : nothing}</dt><dd data-sum="all">${store.money(sampleTotal(store))}</dd></div>
  </dl>`;
}

function samplePrice(store: Store): number {
  const product = store.products.find(({ id }) => id === sample.product);
  return product === undefined ? 0 : store.price(product);
}

function standardFee(store: Store): string {
  const { freeFrom, fee } = store.zone;
  return freeFrom.amount <= samplePrice(store) ? store.say('delivery.free') : store.moneyOf(fee);
}

function sampleTotal(store: Store): number {
  const price = samplePrice(store);
  return store.zone.freeFrom.amount <= price ? price : price + store.zone.fee.amount;
}

function sampleLine(store: Store): Piece {
  const product = store.products.find(({ id }) => id === sample.product);
  if (product === undefined) return nothing;
  const { image, colour } = coverOf(product);
  return html`<li class="line"><img src="${image}" alt="" width="96" height="96"><span class="what"><strong>${product.name}</strong> <small>${colour} × 1</small></span><span class="price">${store.money(store.price(product))}</span></li>`;
}

function lineTemplate(store: Store, isEditable: boolean): Markup {
  return html`<template><li class="line"><img alt="" width="96" height="96"><span class="what"><strong></strong> <small></small></span>${
    isEditable
      ? html`<label class="amount"><span class="hidden">${store.say('cart.quantity')}</span><input type="number" min="1" max="9"></label><button class="quiet remove" type="button">${store.say('cart.remove')}</button>`
      : nothing
  }<span class="price"></span></li></template>`;
}

/** All that can be in a cart, for the script. */
function catalogue(store: Store): Markup {
  return html`<div hidden>${store.products.flatMap((product) =>
    product.variants.map(
      ({ sku, image, colour }) =>
        html`<data value="${sku}" data-name="${product.name}" data-colour="${colour}" data-image="${image}" data-price="${store.price(product)}" data-href="${store.address(`/products/${product.id}`)}"></data>`,
    ),
  )}</div>`;
}

export function trackPage(store: Store): Page {
  const [carrier = ''] = store.zone.carriers;
  const steps = store.words.list('track.steps');
  return infoPage(store, 'track', {
    content: html`${lookUp(store)}
      <section class="status" aria-labelledby="status">
        <p class="kind">${store.say('track.example')}: <bdi>${sample.number}</bdi></p>
        <h2 id="status">${store.say('track.status')}</h2>
        <p>${store.say('track.parcel', { carrier })}. ${store.say('track.expected', arrival(store))}.</p>
        <p class="late" data-edge-agent-event="order.delayed" data-edge-agent-data='{"days": 2}'>${store.say('track.delayed')}</p>
        <ol class="way">${steps.map((step, index) => html`<li${when(index < 4, ' class="done"')}${when(index === 3, ' aria-current="step"')}>${step}</li>`)}</ol>
      </section>`,
  });
}

/** First and last day of the delivery window of the sample order. */
function arrival(store: Store): { from: string; to: string } {
  const { from, to, countsWeekends } = store.zone;
  const day = (count: number) => {
    const date = new Date(sample.orderedOn);
    for (let left = count; left > 0; ) {
      date.setUTCDate(date.getUTCDate() + 1);
      if (countsWeekends || (date.getUTCDay() !== 0 && date.getUTCDay() !== 6)) left -= 1;
    }
    return store.date(date.toISOString().slice(0, 10));
  };
  return { from: day(Math.max(from, 4)), to: day(Math.max(to, 5)) };
}

export function accountPages(store: Store): Page[] {
  const say = (name: string, values: Record<string, string> = {}) => store.say(`account.${name}`, values);
  const done = html`<p class="done" role="status" data-done="${store.say('common.done')}"></p>`;
  const account = { title: store.say('pages.account.title'), path: '/account' };
  const pages = [
    infoPage(store, 'account', {
      content: html`<form class="form" action="#" data-demo>
        <label>${say('email')}<input type="email" autocomplete="username"></label>
        <label>${say('password')}<input type="password" autocomplete="current-password"></label>
        <p class="row"><button class="button" type="submit">${say('signIn')}</button><button class="quiet" type="submit">${say('passkey')}</button></p>
        <p><a href="${store.address('/account/reset')}">${say('forgot')}</a></p>
        ${done}
      </form>
      <p class="note">${say('guest')}</p>`,
    }),
    infoPage(store, 'orders', {
      content: html`${table(
        [say('order'), say('date'), say('total'), say('status')],
        [
          [
            html`<bdi>${sample.number}</bdi>`,
            store.date(sample.orderedOn),
            store.money(samplePrice(store)),
            html`<a href="${store.address('/track')}">${say('sent')}</a>`,
          ],
          [
            html`<bdi>TW-4705518</bdi>`,
            store.date('2026-08-03'),
            store.money(store.price(store.products[5] ?? fail('no product'))),
            say('delivered'),
          ],
        ],
        store.say('track.example'),
      )}
      <p class="note" data-in-days="9" data-text="${say('renewal', { date: '#' })}" data-edge-agent-event="date.renewal" hidden></p>
      <p data-in-days="4" data-edge-agent-event="date.consumable"></p>`,
    }),
    infoPage(store, 'accountPrivacy', {
      content: html`<form class="form" action="#" data-demo>
        <h2>${say('export')}</h2><p>${say('exportText')}</p><button class="quiet" type="submit">${say('export')}</button>
        <h2>${say('delete')}</h2><p>${say('deleteText')}</p><button class="quiet danger" type="submit">${say('delete')}</button>
        ${done}
      </form>`,
      suggestions: ['account-delete', 'privacy-data'],
    }),
    infoPage(store, 'reset', {
      content: html`<form class="form" action="#" data-demo>
        <label>${say('email')}<input type="email" autocomplete="email" aria-describedby="reset-hint"></label>
        <p class="hint" id="reset-hint">${say('linkHint')}</p>
        <button class="button" type="submit">${say('sendLink')}</button>
        ${done}
      </form>`,
    }),
  ];
  return pages.map((page) => (page.path === '/account' ? page : { ...page, trail: [account] }));
}

function fail(message: string): never {
  throw new Error(message);
}

export function contactPage(store: Store): Page {
  const say = (name: string) => store.say(`contact.${name}`);
  const { email, phone, businessEmail, wechat, address } = store.facts;
  const hours = store.help.hours[store.locale] ?? '';
  return infoPage(store, 'contact', {
    suggestions: ['contact-human', 'physical-store', 'order-tracking'],
    content: html`<ul class="ways">
        <li><h2>${say('email')}</h2><p class="big"><a href="mailto:${email}"><bdi>${email}</bdi></a></p><p>${say('emailText')}</p></li>
        <li><h2>${say('phone')}</h2><p class="big"><a href="tel:${phone.replaceAll(' ', '')}"><bdi>${phone}</bdi></a></p><p>${hours}</p><p>${say('phoneText')}</p></li>
        ${store.locale === 'zh' ? html`<li><h2>微信</h2><p class="big">${wechat}</p><p>${say('wechatText')}</p></li>` : nothing}
        <li><h2>${say('showroom')}</h2><p class="big">${address.street}, ${address.place}</p><p>${say('showroomHours')}</p><p>${say('showroomText')}</p></li>
        <li><h2>${say('business')}</h2><p class="big"><a href="mailto:${businessEmail}"><bdi>${businessEmail}</bdi></a></p></li>
      </ul>
      <form class="form" action="#" data-demo>
        <h2>${say('form')}</h2>
        <p>${say('formText')}</p>
        <label>${say('name')}<input autocomplete="name"></label>
        <label>${store.say('checkout.email')}<input type="email" autocomplete="email"></label>
        <label>${say('order')} (${store.say('common.optional')})<input autocomplete="off" placeholder="TW-4821093"></label>
        <label>${say('message')}<textarea rows="5"></textarea></label>
        <button class="button" type="submit">${say('send')}</button>
        <p class="done" role="status" data-done="${store.say('common.done')}"></p>
      </form>`,
  });
}
