import { detectLanguage } from '../../language/detect.ts';
import { type Locale, languageOf } from '../../language/locale.ts';
import { normalizeText } from '../../language/normalize.ts';
import { type Token, tokenize } from '../../language/tokens.ts';
import { plainText } from '../answer-document.ts';
import type { Content, Unit, UnitVariant } from '../unit.ts';
import { scopesOverlap } from './check-scopes.ts';
import type { Finding } from './finding.ts';

interface Phrasing {
  readonly text: string;
  readonly unit: Unit;
  readonly variant: UnitVariant;
  readonly isTitle: boolean;
  readonly tokens: readonly Token[];
}

/** Of the words of two questions, counted by what they say, so many have to be common for the two to be one question. */
const nearlySame = 0.8;
/** "How can I return it?" and "Can I return it?" want different answers. Folded, of the nine languages. */
const interrogatives = new Set(
  'how what when where which who whom whose why como que cuando donde cual quien cuanto por wie was wann wo welche welcher welches wer warum wieso comment quand ou quel quelle pourquoi combien qui quando onde qual quem quanto как что когда где куда кто какой какая какие сколько почему зачем كيف متي اين كم ماذا لماذا ما هل'.split(
    ' ',
  ),
);
/** Questions that share all their telling words with more units than this are compared no further. */
const mostCompared = 40;

/** Questions that stand in two units for the same visitors: with one answer they are repeated, with two they contradict. */
export function checkPhrasings({ site, units }: Content): Finding[] {
  return site.locales.flatMap((locale) => {
    const phrasings = units.flatMap((unit) => phrasingsOf(unit, locale));
    const same = groups(phrasings, ({ tokens }) => tokens.map(({ word }) => word).join(' '));
    const close = groups(phrasings, ({ tokens }) => tellingTerms(tokens).sort().join(' '));
    const findings = new Map<string, Finding>();
    for (const group of same) comparePairs(group, locale, findings, () => true);
    for (const group of close)
      comparePairs(
        group,
        locale,
        findings,
        (a, b) => (a.isTitle || b.isTitle) && asksAlike(a, b) && likeness(a.tokens, b.tokens) >= nearlySame,
      );
    return [...findings.values()];
  });
}

function phrasingsOf(unit: Unit, locale: Locale): Phrasing[] {
  const variant = unit.variants.get(locale);
  if (variant === undefined) return [];
  return [variant.question, ...variant.phrasings].map((text, index) => ({
    text,
    unit,
    variant,
    isTitle: index === 0,
    tokens: tokenize(text, locale),
  }));
}

function groups(phrasings: readonly Phrasing[], keyOf: (phrasing: Phrasing) => string): Phrasing[][] {
  const byKey = new Map<string, Phrasing[]>();
  for (const phrasing of phrasings) {
    const key = keyOf(phrasing);
    const group = byKey.get(key);
    if (key === '') continue;
    if (group === undefined) byKey.set(key, [phrasing]);
    else group.push(phrasing);
  }
  return [...byKey.values()].filter((group) => group.length > 1);
}

function tellingTerms(tokens: readonly Token[]): string[] {
  return [...new Set(tokens.filter(({ weight }) => weight >= 1).map(({ term }) => term))];
}

function comparePairs(
  group: readonly Phrasing[],
  locale: Locale,
  findings: Map<string, Finding>,
  isSame: (a: Phrasing, b: Phrasing) => boolean,
): void {
  const some = group.slice(0, mostCompared);
  some.forEach((a, index) => {
    for (const b of some.slice(index + 1)) {
      const key = `${a.unit.id}\n${b.unit.id}`;
      if (a.unit === b.unit || findings.has(key) || !isSame(a, b) || !scopesOverlap(a.unit, b.unit)) continue;
      findings.set(key, findingOf(a, b, locale));
    }
  });
}

function findingOf(a: Phrasing, b: Phrasing, locale: Locale): Finding {
  const repeats = plainText(a.variant.answer).trim() === plainText(b.variant.answer).trim();
  const asked = a.text === b.text ? `“${a.text}”` : `“${a.text}” and “${b.text}”`;
  const common = { level: 'warning', place: b.variant.place, units: [a.unit.id, b.unit.id], quotes: [b.text] } as const;
  return repeats
    ? {
        ...common,
        rule: 'duplicate-phrasing',
        message: `units "${a.unit.id}" and "${b.unit.id}" are asked for with the same words (${locale}: ${asked}) and say the same`,
        mend: 'Join the two units.',
      }
    : {
        ...common,
        rule: 'contradicting-answers',
        message: `units "${a.unit.id}" and "${b.unit.id}" are asked for with the same words (${locale}: ${asked}) and answer differently`,
        mend: 'Keep the words in one of them, or part the two by product, market, audience or validity.',
      };
}

function asksAlike(a: Phrasing, b: Phrasing): boolean {
  const words = ({ tokens }: Phrasing) =>
    tokens
      .map(({ word }) => word)
      .filter((word) => interrogatives.has(word))
      .sort()
      .join(' ');
  return words(a) === words(b);
}

/** Weighted Jaccard index of the terms. */
function likeness(a: readonly Token[], b: readonly Token[]): number {
  const weights = new Map([...a, ...b].map(({ term, weight }) => [term, weight]));
  const inA = new Set(a.map(({ term }) => term));
  const inB = new Set(b.map(({ term }) => term));
  let common = 0;
  let all = 0;
  for (const [term, weight] of weights) {
    all += weight;
    if (inA.has(term) && inB.has(term)) common += weight;
  }
  return all === 0 ? 0 : common / all;
}

/** Words that were copied into another language's file and not translated. */
export function checkCopies({ units }: Content): Finding[] {
  return units.flatMap((unit) => {
    const seen = new Map<string, Locale>();
    return [...unit.variants].flatMap(([locale, variant]) =>
      wordsOf(variant).flatMap(([what, text]) => {
        const key = normalizeText(text);
        const other = seen.get(key);
        if (other === undefined) seen.set(key, locale);
        if (other === undefined || languageOf(other) === languageOf(locale) || !isSentence(text, locale, other)) return [];
        return [copyOf(unit, what, text, detectLanguage(text) === languageOf(locale) ? [locale, other] : [other, locale])];
      }),
    );
  });
}

/** @param locales the one that the words belong to, and the one that they were copied to */
function copyOf(unit: Unit, what: string, text: string, [from, to]: readonly [Locale, Locale]): Finding {
  return {
    level: 'warning',
    rule: 'copied-words',
    place: (unit.variants.get(to) as UnitVariant).place,
    message: `unit "${unit.id}" has the same ${what} in ${from} and ${to}: “${text.length > 80 ? `${text.slice(0, 80)}…` : text}”`,
    mend: `Translate it, or take it out of ${to}.`,
    units: [unit.id],
    ...(what === 'answer' ? {} : { quotes: [text] }),
  };
}

function wordsOf({ question, phrasings, answer }: UnitVariant): (readonly [string, string])[] {
  return [...[question, ...phrasings].map((text) => ['phrasing', text] as const), ['answer', plainText(answer)] as const];
}

/** Names and numbers are the same in every language; a sentence belongs to one. */
function isSentence(text: string, ...locales: readonly Locale[]): boolean {
  const language = detectLanguage(text);
  if (language !== undefined && locales.every((locale) => languageOf(locale) === language)) return false;
  const words = text.match(/(?<![\p{L}\p{N}])\p{L}{2,}/gu)?.length ?? 0;
  const ideographs = text.match(/[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]/gu)?.length ?? 0;
  return words >= (language === undefined ? 6 : 4) || ideographs >= 8;
}
