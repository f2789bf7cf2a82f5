import type { Element, Nodes, Root } from 'hast';
import { detectLanguage } from '../../language/detect.ts';
import { canonicalLocale, type Locale } from '../../language/locale.ts';
import { isFurniture } from './clean-html.ts';
import { cleanQuestion, type FoundPair, questionKey } from './found-pair.ts';
import { headingRegions } from './heading-regions.ts';
import { ancestorsOf, attribute, elementsIn, elementsNamed, isElement, parentsIn, parsePage, wordsOf } from './html-tree.ts';
import { markdownOf, markdownOfText } from './markdown-of-html.ts';
import { type FoundRegion, markedRegions, type PageTree } from './marked-regions.ts';
import { type PageDetails, pageDetails } from './page-details.ts';
import { isHelpAddress, namesFaq, readsAsQuestion } from './reads-as-question.ts';
import { type SchemaPair, schemaPairs } from './schema-pairs.ts';

export interface ReadPage {
  readonly details: PageDetails;
  readonly pairs: readonly FoundPair[];
  /** What could not be read on it; one line each. */
  readonly problems: readonly string[];
}

/**
 * The questions and answers of a page, in its order: what visitors see first (it keeps links and lists), then what only
 * its schema.org data has. Throws a PageError where it cannot be read.
 * @param address where it was fetched; undefined for a file
 * @param name what to call the page where it has no address
 */
export function pairsOfPage(html: string, address: string | undefined, name: string): ReadPage {
  const root = parsePage(html);
  const schema = schemaPairs(root);
  const details = { ...pageDetails(root, address) };
  const headings = elementsNamed(root, 'h1').map((heading) => wordsOf(heading));
  const isFaq = schema.isFaq || [details.title, ...headings, details.url ?? name].some(namesFaq);
  const tree: PageTree = { root, parents: parentsIn(root), isFaq };
  const updated = isoDate(details.updated ?? schema.updated);
  const siteName = details.siteName ?? schema.siteName;
  const known = { ...details, ...(updated === undefined ? {} : { updated }), ...(siteName === undefined ? {} : { siteName }) };
  const pairs = new Map<string, FoundPair>();
  const add = (pair: FoundPair) => {
    const key = `${pair.locale} ${questionKey(pair.question)}`;
    if (pair.answer !== '' && questionKey(pair.question) !== '' && !pairs.has(key)) pairs.set(key, pair);
  };
  const regions = regionsOf(tree, details);
  const sections = sectionsOf(tree, regions);
  for (const region of regions) add(pairOfRegion(region, tree, known, sections(region), name));
  for (const pair of schema.pairs) add(pairOfSchema(pair, known, name));
  return { details: known, pairs: [...pairs.values()], problems: schema.problems };
}

/** An ISO 8601 date that exists, from a date or time. */
export function isoDate(text: string | undefined): string | undefined {
  const date = /^\d{4}-\d\d-\d\d/.exec(text ?? '')?.[0];
  return date === undefined || Number.isNaN(Date.parse(date)) ? undefined : date;
}

function regionsOf(tree: PageTree, { url }: PageDetails): FoundRegion[] {
  const marked = markedRegions(tree);
  const main = mainOf(tree.root);
  const taken = marked.flatMap(({ parts }) => parts);
  const found = [...marked, ...(main === undefined ? [] : headingRegions(tree, main, taken))];
  const [heading] = elementsNamed(tree.root, 'h1');
  // An article of a help centre answers its title, though that is no question.
  if (found.length === 0 && main !== undefined && heading !== undefined && isHelpAddress(url ?? '')) {
    found.push(...articleOf(heading, main, tree));
  }
  const order = new Map(elementsIn(tree.root).map((element, index) => [element, index]));
  return found.sort((a, b) => (order.get(a.at) ?? 0) - (order.get(b.at) ?? 0));
}

function articleOf(heading: Element, main: Element, { parents }: PageTree): FoundRegion[] {
  const box = ancestorsOf(heading, parents).find((each): each is Element => isElement(each, 'article')) ?? main;
  const without = (nodes: readonly Nodes[]): Nodes[] =>
    nodes.flatMap((node) => {
      if (node === heading || (isElement(node) && isFurniture(node))) return [];
      return isElement(node) && elementsIn(node).includes(heading) ? without(node.children) : [node];
    });
  return [{ question: cleanQuestion(wordsOf(heading)), phrasings: [], answer: without(box.children), at: heading, parts: [], level: 1 }];
}

function mainOf(root: Root): Element | undefined {
  const mains = elementsIn(root).filter((element) => element.tagName === 'main' || attribute(element, 'role') === 'main');
  return mains.length === 1 ? mains[0] : elementsNamed(root, 'body')[0];
}

/** Finds the heading above a question that groups it with others: none of rank 1, none that is a question itself. */
function sectionsOf({ root }: PageTree, regions: readonly FoundRegion[]): (region: FoundRegion) => string | undefined {
  const asking = new Set(regions.map(({ at }) => at));
  const elements = elementsIn(root);
  const order = new Map(elements.map((element, index) => [element, index]));
  const headings = elements.filter(
    (element) => /^h[2-5]$/.test(element.tagName) && !asking.has(element) && !readsAsQuestion(wordsOf(element)),
  );
  const groups = elements.filter(
    (element) => element.tagName === 'summary' && !regions.some(({ parts }) => parts.some((part) => part.children.includes(element))),
  );
  const titles = [...headings, ...groups].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  return ({ at, level }) => {
    const before = titles.filter((title) => (order.get(title) ?? 0) < (order.get(at) ?? 0) && !(Number(title.tagName[1]) >= level));
    const last = before.at(-1);
    return last === undefined ? undefined : wordsOf(last) || undefined;
  };
}

function pairOfRegion(
  region: FoundRegion,
  { parents }: PageTree,
  details: PageDetails,
  section: string | undefined,
  name: string,
): FoundPair {
  const anchor = anchorOf(region.at, parents);
  const own = [region.at, ...ancestorsOf(region.at, parents)].map(
    (each) => isElement(each) && each.tagName !== 'html' && attribute(each, 'lang'),
  );
  const answer = markdownOf(region.answer, details.base);
  return {
    ...common(details, name, anchor),
    question: region.question,
    phrasings: region.phrasings,
    answer,
    locale: canonicalLocale(own.find(Boolean) || '') ?? localeOf(`${region.question} ${answer}`, details),
    ...(section === undefined ? {} : { section }),
  };
}

function pairOfSchema(pair: SchemaPair, details: PageDetails, name: string): FoundPair {
  const { question, anchor } = pair;
  const answer = markdownOfText(pair.answer, details.base);
  return {
    ...common(details, name, anchor),
    question,
    phrasings: [],
    answer,
    locale: pair.locale ?? localeOf(`${question} ${answer}`, details),
  };
}

function common({ url, updated }: PageDetails, name: string, anchor: string | undefined) {
  return {
    page: url ?? name,
    ...(url === undefined ? {} : { source: anchor === undefined ? url : `${url}#${anchor}` }),
    ...(anchor === undefined ? {} : { anchor }),
    ...(updated === undefined ? {} : { updated }),
  };
}

function localeOf(text: string, { locale }: PageDetails): Locale {
  return locale ?? detectLanguage(text) ?? 'en';
}

/** The id by which a link reaches the question: its own, one inside it, or that of a box that starts with it. */
function anchorOf(at: Element, parents: PageTree['parents']): string | undefined {
  const inside = elementsIn(at)
    .slice(0, 5)
    .map((each) => attribute(each, 'id') ?? (each.tagName === 'a' ? attribute(each, 'name') : undefined));
  const around: (string | undefined)[] = [];
  let child: Element = at;
  for (const box of ancestorsOf(at, parents)) {
    if (!isElement(box) || ['main', 'body', 'article'].includes(box.tagName)) break;
    if (box.children.find((each) => isElement(each)) !== child) break;
    around.push(attribute(box, 'id'));
    child = box;
  }
  const ids = [attribute(at, 'id'), ...inside, ...around];
  // Ids with colons and the like are made anew on every visit.
  return ids.find((id) => id !== undefined && /^[\p{L}\p{N}][\p{L}\p{N}_.-]*$/u.test(id));
}
