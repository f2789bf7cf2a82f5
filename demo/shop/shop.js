// What the shop's pages do by themselves: colours, the cart, menus and forms.

import './stay-here.js';

const storageKey = 'tidewire-cart';
const most = 9;
const tipsKey = 'tidewire-tips';
const codeKey = 'tidewire-code';
const customerKey = 'tidewire-customer';
/** The code that comes with the newsletter, and its share of the goods; no other is taken. */
const knownCode = 'welcome-5';
const codeShare = 0.05;
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
    const said = place.querySelector('[data-code]');
    said.textContent = said.dataset.code.replace('#', readCode);
    said.hidden = readCode() === '';
    place.querySelector('.nothing').hidden = entries.length > 0;
    place.querySelector('.something').hidden = entries.length === 0;
  }
  if (entries.length === 0) {
    // The checkout of an empty cart shows an order as an example.
    if (!isPage) drawTotals(place, Number(place.querySelector('.totals').dataset.goods));
    return;
  }
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
  const off = discountOn(goods);
  const show = (name, text) => {
    totals.querySelector(`[data-sum="${name}"]`).textContent = text;
  };
  const choice = document.querySelector('[data-standard]');
  if (choice !== null) choice.textContent = standard === 0 ? totals.dataset.free : money(standard);
  show('goods', money(goods));
  show('off', money(-off));
  totals.querySelector('[data-sum="off"]').parentElement.hidden = off === 0;
  show('delivery', delivery === 0 ? totals.dataset.free : money(delivery));
  show('all', money(goods - off + delivery));
  const pay = document.querySelector('[data-pay]');
  if (pay !== null) pay.textContent = pay.dataset.pay.replace('#', money(goods - off + delivery));
}

/** What the code that was put in takes off, rounded to the currency's smallest coin. */
function discountOn(goods) {
  if (readCode().toLowerCase() !== knownCode) return 0;
  const { maximumFractionDigits } = new Intl.NumberFormat(format, { style: 'currency', currency }).resolvedOptions();
  return Number((goods * codeShare).toFixed(maximumFractionDigits));
}

function readCode() {
  try {
    return sessionStorage.getItem(codeKey) ?? '';
  } catch {
    return '';
  }
}

/** @param {string} code the code for this order, empty for none; it holds until the tab is closed */
function putIn(code) {
  try {
    sessionStorage.setItem(codeKey, code);
  } catch {
    // Forbidden: what is said of the code holds, the totals stay as they are.
  }
  const field = document.querySelector('#code');
  if (field !== null && code !== '') field.value = code;
  for (const place of document.querySelectorAll('.checkout')) drawCart(place);
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
    if (form.matches('.newsletter')) tellAgent('track', 'newsletter.joined', {});
    if (form.matches('.checkout')) tellAgent('track', isRefused ? 'payment.failed' : 'order.placed', {});
  });
}

for (const button of document.querySelectorAll('[data-apply]')) {
  button.addEventListener('click', () => {
    const code = document.querySelector('#code').value.trim();
    const isKnown = code.toLowerCase() === knownCode;
    document.querySelector('.refused').hidden = code === '' || isKnown;
    putIn(isKnown ? code : '');
  });
}

// What a nudge offers goes into the checkout: at once where that is open, else the cart shows that it is kept for it.
addEventListener('edge-agent-offer', ({ code }) => {
  putIn(code);
  if (document.querySelector('#code') === null) location.assign(document.querySelector('a.cart').href);
});
if (readCode() !== '') putIn(readCode());

/** Leaves what has all the words that were searched for. */
function search(list) {
  const words = new URLSearchParams(location.search).get('q')?.trim() ?? '';
  if (words === '') return;
  document.querySelector('main [name="q"]').value = words;
  const wanted = wordsOf(words);
  let found = 0;
  for (const item of list.children) {
    const text = plain(item.textContent);
    item.hidden = wanted.length === 0 || !wanted.every((word) => text.includes(word));
    if (!item.hidden) found += 1;
  }
  const said = document.querySelector('[data-nothing]');
  said.textContent =
    found > 0
      ? said.dataset.found.replace('#', () => new Intl.NumberFormat(format).format(found))
      : said.dataset.nothing.replace('#', () => words);
  if (found === 0) tellAgent('track', 'search.failed', {});
}

function wordsOf(text) {
  const segmenter = new Intl.Segmenter(document.documentElement.lang, { granularity: 'word' });
  return [...segmenter.segment(plain(text))].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);
}

/** Small letters without their marks. */
function plain(text) {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

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

/**
 * Plays one of the shop's customers until the tab is closed: on each page the shop's server says anew who that is, for the
 * relay, and what it knows of them.
 */
async function signIn(place) {
  const ask = async (path, body) => {
    const post = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
    const response = await fetch(place.dataset.orders + path, body && post);
    return response.json();
  };
  const entry = (text, act) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = text;
    button.addEventListener('click', () => {
      act();
      location.reload();
    });
    const item = document.createElement('li');
    item.append(button);
    return item;
  };
  const email = sessionStorage.getItem(customerKey);
  const list = place.querySelector('ul');
  if (email === null) {
    const customers = await ask('customers');
    list.replaceChildren(...customers.map((each) => entry(each.name, () => sessionStorage.setItem(customerKey, each.email))));
    return;
  }
  const { identity, name, events } = await ask('sign-in', { email });
  place.classList.add('in');
  place.querySelector('.name').textContent = name;
  list.replaceChildren(entry(place.dataset.signOut, () => sessionStorage.removeItem(customerKey)));
  document.querySelector('script[data-site-key], script[data-pack]').dataset.customerToken = identity;
  document.querySelector('edge-agent')?.setAttribute('customer-token', identity);
  for (const event of events) tellAgent('track', ...event);
}

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

// First whether tips are welcome: nothing that is told before counts for them.
askForTips();
showCount(readCart());
for (const list of document.querySelectorAll('[data-searched]')) search(list);
// Where storage is forbidden or the server is not there, nobody is signed in.
for (const place of document.querySelectorAll('.customer')) signIn(place).catch((thrown) => console.warn('nobody can sign in:', thrown));
