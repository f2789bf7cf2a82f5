import { fill } from '../../answer/phrases/phrases.ts';
import { type Locale, languageOf } from '../../language/locale.ts';
import { type AnswerDocument, documentOf } from '../answer-document.ts';
import type { PageProduct } from '../page-facts.ts';
import { paragraph } from './blocks.ts';
import type { Formats } from './formats.ts';
import type { PageWords, PropertyKind } from './page-words.ts';
import { expand } from './phrasings.ts';
import { kindOf, namesOf, waysOf } from './property-kinds.ts';
import type { Topic } from './topic.ts';

/**
 * What a product is, its properties, maker, rating and numbers.
 * @param foreign language of the page's own words where it is not the one that is spoken
 */
export function detailTopics(product: PageProduct, words: PageWords, formats: Formats, foreign: Locale | undefined): Topic[] {
  return [
    descriptionTopic(product, words, formats, foreign),
    specificationsTopic(product, words),
    ratingTopic(product, words, formats),
    brandTopic(product, words),
    numberTopic(product, words),
    ...propertyTopics(product, words),
  ].flatMap((topic) => topic ?? []);
}

function descriptionTopic(
  { description }: PageProduct,
  words: PageWords,
  formats: Formats,
  foreign: Locale | undefined,
): Topic | undefined {
  if (description === undefined) return undefined;
  const { ask, labels, say } = words;
  const told = documentOf(description);
  const answer: AnswerDocument =
    foreign === undefined
      ? told
      : [paragraph(fill(say.inLanguage, { language: formats.language(languageOf(foreign)) })), { kind: 'quote', content: told }];
  return { id: 'description', label: labels.description, ways: expand(ask.description), answer, isNamed: false };
}

function ratingTopic({ name, rating }: PageProduct, { ask, labels, say }: PageWords, formats: Formats): Topic | undefined {
  if (rating === undefined) return undefined;
  const count = rating.count === undefined ? '' : ` (${formats.number(rating.count)})`;
  const value = `${formats.number(rating.value)} / ${formats.number(rating.best)}${count}`;
  return {
    id: 'rating',
    label: labels.rating,
    ways: expand(ask.rating),
    answer: labelled(name, [[labels.rating, value]], say),
    isNamed: true,
  };
}

function brandTopic({ name, brand, maker }: PageProduct, { ask, labels, say }: PageWords): Topic | undefined {
  const answer = labelled(
    name,
    [
      [labels.brand, brand],
      [labels.maker, maker],
    ],
    say,
  );
  return answer.length === 0
    ? undefined
    : { id: 'brand', label: labels.brand, ways: [labels.maker, ...expand(ask.brand)], answer, isNamed: true };
}

function numberTopic({ name, sku, mpn, gtin }: PageProduct, { ask, labels, say }: PageWords): Topic | undefined {
  const answer = labelled(
    name,
    [
      ['SKU', sku],
      ['MPN', mpn],
      ['GTIN', gtin],
    ],
    say,
  );
  return answer.length === 0
    ? undefined
    : { id: 'number', label: labels.number, ways: ['SKU', 'MPN', 'GTIN', 'EAN', ...expand(ask.number)], answer, isNamed: true };
}

/** A line for each value that there is. */
function labelled(
  name: string,
  values: readonly (readonly [label: string, value: string | undefined])[],
  say: PageWords['say'],
): AnswerDocument {
  return values.flatMap(([label, value]) => (value === undefined ? [] : [paragraph(`${name} – ${label}${say.colon}${value}`)]));
}

function specificationsTopic({ name, properties }: PageProduct, words: PageWords): Topic | undefined {
  if (properties.length < 2) return undefined;
  const { ask, labels } = words;
  const rows = properties.map((property) => [[labelOf(property.name, words)], [toldValue(property.value, words)]]);
  const answer: AnswerDocument = [{ kind: 'table', head: [[labels.specifications], [name]], rows }];
  return { id: 'specifications', label: labels.specifications, ways: expand(ask.specifications), answer, isNamed: true };
}

function propertyTopics({ name, properties }: PageProduct, words: PageWords): Topic[] {
  const kinds = properties.map((property) => kindOf(property.name));
  return properties.map((property, index) => {
    const label = labelOf(property.name, words);
    const kind = kinds[index]?.kind;
    const asked = kind === undefined ? [] : waysOf(kind, words);
    const own = asked.map((way) => `${way} ${property.name}`);
    return {
      id: `property-${index + 1}`,
      label,
      ways: [property.name, ...own, ...(kind !== undefined && isTheOne(kind, index, kinds) ? asked : [])],
      answer: labelled(name, [[label, toldValue(property.value, words)]], words.say),
      isNamed: true,
    };
  });
}

/** "How heavy is it?" asks for the weight, not for the shipping weight; of several weights for none. */
function isTheOne(kind: PropertyKind, index: number, kinds: readonly ReturnType<typeof kindOf>[]): boolean {
  const same = kinds.flatMap((each, place) => (each?.kind === kind ? [{ place, isExact: each.isExact }] : []));
  const exact = same.filter(({ isExact }) => isExact);
  const candidates = exact.length > 0 ? exact : same;
  return candidates.length === 1 && candidates[0]?.place === index;
}

/** What has a usual name is called by it in the visitor's language; all else by the page's own word. */
function labelOf(name: string, words: PageWords): string {
  const kind = kindOf(name);
  const [usual = name] = kind?.isUsual === true ? namesOf(kind.kind, words) : [];
  return usual.charAt(0).toUpperCase() + usual.slice(1);
}

function toldValue(value: string, { say }: PageWords): string {
  return value === 'true' ? say.yes : value === 'false' ? say.no : value;
}
