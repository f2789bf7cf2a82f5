import type { Element, ElementContent, Nodes } from 'hast';
import { safeHref, safeImage } from '../../content/answer-document.ts';
import { displayText } from '../../language/normalize.ts';
import { attribute, isElement, wordsOf } from './html-tree.ts';

/** What belongs to the page, not to an answer on it. */
const furniture = new Set(
  'script style noscript template nav footer form select input textarea button svg canvas object link meta head title dialog datalist'.split(
    ' ',
  ),
);
const furnitureRoles = new Set(['navigation', 'banner', 'contentinfo', 'search', 'dialog', 'alertdialog', 'menu', 'menubar', 'tablist']);
const furnitureNames =
  /(?:^|[\s_-])(?:breadcrumbs?|share|sharing|social|feedback|helpful|was-this|vote|votes|pagination|cookie-?(?:banner|bar|consent|notice)|skip-link|related-(?:articles|posts))(?:$|[\s_-])/i;
const media = new Set(['iframe', 'video', 'audio', 'embed']);
/** Attributes that Markdown has a form for. */
const kept = ['href', 'src', 'alt', 'start', 'align', 'colSpan', 'rowSpan'];

/** True for elements that no answer consists of: menus, forms, share buttons, cookie banners. */
export function isFurniture(element: Element): boolean {
  if (furniture.has(element.tagName) || furnitureRoles.has(attribute(element, 'role') ?? '')) return true;
  return furnitureNames.test(attribute(element, 'className') ?? '') || furnitureNames.test(attribute(element, 'id') ?? '');
}

/**
 * The part of an answer's HTML that says something: without scripts, forms and the like, links and pictures with
 * absolute addresses, links only to where `safeHref` lets them.
 * @param base address of the page; relative addresses stay as they are without it
 */
export function cleanHtml(nodes: readonly Nodes[], base: string | undefined): ElementContent[] {
  return nodes.flatMap((node, index): ElementContent[] => {
    if (node.type === 'text') return [{ type: 'text', value: cleanText(node.value, nodes[index - 1], nodes[index + 1]) }];
    if (!isElement(node) || isFurniture(node)) return [];
    if (media.has(node.tagName)) return mediaLink(node, base);
    if (node.tagName === 'img') return picture(node, base);
    const children = cleanHtml(node.children, base);
    if (node.tagName === 'a') return link(node, children, base);
    if (node.tagName === 'summary') return [element('p', [element('strong', children)])];
    if (node.tagName === 'details') return children;
    const properties = Object.fromEntries(kept.flatMap((name) => (name in node.properties ? [[name, node.properties[name] ?? null]] : [])));
    const cleaned: Element = { type: 'element', tagName: node.tagName, properties, children };
    return [isBoldSpan(node) ? element('strong', [cleaned]) : cleaned];
  });
}

function element(tagName: string, children: ElementContent[], properties: Element['properties'] = {}): Element {
  return { type: 'element', tagName, properties, children };
}

const eastAsian = '[\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}]';
const breakInside = new RegExp(`(${eastAsian})\\s*\\n\\s*(?=${eastAsian})`, 'gu');
const startsEastAsian = new RegExp(`^${eastAsian}`, 'u');
const endsEastAsian = new RegExp(`${eastAsian}$`, 'u');

/** Line breaks in the source are spaces, but Chinese and Japanese have none between words, nor beside a bold one. */
function cleanText(text: string, before: Nodes | undefined, after: Nodes | undefined): string {
  let joined = text.replace(breakInside, '$1');
  if (/^\s*\n\s*\S/.test(joined) && endsEastAsian.test(inlineWords(before)) && startsEastAsian.test(joined.trim()))
    joined = joined.trimStart();
  if (/\S\s*\n\s*$/.test(joined) && startsEastAsian.test(inlineWords(after)) && endsEastAsian.test(joined.trim()))
    joined = joined.trimEnd();
  return joined.split('\n').map(displayText).join('\n').replaceAll('\u00A0', ' ');
}

function inlineWords(node: Nodes | undefined): string {
  return node === undefined ? '' : wordsOf(node);
}

function isBoldSpan({ tagName, properties }: Element): boolean {
  return tagName === 'span' && /font-weight:\s*(?:bold|[6-9]00)/i.test(String(properties.style ?? ''));
}

function link(node: Element, children: ElementContent[], base: string | undefined): ElementContent[] {
  const href = absolute(attribute(node, 'href'), base);
  const words = wordsOf(...children);
  const isPermalink = /^[#¶§🔗]?$/u.test(words) && !children.some((child) => isElement(child, 'img'));
  if (isPermalink) return [];
  return href === undefined || safeHref(href) === undefined ? children : [element('a', children, { href })];
}

/** Pictures that load late carry their address elsewhere; those of one point count visits. */
function picture(node: Element, base: string | undefined): ElementContent[] {
  const [firstOfSet] = (attribute(node, 'srcSet') ?? attribute(node, 'dataSrcset') ?? '').trim().split(/[\s,]+/);
  const candidates = [attribute(node, 'dataSrc'), attribute(node, 'dataOriginal'), attribute(node, 'src'), firstOfSet];
  const found = candidates.find((each) => each !== undefined && each !== '' && !each.startsWith('data:'));
  const src = absolute(found, base);
  const isDot = [attribute(node, 'width'), attribute(node, 'height')].some((size) => size !== undefined && Number.parseInt(size, 10) <= 2);
  if (src === undefined || isDot || safeImage(src) === undefined) return [];
  return [element('img', [], { src, alt: displayText(attribute(node, 'alt') ?? '') })];
}

function mediaLink(node: Element, base: string | undefined): ElementContent[] {
  const source =
    attribute(node, 'src') ?? node.children.map((child) => isElement(child, 'source') && attribute(child, 'src')).find(Boolean);
  const href = absolute(source || undefined, base);
  if (href === undefined || !/^https?:/.test(href)) return [];
  const words = attribute(node, 'title') ?? (wordsOf(...node.children) || href);
  return [element('p', [element('a', [{ type: 'text', value: words }], { href })])];
}

function absolute(address: string | undefined, base: string | undefined): string | undefined {
  const trimmed = address?.trim();
  if (trimmed === undefined || trimmed === '') return undefined;
  if (base === undefined || !URL.canParse(trimmed, base)) return trimmed;
  return new URL(trimmed, base).href;
}
