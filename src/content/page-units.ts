import type { Product } from '../journey/product.ts';
import { detectLanguage } from '../language/detect.ts';
import { type Locale, languageOf, languages } from '../language/locale.ts';
import type { PackedUnit } from '../pack/units-shard.ts';
import type { TextsOfUnit } from '../retrieve/index-words.ts';
import { type AnswerDocument, type Block, documentOf, inlineText, plainText } from './answer-document.ts';
import type { PageFacts } from './page-facts.ts';
import { productUnits } from './page-words/product-units.ts';
import { productOf } from './product-of.ts';

/** A unit made from the page, with the ways to ask for it. */
export interface PageUnit {
  readonly unit: PackedUnit;
  readonly texts: TextsOfUnit;
}

/** What a page tells in one locale. */
export interface PageTold {
  /** The language that the page's own words are in, where it can be told. */
  readonly own?: Locale;
  readonly units: readonly PageUnit[];
  /** What the page sells, in its own words. */
  readonly products?: readonly Product[];
}

/** Has a page's facts, their markup read, told in whatever locale. */
export function pageTeller(facts: PageFacts): (locale: Locale) => PageTold {
  const own = localeOfPage(facts);
  const products = facts.products.map(productOf);
  return (locale) => ({
    ...(own && { own }),
    units: pageUnits(facts, locale),
    ...(languageOf(own ?? locale) === languageOf(locale) && products.length > 0 && { products }),
  });
}

/**
 * The units that a page's own words amount to in one locale; ids start with `page:` and are the same in every locale.
 * The page's own questions stay in the page's language, so they are left out for a locale of another one. What markup
 * says of products is told in any of the nine languages.
 */
export function pageUnits(facts: PageFacts, locale: Locale): PageUnit[] {
  const pageLocale = localeOfPage(facts);
  const isOwn = pageLocale === undefined || languageOf(pageLocale) === languageOf(locale);
  const isSpoken = languages.some((language) => language === languageOf(locale));
  return [...(isOwn ? questionUnits(facts) : []), ...(isSpoken ? productUnits(facts, locale, pageLocale) : [])];
}

/**
 * The language that the page's own words are in: the declared one, unless the words are plainly in another script (a
 * template's `lang="en"` on a Chinese page); where none is declared, the one that they look like.
 */
export function localeOfPage({ locale, questions, products }: PageFacts): Locale | undefined {
  const words = [
    ...questions.flatMap(({ question, answer }) => [question, answer]),
    ...products.map(({ description = '' }) => description),
  ];
  const detected = detectLanguage(words.join('\n').slice(0, 2000));
  if (locale === undefined || detected === undefined) return locale ?? detected;
  const isLatin = (language: string) => ['en', 'es', 'de', 'fr', 'pt'].includes(language);
  return isLatin(languageOf(locale)) && !isLatin(detected) ? detected : locale;
}

function questionUnits({ url, questions }: PageFacts): PageUnit[] {
  return questions.map(({ question, answer, anchor }, index) => {
    const document = withLists(documentOf(answer));
    return {
      unit: { id: `page:question-${index + 1}`, title: question, answer: document, source: url + anchor },
      texts: { phrasings: [question], answer: plainText(document) },
    };
  });
}

/** Lines that start with "• " become lists. */
function withLists(lines: AnswerDocument): AnswerDocument {
  const blocks: Block[] = [];
  for (const line of lines) {
    const text = line.kind === 'paragraph' ? inlineText(line.content) : '';
    const last = blocks.at(-1);
    if (!text.startsWith('• ')) blocks.push(line);
    else {
      const item: AnswerDocument = [{ kind: 'paragraph', content: [text.slice(2)] }];
      if (last?.kind === 'list') blocks[blocks.length - 1] = { ...last, items: [...last.items, item] };
      else blocks.push({ kind: 'list', ordered: false, items: [item] });
    }
  }
  return blocks;
}
