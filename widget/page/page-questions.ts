import type { PageQuestion } from '../../src/content/page-facts.ts';
import { breakBefore, tidyLine, tidyLines } from '../../src/content/page-markup/lines.ts';
import { attempt } from './attempt.ts';
import { anchorOf, idAnchor, longestHeading, textFragment, textOfHeading } from './place.ts';

const mostQuestions = 200;
const longestAnswer = 5_000;
const mostPieces = 2_000;
const headings = 'h1,h2,h3,h4,h5,h6,[role="heading"],summary,legend,dt';
/** Menus and filters open and close too; and what a panel of ours says is not what the page says. */
const foreign = 'edge-agent, nav, header, footer, dialog, [role="navigation"], [role="menu"], [data-edge-agent]';
const inner = 'details, input, select, textarea';
const unspoken = /^(?:script|style|template|noscript|svg|button|textarea|select|iframe|object|edge-agent)$/i;

/** `[data-edge-agent]` blocks: the attribute is the question, or where it is empty the first heading inside is. */
export function markedQuestions(document: Document): PageQuestion[] {
  return asked(document, '[data-edge-agent]', (block) => {
    if (block.closest('edge-agent') !== null) return undefined;
    const heading = block.querySelector(headings);
    const question = tidyLine(block.getAttribute('data-edge-agent') ?? '', longestHeading);
    const answer = textOf(block, question ? null : heading);
    const anchor = idAnchor(block) || (heading === null ? textFragment(answer.split('\n', 1)[0] ?? '') : anchorOf(heading));
    return { question: question || textOfHeading(heading), answer, anchor };
  });
}

/** `<details>`: the summary asks, the rest answers. A group of further details asks nothing itself. */
export function foldedQuestions(document: Document): PageQuestion[] {
  return asked(document, 'details', (details) => {
    const summary = details.querySelector(':scope > summary');
    if (summary === null || details.querySelector(inner) !== null || details.closest(foreign) !== null) return undefined;
    return { question: textOfHeading(summary), answer: textOf(details, summary), anchor: idAnchor(details) || anchorOf(summary) };
  });
}

function asked(document: Document, selector: string, read: (element: Element) => PageQuestion | undefined): PageQuestion[] {
  return Array.from(document.querySelectorAll(selector))
    .slice(0, mostQuestions)
    .flatMap((element) => {
      // A form's own fields can hide its methods; that takes one question, not all.
      const found = attempt(() => read(element));
      return found === undefined || found.question === '' || found.answer === '' ? [] : [found];
    });
}

/** The text of an element as it reads, without scripts, controls and one part that is left out. */
function textOf(root: Element, leftOut: Element | null): string {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node === leftOut || unspoken.test(node.nodeName) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  let text = '';
  for (let pieces = 0; pieces < mostPieces && text.length < longestAnswer * 4 && walker.nextNode() !== null; pieces += 1) {
    const { nodeType, nodeName, nodeValue } = walker.currentNode;
    // A line end in the source is a space on the page.
    text +=
      nodeType === Node.TEXT_NODE
        ? (nodeValue ?? '').slice(0, longestAnswer * 4).replace(/\s+/gu, ' ')
        : breakBefore(nodeName.toLowerCase());
  }
  return tidyLines(text, longestAnswer);
}
