import { html, jsonLd, type Markup, nothing, type Piece, when } from './html.ts';
import { icon } from './icons.ts';
import { type Region, regions } from './regions.ts';
import { addressIn, countryName, type Store } from './store.ts';
import type { Words } from './words.ts';

/** One page of a store. */
export interface Page {
  /** In the store, such as `/returns`. */
  readonly path: string;
  readonly title: string;
  readonly description: string;
  readonly body: Markup;
  /** Pages between the home page and this one. */
  readonly trail?: readonly { readonly title: string; readonly path: string }[];
  readonly data?: readonly unknown[];
  readonly product?: string;
  /** Units whose titles the agent suggests on this page. */
  readonly suggestions?: readonly string[];
  /** The page fills itself from the cart before it is first shown. */
  readonly isDrawnByScript?: boolean;
}

/** @param servers addresses of other servers that pages talk to */
export function cspWith(...servers: readonly (string | undefined)[]): string {
  const origins = servers.flatMap((address) => (address === undefined ? [] : [new URL(address).origin]));
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    ["connect-src 'self'", ...origins].join(' '),
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "require-trusted-types-for 'script'",
    "trusted-types edge-agent lit-html 'allow-duplicates'",
  ].join('; ');
}

export const accent = '#0e7186';

const helpPaths = ['shipping', 'customs', 'payments', 'returns', 'invoices', 'track'];
const servicePaths = ['warranty', 'care', 'repair', 'parts', 'recycling', 'safety'];
const companyPaths = ['about', 'contact', 'business', 'student', 'giftCards', 'pricePromise', 'privacy'];

/** Where the pages of `pages` in the texts stand, other than under their own name. */
const paths: Readonly<Record<string, string>> = {
  giftCards: '/gift-cards',
  pricePromise: '/price-promise',
  sweepDock: '/sweep-dock',
  orders: '/account/orders',
  accountPrivacy: '/account/privacy',
  reset: '/account/reset',
};

export function pathOf(name: string): string {
  return paths[name] ?? `/${name}`;
}

/** The whole document of a page. */
export function documentOf(store: Store, page: Page, words: ReadonlyMap<string, Words>): Markup {
  const { locale, region } = store;
  const title = page.path === '/' ? `Tidewire – ${store.say('tagline')}` : `${page.title} – Tidewire`;
  return html`<!doctype html>
<html lang="${locale}" dir="${locale === 'ar' ? 'rtl' : 'ltr'}">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${cspWith(store.agent.relay, store.agent.orders)}">
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
    <title>${title}</title>
    <meta name="description" content="${page.description}">
    <meta name="color-scheme" content="light dark">
    <meta name="theme-color" content="#fbfaf7" media="(prefers-color-scheme: light)">
    <meta name="theme-color" content="#121618" media="(prefers-color-scheme: dark)">
    <meta property="og:site_name" content="Tidewire">
    <meta property="og:title" content="${page.title}">
    <link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="/assets/shop.css?v=${store.assets}">
    <link rel="canonical" href="${store.help.siteUrl}${store.address(page.path)}">
    ${regions.map((other) => html`<link rel="alternate" hreflang="${other.locale}" href="${store.help.siteUrl}${addressIn(other.locale, page.path)}">`)}
    <link rel="alternate" hreflang="x-default" href="${store.help.siteUrl}${page.path}">
    <script src="/assets/shop.js?v=${store.assets}" type="module"${when(page.isDrawnByScript === true, ' blocking="render"')}></script>
    ${dataOf(store, page).map(jsonLd)}
  </head>
  <body data-currency="${region.currency}" data-format="${region.format}" data-sign="${store.currencyDisplay}" data-home="${store.address('/')}">
    <a class="skip" href="#content">${store.say('common.skip')}</a>
    ${header(store, page, words)}
    <main id="content" tabindex="-1">
      ${trail(store, page)}
      ${page.body}
    </main>
    ${tipsChoice(store)}
    ${footer(store, page, words)}
    ${agentScript(store, page)}
  </body>
</html>
`;
}

/** Asks once whether the agent may offer help by itself; the script shows it, and keeps the answer. */
function tipsChoice(store: Store): Markup {
  return html`<section class="tips" aria-label="${store.say('common.help')}" hidden>
    <p>${store.say('tips.text')}</p>
    <p class="row"><button class="button" type="button" value="granted">${store.say('tips.yes')}</button><button class="quiet" type="button" value="denied">${store.say('tips.no')}</button></p>
  </section>`;
}

function agentScript({ agent, region, locale, help, words }: Store, { product, suggestions = [] }: Page): Markup {
  const titles = help.titles(suggestions, locale).slice(0, 4).join('|');
  return html`<script src="${agent.src}" integrity="${agent.integrity}" crossorigin="anonymous" async data-pack="/pack/manifest.json" data-heading="${words.say('agent.heading')}" data-greeting="${words.say('agent.greeting')}"${
    product === undefined ? nothing : html` data-product="${product}"`
  }${agent.relay === undefined ? nothing : html` data-relay="${agent.relay}" data-site-key="pk_tidewire"`} data-market="${region.market}" data-accent="${accent}"${titles === '' ? nothing : html` data-suggestions="${titles}"`}></script>`;
}

function dataOf(store: Store, { trail: steps = [], data = [], path, title }: Page): unknown[] {
  if (path === '/') return [...data];
  const all = [{ title: store.say('common.home'), path: '/' }, ...steps, { title, path }];
  return [
    ...data,
    {
      '@context': 'https://schema.org',
      '@type': 'BreadcrumbList',
      itemListElement: all.map((step, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        name: step.title,
        item: store.help.siteUrl + store.address(step.path),
      })),
    },
  ];
}

function trail(store: Store, { trail: steps = [], path, title }: Page): Piece {
  if (path === '/') return nothing;
  const links = [{ title: store.say('common.home'), path: '/' }, ...steps];
  return html`<nav class="trail" aria-label="${store.say('common.path')}"><ol>
    ${links.map((step) => html`<li><a href="${store.address(step.path)}">${step.title}</a></li>`)}
    <li aria-current="page">${title}</li>
  </ol></nav>`;
}

function header(store: Store, page: Page, words: ReadonlyMap<string, Words>): Markup {
  const here = (path: string) => when(path === page.path, ' aria-current="page"');
  const links = html`
    ${store.products.map(({ id, name }) => html`<li><a href="${store.address(`/products/${id}`)}"${here(`/products/${id}`)}>${name}</a></li>`)}
    <li class="apart"><a href="${store.address('/support')}"${here('/support')}>${store.say('common.support')}</a></li>`;
  return html`<header>
    <p class="notice"><a href="${store.address('/returns')}">${store.say('common.notice')} <span>${store.say('common.noticeLink')}</span></a></p>
    <div class="bar">
      <a class="brand" href="${store.address('/')}"${here('/')}>${icon.mark}<span>Tidewire</span></a>
      <nav class="wide" aria-label="${store.say('common.main')}"><ul>${links}</ul></nav>
      <details class="drop region">
        <summary>${icon.globe}<span class="code" lang="${store.locale}">${store.say('language')}</span><span class="hidden">, ${store.say('common.region')}</span></summary>
        ${regionList(store, page, words)}
      </details>
      ${signInList(store)}
      <a class="cart" href="${store.address('/cart')}"${here('/cart')}>${icon.cart}<span class="hidden">${store.say('common.cart')}</span><span class="count" data-label="${store.say('common.inCart', { count: '#' })}" hidden></span></a>
      <details class="drop menu">
        <summary>${icon.menu}<span class="hidden">${store.say('common.menu')}</span></summary>
        <nav aria-label="${store.say('common.main')}"><ul>${links}</ul></nav>
      </details>
    </div>
  </header>`;
}

/** The demo's customers to play; the script fills the list. */
function signInList(store: Store): Piece {
  const { orders } = store.agent;
  if (orders === undefined) return nothing;
  return html`<details class="drop customer" data-orders="${orders}" data-sign-out="${store.say('account.signOut')}">
        <summary>${icon.person}<span class="name">${store.say('account.signIn')}</span></summary>
        <ul></ul>
      </details>`;
}

function regionList({ locale }: Store, { path }: Page, words: ReadonlyMap<string, Words>): Markup {
  return html`<ul>
    ${regions.map(
      (other) =>
        html`<li><a href="${addressIn(other.locale, path)}" hreflang="${other.locale}" lang="${other.locale}"${when(other.locale === locale, ' aria-current="true"')}><span>${words.get(other.locale)?.say('language')}</span> <small>${countryOf(other, words)} · ${other.currency}</small></a></li>`,
    )}
  </ul>`;
}

function countryOf(region: Region, words: ReadonlyMap<string, Words>): string {
  return region.country === 'CN' ? (words.get(region.locale)?.say('delivery.mainlandChina') ?? '') : countryName(region, region.country);
}

function footer(store: Store, page: Page, words: ReadonlyMap<string, Words>): Markup {
  const column = (title: string, names: readonly string[]) => html`<div>
    <h2>${title}</h2>
    <ul>${names.map((name) => html`<li><a href="${store.address(pathOf(name))}">${store.say(`pages.${name}.title`)}</a></li>`)}</ul>
  </div>`;
  const { company, street, place } = store.facts.address;
  return html`<footer>
    <nav class="columns" aria-label="Tidewire">
      <div>
        <h2>${store.say('common.products')}</h2>
        <ul>${store.products.map(({ id, name }) => html`<li><a href="${store.address(`/products/${id}`)}">${name}</a></li>`)}</ul>
      </div>
      ${column(store.say('common.help'), helpPaths)}
      ${column(store.say('common.service'), servicePaths)}
      ${column(store.say('common.company'), companyPaths)}
    </nav>
    <form class="newsletter" action="#" data-demo>
      <h2>${store.say('newsletter.title')}</h2>
      <p>${store.say('newsletter.text')}</p>
      <p class="row"><input type="email" name="email" autocomplete="email" aria-label="${store.say('checkout.email')}" placeholder="${store.say('checkout.email')}" required><button class="quiet" type="submit">${store.say('newsletter.join')}</button></p>
      <p class="done" role="status" data-done="${store.say('common.done')}"></p>
    </form>
    <nav class="regions" aria-label="${store.say('common.region')}">${regionList(store, page, words)}</nav>
    <p class="legal"><span>${company}, ${street}, ${place}, ${store.country('NL')}</span> <span>${store.say('common.demo')}</span></p>
  </footer>`;
}
