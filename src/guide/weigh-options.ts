import type { Locale } from '../language/locale.ts';
import { type Token, tokenize } from '../language/tokens.ts';
import type { GuideNode, GuideOption } from './guide.ts';
import { bodyOf, meaningsOf } from './option-meaning.ts';
import { fitOf, inUnit, type Quantity, quantityOf } from './quantity.ts';
import { clausesOf, contraryOf, foldReply, isNegated, says, type Tongue, type Tongues } from './reply-text.ts';
import { leaningOf, polarEvidence } from './says-yes.ts';
import { unitIn } from './units.ts';

/** What vectors say of a reply; figures are cosines. */
export interface ReplyMeaning {
  /** Nearness to each option of the node, in its order. */
  readonly options: readonly number[];
  /** How much nearer it is to replies that say yes than to those that say no. */
  readonly yes: number;
}

/** What speaks for an option, in the order of `optionWeights`. */
export const evidenceNames = [...polarEvidence, 'vectors', 'words', 'kin', 'nearness', 'range'] as const;

/**
 * How much each kind of evidence weighs, in log-odds, in the order of `evidenceNames`, with vectors and without: maximum
 * likelihood with a Gaussian prior on the replies in tests/benchmarks/guides/training and replies.fixture.ts, by
 * tests/benchmarks/fit-replies.ts.
 */
export const optionWeights = {
  vectors: [2.36, 1.31, 1.5, 0.59, 0.5, 0.59, 1.3, 0.87, 0.16, 1.49, 1.12, 1.36, 4.7, 4.54],
  words: [2.37, 1.29, 1.51, 0.67, 0.81, 0.65, 1.36, 0.92, 0.19, 0, 2.79, 1.47, 0, 4.61],
} as const;

export interface Weighed {
  readonly option: string;
  /** Probability that it is the one that is meant. */
  readonly certainty: number;
}

/** The option that a reply most likely means. */
export function weighOptions(
  folded: string,
  point: string,
  node: GuideNode,
  tongues: Tongues,
  tongue: Tongue,
  meaning?: ReplyMeaning,
): Weighed {
  const weights = optionWeights[meaning === undefined ? 'words' : 'vectors'];
  const scores = optionEvidence(folded, point, node, tongues, tongue, meaning).map((row) =>
    row === undefined ? Number.NEGATIVE_INFINITY : row.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), 0),
  );
  const top = Math.max(...scores);
  const sum = scores.reduce((total, score) => total + Math.exp(score - top), 0);
  // One option alone follows from whatever is said, if anything speaks for it.
  const certainty = node.options.length === 1 ? 1 / (1 + Math.exp(-top)) : 1 / sum;
  return { option: node.options[scores.indexOf(top)]?.id ?? '', certainty };
}

/** For each option what speaks for it; undefined for the one that means "I don't know", which is never guessed. */
export function optionEvidence(
  folded: string,
  point: string,
  node: GuideNode,
  tongues: Tongues,
  tongue: Tongue,
  meaning?: ReplyMeaning,
): (number[] | undefined)[] {
  const meanings = meaningsOf(node, tongues.guide);
  const leaning = leaningOf(folded, point, node, tongues, tongue);
  const words = wordScores(folded, node, tongues, tongue);
  const kin = kinScores(folded, node, tongue);
  const nearness = meaning === undefined ? [] : centred(meaning.options);
  const ranges = rangeScores(folded, node, tongues, tongue);
  return node.options.map((option, index) => {
    const says = meanings[index];
    if (says === 'unsure') return undefined;
    const side = says === 'yes' ? 1 : says === 'no' ? -1 : 0;
    return [
      ...polarEvidence.map((by) => (leaning?.by === by ? side * leaning.sign : 0)),
      side * (leaning?.by === 'lead' ? 0 : (meaning?.yes ?? 0)),
      // A bare "Yes" or "No" has no topic.
      ...(side !== 0 && isBare(option, tongues.guide) ? [0, 0, 0] : [words[index] ?? 0, kin[index] ?? 0, nearness[index] ?? 0]),
      ranges[index] ?? 0,
    ];
  });
}

function isBare({ label, phrasings }: GuideOption, guide: Tongue): boolean {
  const folded = foldReply(label);
  return phrasings === undefined && (says(folded, 'yes', 'whole', guide) || says(folded, 'no', 'whole', guide));
}

/** 1 where a reply has a word that means nearly the same as one of an option's label, -1 where it has its contrary. */
function kinScores(folded: string, node: GuideNode, tongue: Tongue): number[] {
  const clauses = clausesOf(folded, tongue);
  return node.options.map(({ label }) => {
    const own = bodyOf(foldReply(label), tongue);
    const turn = isNegated(own, tongue) ? -1 : 1;
    const found = clauses.map((clause) => contraryOf(clause, own, tongue) * (isNegated(clause, tongue) ? -turn : turn));
    return found.find((each) => each !== 0) ?? 0;
  });
}

function centred(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  return values.map((value) => value - mean);
}

/** How well the number that a reply names fits each option, -0.5 to 0.5; 0 where one of them has no numbers or measures something else. */
function rangeScores(folded: string, node: GuideNode, { guide }: Tongues, tongue: Tongue): number[] {
  const named = unitIn(node.question, guide) ?? node.options.map(({ label }) => unitIn(label, guide)).find((each) => each !== undefined);
  const answer = quantityOf(folded, tongue, named?.measures);
  if (answer === undefined) return [];
  const ranges = node.options.map((option) => rangeOf(option, guide, named?.measures ?? answer.unit?.measures));
  const unit = named ?? ranges.find((range) => range?.unit !== undefined)?.unit;
  const told = inUnit(answer, unit);
  return ranges.map((range) => {
    if (range === undefined) return 0;
    const scaled = inUnit(range, unit);
    if (told.unit?.measures !== scaled.unit?.measures && scaled.unit !== undefined) return 0;
    // Three is rather "1 to 3" than "more than 3".
    const isAtEdge = told.from === told.to && (told.from === scaled.from || told.from === scaled.to);
    const isOpen = scaled.from === Number.NEGATIVE_INFINITY || scaled.to === Number.POSITIVE_INFINITY;
    return fitOf(told, scaled) * (isAtEdge && isOpen ? openEdge : 1) - 0.5;
  });
}

const openEdge = 0.7;

function rangeOf({ from, to, label }: GuideOption, guide: Tongue, wanted: string | undefined): Quantity | undefined {
  if (from === undefined && to === undefined) return quantityOf(label, guide, wanted);
  return { from: from ?? Number.NEGATIVE_INFINITY, to: to ?? Number.POSITIVE_INFINITY };
}

const closeTerms = 0.6;

/** How much of each option's words a reply repeats, -1 to 1; words that several options share count for less. */
function wordScores(folded: string, node: GuideNode, tongues: Tongues, tongue: Tongue): number[] {
  const phrases = node.options.map((option) =>
    [option.label, ...(option.phrasings ?? [])].map((text) => {
      const body = bodyOf(foldReply(text), tongues.guide);
      return { tokens: telling(body, tongues.guide.locale), negated: isNegated(body, tongues.guide) };
    }),
  );
  const options = new Map<string, number>();
  for (const own of phrases)
    for (const term of new Set(own.flatMap(({ tokens }) => tokens.map(({ term: each }) => each))))
      options.set(term, (options.get(term) ?? 0) + 1);
  const rarity = (term: string) => Math.log(1 + node.options.length / (options.get(term) ?? 1));
  const said = clausesOf(folded, tongue).map((clause) => ({
    terms: new Map(tokenize(clause, tongues.visitor.locale).map(({ term, weight }) => [term, weight])),
    negated: isNegated(clause, tongue),
  }));
  return phrases.map((own) =>
    own.reduce((best, { tokens, negated }) => {
      const total = tokens.reduce((sum, { term, weight }) => sum + weight * rarity(term), 0);
      if (total === 0) return best;
      const scores = said.map((clause) => {
        const shared = tokens.reduce((sum, { term, weight }) => sum + (clause.terms.has(term) ? weight * rarity(term) : 0), 0) / total;
        return clause.negated === negated ? shared : -closeTerms * shared;
      });
      const score = scores.reduce((most, each) => (Math.abs(each) > Math.abs(most) ? each : most), 0);
      return Math.abs(score) > Math.abs(best) ? score : best;
    }, 0),
  );
}

/** Tokens that carry a topic; of a label that has none, all. */
function telling(text: string, locale: Locale): Token[] {
  const tokens = tokenize(text, locale);
  const own = tokens.filter(({ weight }) => weight >= 0.5);
  return own.length > 0 ? own : tokens;
}
