import type { FoundPair } from './found-pair.ts';
import type { ReadPage } from './pairs-of-page.ts';

/**
 * Gives the pairs of pages that call one another translations (`hreflang`) common keys: by their anchors where both pages
 * have them, else by their order where both have as many.
 * @returns the pairs of all pages, and for each page that was joined by order alone a line that says so
 */
export function joinTranslations(pages: readonly ReadPage[]): { pairs: FoundPair[]; notes: string[] } {
  const byUrl = new Map(pages.flatMap((page) => (page.details.url === undefined ? [] : [[addressKey(page.details.url), page] as const])));
  const firstOf = new Map<ReadPage, ReadPage>();
  const notes: string[] = [];
  const pairs = pages.flatMap((page) => {
    const others = page.details.alternates.flatMap((url) => byUrl.get(addressKey(url)) ?? []).filter((other) => other !== page);
    const first = others.map((other) => firstOf.get(other)).find((each) => each !== undefined) ?? page;
    firstOf.set(page, first);
    if (others.length === 0) return page.pairs;
    if (first === page) return keyed(page, page);
    const joined = keyed(page, first);
    if (joined.some(({ anchor }) => anchor === undefined) && joined.some(({ key }) => key !== undefined)) {
      notes.push(
        `${page.details.url} was joined with ${first.details.url} by the order of the questions; look whether they belong together`,
      );
    }
    return joined;
  });
  return { pairs, notes };
}

function keyed(page: ReadPage, first: ReadPage): FoundPair[] {
  const anchors = new Set(first.pairs.map(({ anchor }) => anchor).filter((anchor) => anchor !== undefined));
  const byAnchor = page.pairs.filter(({ anchor }) => anchor !== undefined && anchors.has(anchor)).length * 2 > page.pairs.length;
  if (!byAnchor && page.pairs.length !== first.pairs.length) return [...page.pairs];
  return page.pairs.map((pair, index) => {
    if (!byAnchor) return { ...pair, key: `${first.details.url} ${first.pairs[index]?.anchor ?? index}` };
    return pair.anchor === undefined || !anchors.has(pair.anchor) ? pair : { ...pair, key: `${first.details.url} ${pair.anchor}` };
  });
}

function addressKey(url: string): string {
  return url
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/#.*$/, '')
    .replace(/\/$/, '');
}
