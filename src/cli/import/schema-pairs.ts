import type { Root } from 'hast';
import type { SchemaNode } from '../../content/page-facts.ts';
import { nodesOf, schemaNodes, termsOf } from '../../content/page-markup/json-ld.ts';
import { canonicalLocale, type Locale } from '../../language/locale.ts';
import { cleanQuestion } from './found-pair.ts';
import { attribute, elementsNamed, parseHtmlFragment, wordsOf } from './html-tree.ts';

/** A question of a page's JSON-LD, its answer as the HTML or text that stands there. */
export interface SchemaPair {
  readonly question: string;
  readonly answer: string;
  readonly anchor?: string;
  readonly locale?: Locale;
}

export interface SchemaPairs {
  readonly pairs: readonly SchemaPair[];
  readonly isFaq: boolean;
  /** Name of the site or the organisation behind it. */
  readonly siteName?: string;
  /** ISO 8601 date. */
  readonly updated?: string;
  /** What could not be read; one line each. */
  readonly problems: readonly string[];
}

/** Reads the questions of a page's JSON-LD (FAQPage, QAPage, Question), and what it says of page and site. */
export function schemaPairs(root: Root): SchemaPairs {
  const problems: string[] = [];
  const roots = elementsNamed(root, 'script')
    .filter((script) => /^application\/ld\+json/i.test(attribute(script, 'type') ?? ''))
    .flatMap((script, index) => {
      const parsed = parseJson(script.children.map((child) => (child.type === 'text' ? child.value : '')).join(''));
      if (parsed === undefined) problems.push(`its JSON-LD block ${index + 1} is malformed`);
      return parsed === undefined ? [] : [parsed];
    });
  const nodes = allNodes(roots);
  const named =
    nodes.find((node) => hasType(node, 'WebSite') && textOf(node.name)) ??
    nodes.find((node) => hasType(node, 'Organization') && textOf(node.name));
  const dated = nodes.find((node) => hasType(node, 'FAQPage', 'QAPage', 'WebPage', 'Article', 'TechArticle') && textOf(node.dateModified));
  return {
    pairs: schemaNodes(roots).questions.flatMap(pairOf),
    isFaq: nodes.some((node) => hasType(node, 'FAQPage', 'QAPage')),
    ...(named === undefined ? {} : { siteName: textOf(named.name) ?? '' }),
    ...(dated === undefined ? {} : { updated: textOf(dated.dateModified) ?? '' }),
    problems,
  };
}

function pairOf(node: SchemaNode): SchemaPair[] {
  const question = cleanQuestion(wordsOf(...parseHtmlFragment(textOf(node.name) ?? textOf(node.text) ?? '').children));
  const answer = unescapedOnce(
    nodesOf(node.acceptedAnswer)
      .map(({ text }) => textOf(text))
      .find((text) => text !== undefined) ?? '',
  );
  const anchor = /#([^#\s]+)$/.exec(textOf(node.url) ?? textOf(node['@id']) ?? '')?.[1];
  const locale = canonicalLocale(textOf(node.inLanguage) ?? '');
  if (question === '' || answer.trim() === '') return [];
  return [{ question, answer, ...(anchor === undefined ? {} : { anchor }), ...(locale === undefined ? {} : { locale }) }];
}

/** Some content systems escape the HTML of an answer twice. */
function unescapedOnce(text: string): string {
  if (text.includes('<') || !/&lt;\/?(?:p|br|ul|ol|li|a|b|strong|div|span)\b/i.test(text)) return text;
  const [node] = parseHtmlFragment(text).children;
  return node?.type === 'text' ? node.value : text;
}

function parseJson(text: string): unknown {
  // Some templates wrap the block in a comment or CDATA, or leave line breaks inside strings.
  const bare = text
    .trim()
    .replace(/^(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>)$/, '');
  for (const attempt of [bare, bare.replace(/[\u0000-\u001F]+/g, ' ')]) {
    try {
      return JSON.parse(attempt) as unknown;
    } catch {
      // The next attempt, or none.
    }
  }
  return undefined;
}

const mostNodes = 5000;

function allNodes(roots: readonly unknown[]): SchemaNode[] {
  const nodes: SchemaNode[] = [];
  const seen = new Set<unknown>();
  const waiting: unknown[] = [...roots];
  while (waiting.length > 0 && seen.size < mostNodes) {
    const value = waiting.shift();
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    if (!Array.isArray(value)) nodes.push(value as SchemaNode);
    waiting.push(...Object.values(value));
  }
  return nodes;
}

function hasType(node: SchemaNode, ...types: readonly string[]): boolean {
  return termsOf(node['@type']).some((type) => types.includes(type));
}

function textOf(value: unknown): string | undefined {
  const [first] = Array.isArray(value) ? value : [value];
  const plain = typeof first === 'object' && first !== null && '@value' in first ? first['@value'] : first;
  return typeof plain === 'string' && plain.trim() !== '' ? plain : undefined;
}
