import type { PageFacts, PageMarkup } from '../../src/content/page-facts.ts';
import { canonicalLocale } from '../../src/language/locale.ts';
import { attempt } from './attempt.ts';
import { microdataItems } from './microdata.ts';
import { foldedQuestions, markedQuestions } from './page-questions.ts';
import { placesOf, textOfHeading } from './place.ts';

/** UTF-16 units of JSON-LD that are read of one page. */
const mostJson = 1_000_000;

/**
 * Reads what a page says of itself: `[data-edge-agent]` blocks and `<details>` as questions, schema.org data as it
 * stands. Changes nothing, stores nothing, and never throws: a part that cannot be read is
 * named on the console and left out.
 * @param url the page's address without its fragment
 */
export function readPage(document: Document, url: string): PageFacts {
  const questions = [...(attempt(() => markedQuestions(document)) ?? []), ...(attempt(() => foldedQuestions(document)) ?? [])];
  const locale = attempt(() => localeOf(document));
  const markup = attempt(() => markupOf(document));
  return { url, ...(locale && { locale }), questions, products: [], ...(markup && { markup }) };
}

function localeOf(document: Document): string | undefined {
  const declared = document.querySelector('meta[property="og:locale"]')?.getAttribute('content');
  return canonicalLocale(document.documentElement.lang) ?? canonicalLocale(declared ?? '');
}

function markupOf(document: Document): PageMarkup | undefined {
  let left = mostJson;
  const jsonLd = Array.from(
    document.querySelectorAll('script[type="application/ld+json" i]'),
    ({ textContent }) => textContent ?? '',
  ).filter(({ length }) => {
    left -= length;
    return left >= 0;
  });
  if (left < 0) console.warn(`edge-agent reads ${mostJson} characters of JSON-LD; this page has ${mostJson - left}.`);
  const items = microdataItems(document);
  if (jsonLd.length + items.length === 0) return undefined;
  return { jsonLd, items, title: textOfHeading(document.querySelector('h1')), places: placesOf(document) };
}
