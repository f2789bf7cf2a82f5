import type { PageFacts } from '../../src/content/page-facts.ts';
import { readMarkup } from '../../src/content/page-markup/read-markup.ts';
import { readPage } from './read-page.ts';

/**
 * What a page says of itself, its markup read. Never throws: what cannot be read is named on the console and left out.
 * @param url the page's address without its fragment
 */
export function pageFacts(document: Document, url: string): PageFacts {
  const { facts, problems } = readMarkup(readPage(document, url));
  if (problems.length > 0) console.warn(`edge-agent could not read all of ${url}:\n${problems.join('\n')}`);
  return facts;
}
