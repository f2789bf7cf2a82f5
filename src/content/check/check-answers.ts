import { type AnswerDocument, type Block, type Inline, plainText } from '../answer-document.ts';
import type { Content, Place } from '../unit.ts';
import { type Finding, placeOf } from './finding.ts';

export interface AnswerLink {
  readonly unit: string;
  readonly kind: 'link' | 'image' | 'source';
  readonly href: string;
  readonly place: Place;
}

/** In characters; Chinese and Japanese say the same in half as many. */
const longAnswer = 2000;
const denseScript = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]/gu;
const tag =
  /<\/?(?:a|abbr|b|br|center|div|em|font|h[1-6]|hr|i|iframe|img|li|ol|p|script|small|span|strong|style|sub|sup|table|td|th|tr|u|ul|video)\b[^<>]*>/i;

/** Answers that say nothing, say it at great length, or say it in HTML. */
export function checkAnswers({ units }: Content): Finding[] {
  return units.flatMap((unit) =>
    [...unit.variants].flatMap(([locale, { answer, place }]): Finding[] => {
      const text = plainText(answer).trim();
      const name = `the answer of unit "${unit.id}" in ${locale}`;
      const finding = { place, units: [unit.id] };
      if (text === '') {
        const mend = 'Write what the picture shows; not everybody sees it.';
        return [{ ...finding, level: 'warning', rule: 'no-text', message: `${name} has no words`, mend }];
      }
      const findings: Finding[] = [];
      if (text.length + (text.match(denseScript)?.length ?? 0) > longAnswer) {
        const mend = 'Answer the question first, in a few lines, and link to the rest; or split the unit.';
        findings.push({ ...finding, level: 'note', rule: 'long-answer', message: `${name} has ${text.length} characters`, mend });
      }
      const html = tag.exec(proseOf(answer))?.[0];
      if (html !== undefined) {
        const message = `${name} shows ${html} to visitors as it stands`;
        findings.push({
          ...finding,
          level: 'warning',
          rule: 'html-as-text',
          message,
          mend: 'Write Markdown instead of HTML.',
          quotes: [html],
        });
      }
      return findings;
    }),
  );
}

/** The words of an answer without its code, where HTML may be what it is about. */
function proseOf(answer: AnswerDocument): string {
  return inlinesOf(answer)
    .filter((inline) => typeof inline === 'string')
    .join(' ');
}

/** All links and pictures of all answers, and sources that are addresses. */
export function linksOf({ site, units }: Content): AnswerLink[] {
  return units.flatMap((unit) => {
    const source: AnswerLink[] =
      unit.source !== undefined && /^https?:/i.test(unit.source)
        ? [{ unit: unit.id, kind: 'source', href: unit.source, place: placeOf(unit, site) }]
        : [];
    const inAnswers = [...unit.variants.values()].flatMap(({ answer, place }) =>
      inlinesOf(answer).flatMap((inline): AnswerLink[] => {
        if (typeof inline === 'string') return [];
        if (inline.kind === 'link') return [{ unit: unit.id, kind: 'link', href: inline.href, place }];
        return inline.kind === 'image' ? [{ unit: unit.id, kind: 'image', href: inline.src, place }] : [];
      }),
    );
    return [...source, ...inAnswers];
  });
}

function inlinesOf(blocks: AnswerDocument): Inline[] {
  return blocks.flatMap((block: Block): Inline[] => {
    switch (block.kind) {
      case 'paragraph':
      case 'heading':
        return block.content.flatMap(withInner);
      case 'list':
        return block.items.flatMap(inlinesOf);
      case 'table':
        return [block.head, ...block.rows].flat(2).flatMap(withInner);
      case 'quote':
        return inlinesOf(block.content);
      default:
        return [];
    }
  });
}

function withInner(inline: Inline): Inline[] {
  return typeof inline !== 'string' && 'content' in inline ? [inline, ...inline.content.flatMap(withInner)] : [inline];
}
