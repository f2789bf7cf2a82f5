import { tidyLine } from '../../src/content/page-markup/lines.ts';

const headings = 'h1,h2,h3,h4,h5,h6,[role="heading"],summary,dt,legend,button,[itemprop="name"]';
const mostPlaces = 500;
export const longestHeading = 300;

/** The page's headings and the like, each with the fragment that leads to it. */
export function placesOf(document: Document): { text: string; anchor: string }[] {
  return Array.from(document.querySelectorAll(headings))
    .slice(0, mostPlaces)
    .filter((element) => element.closest('edge-agent') === null)
    .map((element) => ({ text: textOfHeading(element), anchor: anchorOf(element) }));
}

export function textOfHeading(element: Element | null): string {
  return tidyLine(element?.textContent ?? '', longestHeading);
}

/**
 * The fragment that leads to a heading or summary: the id of it or of the block that it opens; without one a text
 * fragment of its words (https://wicg.github.io/scroll-to-text-fragment/), which needs no change to the page and works
 * for as long as the words stand there.
 */
export function anchorOf(heading: Element): string {
  const block = heading.parentElement;
  return idAnchor(heading) || (block?.firstElementChild === heading && idAnchor(block)) || textFragment(textOfHeading(heading));
}

/** `#id`, or empty. */
export function idAnchor(element: Element): string {
  const id = element.getAttribute('id');
  return id ? `#${encodeURIComponent(id)}` : '';
}

/** Long texts are found by their first words: a fragment matches whole words inside one block only. */
export function textFragment(line: string): string {
  const start = line.length > 80 ? tidyLine(line.slice(0, 80).replace(/\s\S*$/u, ''), 80) : line;
  return start === '' ? '' : `#:~:text=${encodeURIComponent(start).replaceAll('-', '%2D')}`;
}
