import type { Element, Root } from 'hast';
import { canonicalLocale, type Locale } from '../../language/locale.ts';
import { attribute, elementsNamed, wordsOf } from './html-tree.ts';

/** What a page says of itself and its site. */
export interface PageDetails {
  /** Its own address: what it names as canonical, else where it was fetched. */
  readonly url?: string;
  /** Where relative addresses start. */
  readonly base?: string;
  readonly locale?: Locale;
  readonly title: string;
  readonly siteName?: string;
  /** Addresses of the same page in other locales. */
  readonly alternates: readonly string[];
  /** ISO 8601 date. */
  readonly updated?: string;
  readonly emails: readonly string[];
  readonly phones: readonly string[];
}

/** @param address where the page was fetched; left out for a file */
export function pageDetails(root: Root, address: string | undefined): PageDetails {
  const links = elementsNamed(root, 'link');
  const linked = (rel: string) => links.filter((link) => (attribute(link, 'rel') ?? '').split(/\s+/).includes(rel));
  const canonical = linked('canonical').map((link) => attribute(link, 'href'))[0] ?? metaOf(root, 'og:url');
  const url = resolved(canonical, address) ?? address;
  const base = resolved(elementsNamed(root, 'base').map((each) => attribute(each, 'href'))[0], address ?? url) ?? address ?? url;
  const locale = localeOf(root);
  const siteName = metaOf(root, 'og:site_name') ?? metaOf(root, 'application-name');
  const updated = metaOf(root, 'article:modified_time') ?? metaOf(root, 'og:updated_time');
  return {
    ...(url === undefined ? {} : { url }),
    ...(base === undefined ? {} : { base }),
    ...(locale === undefined ? {} : { locale }),
    title: elementsNamed(root, 'title').map((title) => wordsOf(title))[0] ?? '',
    ...(siteName === undefined ? {} : { siteName }),
    alternates: linked('alternate').flatMap((link) =>
      attribute(link, 'hrefLang') === undefined ? [] : (resolved(attribute(link, 'href'), base) ?? []),
    ),
    ...(updated !== undefined && /^\d{4}-\d\d-\d\d/.test(updated) ? { updated: updated.slice(0, 10) } : {}),
    ...contactsOf(root),
  };
}

/** Only pages of the web are addresses; `undefined` for others. Without its fragment. */
export function resolved(address: string | undefined, base?: string): string | undefined {
  const trimmed = address?.trim();
  if (trimmed === undefined || trimmed === '' || !URL.canParse(trimmed, base)) return undefined;
  const url = new URL(trimmed, base);
  url.hash = '';
  return /^https?:$/.test(url.protocol) ? url.href : undefined;
}

export function metaOf(root: Root, name: string): string | undefined {
  const meta = elementsNamed(root, 'meta').find((each) => attribute(each, 'property') === name || attribute(each, 'name') === name);
  const content = meta === undefined ? undefined : attribute(meta, 'content')?.replace(/\s+/g, ' ').trim();
  return content === '' ? undefined : content;
}

function localeOf(root: Root): Locale | undefined {
  const [html] = elementsNamed(root, 'html');
  const tag = (html === undefined ? undefined : (attribute(html, 'lang') ?? attribute(html, 'xmlLang'))) ?? metaOf(root, 'og:locale');
  return tag === undefined ? undefined : canonicalLocale(tag);
}

function contactsOf(root: Root): Pick<PageDetails, 'emails' | 'phones'> {
  const addresses = elementsNamed(root, 'a').map((link: Element) => attribute(link, 'href')?.trim() ?? '');
  const after = (scheme: string) => [
    ...new Set(addresses.filter((each) => each.toLowerCase().startsWith(scheme)).map((each) => unescaped(each.slice(scheme.length)))),
  ];
  return {
    emails: after('mailto:').filter((each) => /^[^\s@?]+@[^\s@?]+$/.test(each)),
    phones: after('tel:').filter((each) => /\d{3}/.test(each)),
  };
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text.split('?', 1)[0] ?? '').trim();
  } catch {
    return text;
  }
}
