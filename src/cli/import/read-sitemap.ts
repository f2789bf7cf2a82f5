import type { FetchDocument } from './fetch-politely.ts';
import type { Skipped } from './found-pair.ts';
import { elementsIn, isElement, PageError, parentsIn, parsePage, wordsOf } from './html-tree.ts';

export interface SitemapPages {
  readonly urls: readonly string[];
  readonly skipped: readonly Skipped[];
}

/** Sitemap indexes may list indexes; beyond this many levels they go in circles. */
const deepestIndex = 3;
const mostSitemaps = 100;

export function isSitemap(text: string): boolean {
  const start = text.slice(0, 10_000).replace(/<!--[\s\S]*?-->/g, '');
  return /^\s*(?:<\?[^>]*>\s*)*<(?:\w+:)?(?:urlset|sitemapindex)\b/i.test(start);
}

/**
 * The pages of a sitemap, through sitemap indexes. Addresses of other sites are left out.
 * @param address where it was fetched; undefined for a file: then the first address tells the site
 */
export async function readSitemap(text: string, address: string | undefined, fetchDocument: FetchDocument): Promise<SitemapPages> {
  const skipped: Skipped[] = [];
  const urls = new Set<string>();
  const read = new Set<string>();
  let site = address;
  const visit = async (document: string, depth: number): Promise<void> => {
    const { pages, sitemaps } = locationsOf(document);
    site ??= pages[0] ?? sitemaps[0];
    for (const url of pages) {
      if (isOfSite(url, site)) urls.add(url);
      else skipped.push({ from: url, reason: 'it is of another site than the sitemap' });
    }
    for (const url of sitemaps) {
      if (read.has(url)) continue;
      read.add(url);
      if (!isOfSite(url, site)) skipped.push({ from: url, reason: 'it is of another site than the sitemap' });
      else if (depth >= deepestIndex || read.size > mostSitemaps) skipped.push({ from: url, reason: 'there are too many sitemaps' });
      else {
        try {
          await visit((await fetchDocument(url)).text, depth + 1);
        } catch (thrown) {
          if (!(thrown instanceof PageError)) throw thrown;
          skipped.push({ from: url, reason: thrown.message });
        }
      }
    }
  };
  await visit(text, 0);
  return { urls: [...urls], skipped };
}

function locationsOf(text: string): { pages: string[]; sitemaps: string[] } {
  // An HTML parser reads it, as sitemaps in the wild are not always well-formed; it knows no CDATA.
  const root = parsePage(text.replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, '$1').replace(/<\?xml[^>]*>/i, ''));
  const parents = parentsIn(root);
  const pages: string[] = [];
  const sitemaps: string[] = [];
  for (const element of elementsIn(root)) {
    const name = element.tagName.split(':').pop();
    const parent = parents.get(element);
    const owner = isElement(parent) ? parent.tagName.split(':').pop() : undefined;
    if (name !== 'loc' || element.tagName.startsWith('image:') || element.tagName.startsWith('video:')) continue;
    const address = wordsOf(element);
    if (!URL.canParse(address)) continue;
    if (owner === 'sitemap') sitemaps.push(new URL(address).href);
    else pages.push(new URL(address).href);
  }
  return { pages, sitemaps };
}

/** The same host, or one below it; `www.` does not count. */
function isOfSite(url: string, site: string | undefined): boolean {
  if (site === undefined || !URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) return false;
  const host = new URL(site).hostname.replace(/^www\./, '');
  const { hostname } = new URL(url);
  return hostname === host || hostname.endsWith(`.${host}`);
}
