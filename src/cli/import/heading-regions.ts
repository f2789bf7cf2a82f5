import type { Element, Nodes } from 'hast';
import { isFurniture } from './clean-html.ts';
import { cleanQuestion } from './found-pair.ts';
import { ancestorsOf, isElement, showsSomething, wordsOf } from './html-tree.ts';
import { besideHeadings, type FoundRegion, type PageTree } from './marked-regions.ts';
import { isInvitation, readsAsQuestion } from './reads-as-question.ts';

/** A page as one row of headings, what stands between them, and gaps where something else was read already. */
type Item =
  | { readonly kind: 'heading'; readonly node: Element; readonly level: number; readonly text: string }
  | { readonly kind: 'block'; readonly node: Nodes }
  | { readonly kind: 'gap'; readonly node: Element };
type Heading = Extract<Item, { kind: 'heading' }>;

const backToTop =
  /^(?:[↑⇧▲^]\s*)?(?:back to top|to the top|top|nach oben|zum seitenanfang|haut de page|retour en haut|volver arriba|voltar ao topo|наверх|返回顶部|回到顶部|ページトップへ|トップへ戻る|العودة إلى الأعلى)(?:\s*[↑⇧▲^])?$/iu;

/**
 * Headings with what follows them, as far as they ask something: by their words, or because they stand on one level with
 * others on a page that is a list of questions.
 * @param taken what other ways of reading the page have used
 */
export function headingRegions(page: PageTree, main: Element, taken: readonly Element[]): FoundRegion[] {
  const items = itemsIn(main, page, taken);
  const level = page.isFaq ? repeatedLevel(items) : undefined;
  const asking = ({ text, level: own }: Heading) => readsAsQuestion(text) || (own === level && text.length > 1 && !isInvitation(text));
  const parts = onlyQuestionsBelow(items, asking);
  const asks = (heading: Heading) => asking(heading) && !parts.has(heading);
  return items.flatMap((item, index) => {
    if (item.kind !== 'heading' || !asks(item)) return [];
    const answer = answerAfter(items, index, asks, page);
    if (answer.length === 0) return [];
    return [{ question: item.text, phrasings: [], answer, at: item.node, parts: [item.node], level: item.level }];
  });
}

/** A single question below another one belongs to its answer; several below one are a group of their own. */
function onlyQuestionsBelow(items: readonly Item[], asks: (heading: Heading) => boolean): ReadonlySet<Heading> {
  const parts = new Set<Heading>();
  items.forEach((item, index) => {
    // What the title of the page asks, the whole page answers.
    if (item.kind !== 'heading' || item.level === 1 || !asks(item)) return;
    const next = items.findIndex((each, place) => place > index && each.kind === 'heading' && each.level <= item.level);
    const below = items
      .slice(index + 1, next === -1 ? undefined : next)
      .filter((each): each is Heading => each.kind === 'heading' && asks(each));
    const [only, ...others] = below;
    if (only !== undefined && others.length === 0) parts.add(only);
  });
  return parts;
}

/** What follows a heading up to the next one of its rank or the next question, within the box that both stand in. */
function answerAfter(items: readonly Item[], index: number, asks: (heading: Heading) => boolean, { parents }: PageTree): Nodes[] {
  const heading = items[index] as Heading;
  const first = items[index + 1];
  if (first?.kind !== 'block') return [];
  const around = new Set(ancestorsOf(heading.node, parents));
  const box = ancestorsOf(first.node, parents).find((each) => around.has(each));
  const answer: Nodes[] = [];
  for (const item of items.slice(index + 1)) {
    if (item.kind === 'gap' || (item.kind === 'heading' && (item.level <= heading.level || asks(item)))) break;
    if (box !== undefined && !ancestorsOf(item.node, parents).includes(box)) break;
    if (!backToTop.test(wordsOf(item.node as Element))) answer.push(item.node);
  }
  return answer;
}

/** The level on which most headings with text below them ask something; where none asks, on which most stand. */
function repeatedLevel(items: readonly Item[]): number | undefined {
  const levels = new Map<number, { asking: number; all: number }>();
  items.forEach((item, index) => {
    if (item.kind !== 'heading' || item.level < 2 || items[index + 1]?.kind !== 'block') return;
    const counts = levels.get(item.level) ?? { asking: 0, all: 0 };
    levels.set(item.level, { asking: counts.asking + (readsAsQuestion(item.text) ? 1 : 0), all: counts.all + 1 });
  });
  const [best] = [...levels].filter(([, { all }]) => all >= 2).sort(([, a], [, b]) => b.asking - a.asking || b.all - a.all);
  return best?.[0];
}

function itemsIn(main: Element, { parents }: PageTree, taken: readonly Element[]): Item[] {
  const used = new Set<Nodes>(taken);
  const items: Item[] = [];
  const opened = boxesAround(main, parents, used);
  const visit = (node: Nodes): void => {
    if (node.type === 'text' ? node.value.trim() === '' : !isElement(node)) return;
    if (!isElement(node)) {
      items.push({ kind: 'block', node });
    } else if (used.has(node)) {
      items.push({ kind: 'gap', node });
    } else if (/^h[1-6]$/.test(node.tagName)) {
      const text = cleanQuestion(wordsOf(node));
      if (text !== '') items.push({ kind: 'heading', node, level: Number(node.tagName[1]), text });
    } else if (isFurniture(node)) {
      return;
    } else if (opened.has(node)) {
      for (const child of node.children) visit(child);
    } else {
      const bold = boldQuestion(node);
      if (bold !== undefined) items.push({ kind: 'heading', node, level: besideHeadings, text: bold.text });
      const rest = bold === undefined ? [node] : bold.rest;
      if (showsSomething(...rest)) items.push(...rest.map((each) => ({ kind: 'block', node: each }) as const));
    }
  };
  for (const child of main.children) visit(child);
  return items;
}

/** All elements that hold a heading, a bold question or something already read: they are looked into, others are taken whole. */
function boxesAround(main: Element, parents: PageTree['parents'], used: ReadonlySet<Nodes>): Set<Nodes> {
  const boxes = new Set<Nodes>();
  const visit = (node: Element): void => {
    if (used.has(node) || /^h[1-6]$/.test(node.tagName) || boldQuestion(node) !== undefined) {
      for (const each of ancestorsOf(node, parents)) boxes.add(each);
      return;
    }
    for (const child of node.children) if (isElement(child)) visit(child);
  };
  visit(main);
  return boxes;
}

const blocks = ['br', 'p', 'div', 'ul', 'ol', 'table', 'blockquote'];

/** `<p><b>How long does it take?</b></p>`, with or without the answer in the same paragraph or box. */
function boldQuestion(node: Element): { text: string; rest: Nodes[] } | undefined {
  if (!['p', 'div', 'li'].includes(node.tagName)) return undefined;
  const children = node.children.filter((child) => !(child.type === 'text' && child.value.trim() === ''));
  const [first, second, ...others] = children;
  if (!isElement(first, 'strong', 'b')) return undefined;
  if (second !== undefined && !isElement(second, ...blocks)) return undefined;
  const text = cleanQuestion(wordsOf(first));
  return readsAsQuestion(text) ? { text, rest: isElement(second) && second.tagName !== 'br' ? [second, ...others] : others } : undefined;
}
