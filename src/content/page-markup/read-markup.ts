import { normalizeText } from '../../language/normalize.ts';
import { noPageMarkup, type PageFacts, type PageProduct, type PageQuestion } from '../page-facts.ts';
import { schemaNodes } from './json-ld.ts';
import { readProduct } from './read-product.ts';
import { readQuestion } from './schema-questions.ts';

const mostQuestions = 200;
const mostProducts = 20;

export interface ReadMarkup {
  /** The facts with the questions and products that were in the markup. */
  readonly facts: PageFacts;
  /** What could not be read, for the site's developer; in English, one line each. */
  readonly problems: readonly string[];
}

/** Reads a page's schema.org data. Never throws: what is malformed is passed over and named. */
export function readMarkup(facts: PageFacts): ReadMarkup {
  const problems: string[] = [];
  const attempt = <Result>(what: string, read: () => Result, otherwise: Result): Result => {
    try {
      return read();
    } catch (thrown) {
      problems.push(`${what}: ${thrown instanceof Error ? thrown.message : thrown}`);
      return otherwise;
    }
  };
  const { markup = noPageMarkup } = facts;
  const roots = markup.jsonLd.map((text, index) => attempt<unknown>(`JSON-LD block ${index + 1}`, () => jsonOf(text), undefined));
  const nodes = attempt('schema.org data', () => schemaNodes([...roots, ...markup.items]), { products: [], questions: [] });
  const places = new Map(markup.places.map(({ text, anchor }) => [keyOf(text), anchor]).reverse() as [string, string][]);
  const anchorOf = (heading: string) => places.get(keyOf(heading)) ?? '';
  const asked = nodes.questions
    .slice(0, mostQuestions * 2)
    .flatMap((node) => attempt('Question', () => readQuestion(node, anchorOf), undefined) ?? []);
  const offered = nodes.products.slice(0, mostProducts * 5).flatMap(({ node, isListed }) => {
    const product = attempt('Product', () => readProduct(node, anchorOf), undefined);
    return product === undefined ? [] : [{ ...product, isListed }];
  });
  return {
    facts: {
      url: facts.url,
      ...(facts.locale === undefined ? {} : { locale: facts.locale }),
      questions: withoutRepeats([...facts.questions, ...asked]),
      products: [...facts.products, ...markMain(joinNamesakes(offered).slice(0, mostProducts), keyOf(markup.title))],
    },
    problems,
  };
}

/** Many shops put raw line ends into strings, or the whole into a comment; JSON forbids both. */
function jsonOf(text: string): unknown {
  const bare = text.replace(/^\s*(?:<!--|(?:\/\/\s*)?<!\[CDATA\[)|(?:-->|(?:\/\/\s*)?\]\]>)\s*$/g, '');
  return bare.trim() === '' ? undefined : JSON.parse(bare.replace(/[\u0000-\u001F]+/g, ' '));
}

/** Two texts with one key look alike but for case, spaces and punctuation. */
function keyOf(text: string): string {
  return normalizeText(text).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** What is asked twice is kept once, under the first place that can be scrolled to. */
function withoutRepeats(questions: readonly PageQuestion[]): PageQuestion[] {
  const kept = new Map<string, PageQuestion>();
  for (const each of questions) {
    const key = keyOf(each.question);
    const known = kept.get(key);
    if (key === '' || (known === undefined && kept.size >= mostQuestions)) continue;
    kept.set(key, known === undefined ? each : { ...known, anchor: known.anchor || each.anchor });
  }
  return [...kept.values()];
}

type Found = PageProduct & { readonly isListed: boolean };

/** The same product in two notations, or twice in a list: the first stands, the other fills in what it leaves open. */
function joinNamesakes(products: readonly Found[]): Found[] {
  const kept = new Map<string, Found>();
  for (const product of products) {
    const key = keyOf(product.name);
    const known = kept.get(key);
    kept.set(
      key,
      known === undefined
        ? product
        : {
            ...product,
            ...known,
            offers: known.offers.length > 0 ? known.offers : product.offers,
            properties: known.properties.length > 0 ? known.properties : product.properties,
            isListed: known.isListed && product.isListed,
          },
    );
  }
  return [...kept.values()];
}

/** The main product is the only one outside of lists, else the one that the page's title names. */
function markMain(products: readonly Found[], title: string): PageProduct[] {
  const unlisted = products.filter(({ isListed }) => !isListed);
  const named = products.filter(({ name }) => title.includes(keyOf(name)));
  const main = [unlisted, named].find(({ length }) => length === 1)?.[0];
  return products.map(({ isListed: _, ...product }) => (product.name === main?.name ? { ...product, isMain: true } : product));
}
