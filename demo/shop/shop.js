// What the shop's pages do by themselves: colours, the cart, menus and forms.

import './stay-here.js';

const storageKey = 'tidewire-cart';
const most = 9;
const tipsKey = 'tidewire-tips';
const codeKey = 'tidewire-code';
/** The code that comes with the newsletter; no other is taken. */
const knownCode = 'welcome-5';
/** A card that ends so is refused, to show what happens then. */
const refusedCard = '0002';
const { currency = 'EUR', format = 'en', sign = 'symbol' } = document.body.dataset;

/** @returns {Record<string, number>} pieces by stock number; nothing is stored before something is put in */
function readCart() {
  try {
    const stored = JSON.parse(localStorage.getItem(storageKey) ?? '{}');
    return typeof stored === 'object' && stored !== null ? stored : {};
  } catch {
    return {};
  }
}

/** @param {Record<string, number>} cart */
function writeCart(cart) {
  try {
    if (Object.keys(cart).length === 0) localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, JSON.stringify(cart));
  } catch {
    // Storage is forbidden or full; the cart then ends with the page.
  }
  showCount(cart);
}

function money(amount) {
  return new Intl.NumberFormat(format, {
    style: 'currency',
    currency,
    currencyDisplay: sign,
    ...(Number.isInteger(amount) ? { minimumFractionDigits: 0 } : {}),
  }).format(amount);
}

/** Calls wait in the queue until the agent is there. */
function tellAgent(...call) {
  window.edgeAgent ??= { q: [] };
  window.edgeAgent.q.push(call);
}

function showCount(cart) {
  const count = Object.values(cart).reduce((sum, pieces) => sum + pieces, 0);
  if (count > 0) tellAgent('track', 'cart.changed', { items: count });
  const badge = document.querySelector('.count');
  badge.hidden = count === 0;
  badge.textContent = String(count);
  badge.ariaLabel = badge.dataset.label.replace('#', String(count));
}

function chooseColour(form) {
  const chosen = form.querySelector('[name="sku"]:checked');
  const isSoldOut = 'soldOut' in chosen.dataset;
  for (const picture of document.querySelectorAll('[data-picture]')) {
    const [, part = ''] = picture.getAttribute('src').split('#');
    picture.src = chosen.dataset.image + (part && `#${part}`);
    if (picture.dataset.alt) picture.alt = picture.dataset.alt.replace('#', chosen.dataset.colour);
  }
  form.querySelector('.in').hidden = isSoldOut;
  form.querySelector('.out').hidden = !isSoldOut;
  const button = form.querySelector('button');
  button.textContent = isSoldOut ? button.dataset.out : button.dataset.in;
  form.querySelector('.added').textContent = '';
}

function putInCart(form) {
  const chosen = form.querySelector('[name="sku"]:checked');
  const said = form.querySelector('.added');
  if ('soldOut' in chosen.dataset) {
    said.textContent = said.dataset.noted;
    return;
  }
  const cart = readCart();
  writeCart({ ...cart, [chosen.value]: Math.min(most, (cart[chosen.value] ?? 0) + 1) });
  const link = document.createElement('a');
  link.href = form.action;
  link.textContent = said.dataset.link;
  said.replaceChildren(`${said.dataset.added} `, link);
}

function drawCart(place) {
  const cart = readCart();
  const entries = Object.entries(cart).flatMap(([sku, pieces]) => {
    const thing = place.querySelector(`data[value="${CSS.escape(sku)}"]`);
    return thing === null ? [] : [{ sku, pieces, thing: thing.dataset }];
  });
  const isPage = place.dataset.cart === 'page';
  if (isPage) {
    place.querySelector('.nothing').hidden = entries.length > 0;
    place.querySelector('.something').hidden = entries.length === 0;
  }
  if (entries.length === 0) return;
  const template = place.querySelector('template');
  place.querySelector('.lines').replaceChildren(...entries.map((entry) => lineOf(template, entry, () => drawCart(place))));
  drawTotals(
    place,
    entries.reduce((sum, { pieces, thing }) => sum + pieces * Number(thing.price), 0),
  );
}

function lineOf(template, { sku, pieces, thing }, redraw) {
  const line = template.content.firstElementChild.cloneNode(true);
  line.querySelector('img').src = thing.image;
  line.querySelector('strong').textContent = thing.name;
  line.querySelector('.price').textContent = money(pieces * Number(thing.price));
  const input = line.querySelector('input');
  line.querySelector('small').textContent = input === null ? `${thing.colour} × ${pieces}` : thing.colour;
  if (input !== null) {
    const change = (count) => {
      const { [sku]: _, ...others } = readCart();
      writeCart(count > 0 ? { ...others, [sku]: Math.min(most, count) } : others);
      redraw();
    };
    input.value = String(pieces);
    input.ariaLabel = `${thing.name}, ${thing.colour}: ${input.parentElement.textContent}`;
    input.addEventListener('change', () => change(Math.max(1, Math.round(Number(input.value)) || 1)));
    line.querySelector('.remove').addEventListener('click', () => change(0));
  }
  return line;
}

function drawTotals(place, goods) {
  const totals = place.querySelector('.totals');
  const express = Number(document.querySelector('[name="method"][value="express"]:checked')?.dataset.fee ?? 0);
  const standard = goods >= Number(totals.dataset.freeFrom) ? 0 : Number(totals.dataset.fee);
  const delivery = express || standard;
  const show = (name, text) => {
    totals.querySelector(`[data-sum="${name}"]`).textContent = text;
  };
  const choice = document.querySelector('[data-standard]');
  if (choice !== null) choice.textContent = standard === 0 ? totals.dataset.free : money(standard);
  show('goods', money(goods));
  show('delivery', delivery === 0 ? totals.dataset.free : money(delivery));
  show('all', money(goods + delivery));
  const pay = document.querySelector('[data-pay]');
  if (pay !== null) pay.textContent = pay.dataset.pay.replace('#', money(goods + delivery));
}

/** A link to a folded question opens it. */
function unfold() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target instanceof HTMLDetailsElement) target.open = true;
}

addEventListener('hashchange', unfold);
unfold();

document.addEventListener('click', ({ target }) => {
  for (const drop of document.querySelectorAll('.drop[open]')) if (!drop.contains(target)) drop.open = false;
});
document.addEventListener('keydown', ({ key }) => {
  const drop = document.activeElement?.closest('.drop[open]');
  if (key !== 'Escape' || !drop) return;
  drop.open = false;
  drop.querySelector('summary').focus();
});

const buying = document.querySelector('.buy');
if (buying !== null) {
  buying.addEventListener('change', () => chooseColour(buying));
  buying.addEventListener('submit', (event) => {
    event.preventDefault();
    putInCart(buying);
  });
}

for (const place of document.querySelectorAll('[data-cart="page"], .checkout')) {
  drawCart(place);
  place.addEventListener('change', ({ target }) => {
    if (target.name === 'method') drawCart(place);
  });
}

for (const form of document.querySelectorAll('form[data-demo]')) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const said = form.querySelector('.done[role="status"]');
    const isRefused = form.querySelector('#number')?.value.replaceAll(' ', '').endsWith(refusedCard) === true;
    said.textContent = isRefused ? said.dataset.failed : said.dataset.done;
    if (form.matches('.checkout')) tellAgent('track', isRefused ? 'payment.failed' : 'order.placed', {});
  });
}

for (const button of document.querySelectorAll('[data-apply]')) {
  button.addEventListener('click', () => {
    const code = document.querySelector('#code').value.trim();
    document.querySelector('.refused').hidden = code === '' || code.toLowerCase() === knownCode;
  });
}

// What a nudge offers goes into the field of the checkout: at once where that is open, else when it is opened next.
function fillCode() {
  const field = document.querySelector('#code');
  if (field !== null) field.value = sessionStorage.getItem(codeKey) ?? field.value;
}
addEventListener('edge-agent-offer', ({ code }) => {
  sessionStorage.setItem(codeKey, code);
  fillCode();
});
fillCode();

for (const place of document.querySelectorAll('[data-in-days]')) {
  const date = new Date(Date.now() + Number(place.dataset.inDays) * 86_400_000);
  place.dataset.edgeAgentData = JSON.stringify({ on: date.toISOString().slice(0, 10) });
  if (place.dataset.text)
    place.textContent = place.dataset.text.replace('#', new Intl.DateTimeFormat(format, { dateStyle: 'long' }).format(date));
  place.hidden = false;
}

document.querySelector('#laptop')?.addEventListener('change', ({ target }) => {
  if (target.value !== '') tellAgent('track', 'laptop.state', { watts: Number(target.value) });
});

/** Whether tips are allowed: asked once, and kept only when it was answered. */
function askForTips() {
  const choice = document.querySelector('.tips');
  const kept = (() => {
    try {
      return localStorage.getItem(tipsKey);
    } catch {
      return null;
    }
  })();
  if (kept !== null) return tellAgent('setConsent', kept);
  choice.hidden = false;
  choice.addEventListener('click', ({ target }) => {
    if (!(target instanceof HTMLButtonElement)) return;
    choice.hidden = true;
    try {
      localStorage.setItem(tipsKey, target.value);
    } catch {
      // Forbidden: it is asked again on the next page.
    }
    tellAgent('setConsent', target.value);
  });
}

askForTips();
showCount(readCart());
