import { type Locale, languageOf, spokenLanguage } from '../../language/locale.ts';
import { type AnswerDocument, plainText } from '../answer-document.ts';
import type { PageFacts, PageProduct } from '../page-facts.ts';
import type { PageUnit } from '../page-units.ts';
import { pageWords } from './all-words.ts';
import { detailTopics } from './detail-topics.ts';
import { Formats } from './formats.ts';
import { offerTopics } from './offer-topics.ts';
import type { Topic } from './topic.ts';

/** From this many products on, each has only the first few ways to be asked for by name. */
const manyProducts = 5;
const fewWays = 6;

/**
 * Units that answer from the markup of the page's products, in a language that the agent speaks. Where a page is about
 * one product, or about one above all, it need not be named. Where it is about several alike, a question without a name
 * gets them all side by side.
 * @param pageLocale language of the page's own words
 */
export function productUnits({ url, products }: PageFacts, locale: Locale, pageLocale: Locale | undefined): PageUnit[] {
  const words = pageWords[spokenLanguage(locale)];
  const foreign = pageLocale === undefined || languageOf(pageLocale) === languageOf(locale) ? undefined : pageLocale;
  const formats = new Formats(locale);
  const main = products.length === 1 ? products[0] : products.find(({ isMain }) => isMain === true);
  const told = products.map((product) => ({
    product,
    topics: [...offerTopics(product, words, formats), ...detailTopics(product, words, formats, foreign)],
  }));
  const single = told.flatMap(({ product, topics }, index) =>
    topics.map((topic) => {
      const byName = topic.ways.map((way) => `${way} ${product.name}`);
      const title = `${product.name}: ${topic.label}`;
      const named = [title, ...(products.length < manyProducts ? byName : byName.slice(0, fewWays))];
      return pageUnit(
        `page:product-${index + 1}-${topic.id}`,
        product === main ? [topic.label, ...topic.ways, title] : named,
        topic.answer,
        url + product.anchor,
        product.name,
      );
    }),
  );
  return [...(main === undefined ? sharedUnits(told, url) : []), ...single];
}

/** For each topic one unit that answers for all products, to be asked without a name. */
function sharedUnits(told: readonly { product: PageProduct; topics: readonly Topic[] }[], url: string): PageUnit[] {
  const byLabel = new Map<string, { product: PageProduct; topic: Topic }[]>();
  for (const { product, topics } of told) {
    for (const topic of topics) byLabel.set(topic.label, [...(byLabel.get(topic.label) ?? []), { product, topic }]);
  }
  return [...byLabel.values()].flatMap((answers, index) => {
    const topic = answers[0]?.topic;
    if (topic === undefined) return [];
    // Properties are numbered anew for each product.
    const id = topic.id.startsWith('property-') ? `property-${index + 1}` : topic.id;
    return [pageUnit(`page:products-${id}`, [topic.label, ...topic.ways], sideBySide(answers, told.length), url, '')];
  });
}

/** The answers one after the other, under the products' names unless they hold them; what is the same for all is said once. */
function sideBySide(answers: readonly { product: PageProduct; topic: Topic }[], products: number): AnswerDocument {
  const texts = new Set(answers.map(({ topic }) => plainText(topic.answer)));
  const [first] = answers;
  if (first !== undefined && texts.size === 1 && answers.length === products) return first.topic.answer;
  return answers.flatMap(
    ({ product, topic }): AnswerDocument =>
      topic.isNamed ? topic.answer : [{ kind: 'heading', content: [product.name] }, ...topic.answer],
  );
}

/** @param name the product's; each of its units knows it, so that it does not make a question look strange */
function pageUnit(id: string, phrasings: readonly string[], answer: AnswerDocument, source: string, name: string): PageUnit {
  const distinct = [...new Set(phrasings)];
  return {
    unit: { id, title: distinct[0] ?? '', answer, source },
    texts: { phrasings: distinct, answer: `${plainText(answer)} ${name}` },
  };
}
