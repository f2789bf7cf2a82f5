import type { Element, Nodes, Root } from 'hast';
import { isFurniture } from './clean-html.ts';
import { cleanQuestion } from './found-pair.ts';
import { ancestorsOf, attribute, elementsIn, elementsNamed, isElement, type Parents, showsSomething, wordsOf } from './html-tree.ts';
import { isInvitation, readsAsQuestion } from './reads-as-question.ts';

/** A question with its answer where it stands on a page. */
export interface FoundRegion {
  readonly question: string;
  readonly phrasings: readonly string[];
  readonly answer: readonly Nodes[];
  /** The element that asks. */
  readonly at: Element;
  /** What belongs to it: other ways of reading the page leave it alone. */
  readonly parts: readonly Element[];
  /** 1 to 6 for a heading, 7 where something else asks. */
  readonly level: number;
}

export interface PageTree {
  readonly root: Root;
  readonly parents: Parents;
  /** Whether the page calls itself a list of questions; then what does not read as one may be one too. */
  readonly isFaq: boolean;
}

export const besideHeadings = 7;

/** Questions that the markup itself marks: microdata, `<details>`, accordions, `<dl>`, classes; each place is read once. */
export function markedRegions(page: PageTree): FoundRegion[] {
  const taken = new Set<Nodes>();
  const isFree = (element: Element) =>
    !taken.has(element) && !ancestorsOf(element, page.parents).some((each) => taken.has(each) || (isElement(each) && isFurniture(each)));
  const found: FoundRegion[] = [];
  for (const read of [microdata, details, accordions, definitionLists, namedByClass]) {
    for (const region of read(page)) {
      if (region.question === '' || isInvitation(region.question) || !showsSomething(...region.answer) || !region.parts.every(isFree))
        continue;
      for (const part of region.parts) taken.add(part);
      found.push(region);
    }
  }
  return found;
}

function region(question: string, answer: readonly Nodes[], at: Element, parts: readonly Element[], phrasings: readonly string[] = []) {
  return { question: cleanQuestion(question), phrasings: phrasings.map(cleanQuestion), answer, at, parts, level: besideHeadings };
}

function microdata({ root }: PageTree): FoundRegion[] {
  const hasType = (element: Element, type: string) =>
    (attribute(element, 'itemType') ?? '').split(/\s+/).some((each) => each.endsWith(`/${type}`));
  const property = (element: Element, name: string) =>
    elementsIn(element).find((each) => (attribute(each, 'itemProp') ?? '').split(/\s+/).includes(name));
  return elementsIn(root)
    .filter((element) => hasType(element, 'Question'))
    .flatMap((item) => {
      const name = property(item, 'name');
      const accepted = property(item, 'acceptedAnswer');
      const text = accepted === undefined ? undefined : property(accepted, 'text');
      if (name === undefined || accepted === undefined) return [];
      return [region(wordsOf(name), (text ?? accepted).children, item, [item])];
    });
}

/** A group of questions that opens is not a question itself. */
function details({ root }: PageTree): FoundRegion[] {
  return elementsNamed(root, 'details').flatMap((element) => {
    const summary = element.children.find((child): child is Element => isElement(child, 'summary'));
    if (summary === undefined || elementsNamed(element, 'details').length > 0) return [];
    const answer = element.children.filter((child) => child !== summary);
    return [region(wordsOf(summary), answer, element, [element])];
  });
}

function accordions({ root, parents, isFaq }: PageTree): FoundRegion[] {
  const elements = elementsIn(root);
  const byId = new Map(elements.map((element) => [attribute(element, 'id'), element]));
  const controls = elements.filter((element) => attribute(element, 'ariaControls') !== undefined && attribute(element, 'role') !== 'tab');
  return controls.flatMap((control) => {
    const panel = byId.get(attribute(control, 'ariaControls'));
    const question = wordsOf(control);
    if (panel === undefined || isFurniture(panel) || !(isFaq || readsAsQuestion(question))) return [];
    if (ancestorsOf(control, parents).includes(panel) || elementsIn(panel).some((each) => controls.includes(each))) return [];
    const heading = ancestorsOf(control, parents).find((each): each is Element => isElement(each) && /^h[1-6]$/.test(each.tagName));
    return [region(question, [panel], heading ?? control, [heading ?? control, panel])];
  });
}

/** A list of terms counts where its terms are questions, or where an FAQ explains each at some length. */
function definitionLists({ root, isFaq }: PageTree): FoundRegion[] {
  return elementsNamed(root, 'dl').flatMap((list) => {
    const groups = definitionGroups(list);
    const asking = groups.filter(({ terms }) => terms.some((term) => readsAsQuestion(cleanQuestion(wordsOf(term))))).length;
    const words = groups.map(({ definitions }) => wordsOf(...definitions).length).sort((a, b) => a - b);
    const isProse = (words[Math.floor(words.length / 2)] ?? 0) >= 40;
    if (groups.length === 0 || !(asking * 2 >= groups.length || (isFaq && isProse))) return [];
    return groups.map(({ terms: [first, ...others], definitions }) =>
      region(
        wordsOf(first),
        definitions.map(({ children }): Element => ({ type: 'element', tagName: 'div', properties: {}, children })),
        first,
        [first, ...others, ...definitions],
        others.map((each) => wordsOf(each)),
      ),
    );
  });
}

function definitionGroups(list: Element): { terms: [Element, ...Element[]]; definitions: Element[] }[] {
  const groups: { terms: [Element, ...Element[]]; definitions: Element[] }[] = [];
  for (const child of list.children.flatMap((each) => (isElement(each, 'div') ? each.children : [each]))) {
    const last = groups.at(-1);
    if (isElement(child, 'dt')) {
      if (last !== undefined && last.definitions.length === 0) last.terms.push(child);
      else groups.push({ terms: [child], definitions: [] });
    } else if (isElement(child, 'dd')) last?.definitions.push(child);
  }
  return groups.filter(({ definitions }) => definitions.length > 0);
}

const questionClass = /(?:^|[\s_-])(?:question|frage|pregunta|pergunta)(?:$|[\s_-])/i;
const answerClass = /(?:^|[\s_-])(?:answer|antwort|r[eé]ponse|respuesta|resposta)(?:$|[\s_-])/i;

/** `<div class="faq-question">` with `<div class="faq-answer">` after it, or after the box around it. */
function namedByClass({ root, parents }: PageTree): FoundRegion[] {
  const hasClass = (element: Element, pattern: RegExp) => pattern.test(attribute(element, 'className') ?? '');
  return elementsIn(root)
    .filter(
      (element) =>
        hasClass(element, questionClass) &&
        !elementsIn(element).some((each) => hasClass(each, questionClass) || hasClass(each, answerClass)),
    )
    .flatMap((element) => {
      for (const each of [element, ...ancestorsOf(element, parents).slice(0, 2)]) {
        const next = isElement(each) ? nextElement(each, parents) : undefined;
        if (next !== undefined && hasClass(next, answerClass)) return [region(wordsOf(element), next.children, element, [element, next])];
      }
      return [];
    });
}

function nextElement(element: Element, parents: Parents): Element | undefined {
  const children: readonly Nodes[] = parents.get(element)?.children ?? [];
  const siblings = children.filter((each): each is Element => isElement(each));
  return siblings[siblings.indexOf(element) + 1];
}
