import { tokenize } from '../language/tokens.ts';
import type { GuideNode } from './guide.ts';
import { fitOf, inUnit, quantityOf } from './quantity.ts';
import {
  afterLead,
  clausesOf,
  contraryOf,
  foldReply,
  isNegated,
  quantifiers,
  says,
  type Tongue,
  type Tongues,
  valenceOf,
  wordPattern,
} from './reply-text.ts';
import { unitIn } from './units.ts';

/** What may speak for yes or no in a reply, strongest first. */
export const polarEvidence = ['lead', 'amount', 'contrary', 'echo', 'negation', 'state', 'affirmation', 'hint', 'plain'] as const;
export type PolarEvidence = (typeof polarEvidence)[number];

/** What a reply rests on, and which way it speaks. */
export interface Leaning {
  readonly by: PolarEvidence;
  /** 1 for yes, -1 for no. */
  readonly sign: 1 | -1;
}

/** 1 where a text starts with yes, -1 with no, 0 otherwise. */
export function leadOf(point: string, tongue: Tongue): 1 | -1 | 0 {
  if (says(point, 'unsure', 'lead', tongue)) return 0;
  // "None" says no, "none is warm" says how many.
  const [first = ''] = clausesOf(point, tongue);
  if (quantifiers.test(first) && !says(first, 'yes', 'whole', tongue) && !says(first, 'no', 'whole', tongue)) return 0;
  if (says(point, 'notNot', 'lead', tongue)) return 1;
  if (says(point, 'no', 'lead', tongue)) {
    // "No rust" and "not loose" tell how it is, "no, rusty" answers first.
    const [said = ''] = wordPattern('no', 'lead', tongue).exec(point) ?? [];
    const isBound = /^\s*\p{L}/u.test(point.slice(said.length)) && says(said.trim(), 'not', 'whole', tongue);
    return isBound ? 0 : -1;
  }
  if (!says(point, 'yes', 'lead', tongue)) return 0;
  // "Yes" stands by itself or before a pause; "right side" and "sure sign" are no yes.
  const rest = afterLead(point, 'yes', tongue) ?? '';
  if (rest === '') return 1;
  // "Totally dead" tells how it is.
  return isNegated(first, tongue) || valenceOf(afterLead(first, 'yes', tongue) ?? '', tongue) < 0 ? 0 : 1;
}

/** Whether and why a reply says yes or no to a question; undefined where nothing in it does. */
export function leaningOf(folded: string, point: string, node: GuideNode, tongues: Tongues, tongue: Tongue): Leaning | undefined {
  const lead = leadOf(point, tongue);
  if (lead !== 0) return { by: 'lead', sign: lead };
  const amount = amountSign(folded, node.question, tongue, tongues);
  if (amount !== 0) return { by: 'amount', sign: amount };
  const clauses = clausesOf(point, tongue);
  const echoing = clauses.filter((clause) => echoes(clause, node, tongues));
  const found = (echoing.length > 0 ? echoing : clauses).flatMap((clause) => clauseLeaning(clause, node, tongues, tongue) ?? []);
  return found.sort((a, b) => polarEvidence.indexOf(a.by) - polarEvidence.indexOf(b.by))[0];
}

function echoes(clause: string, node: GuideNode, tongues: Tongues): boolean {
  const asked = new Set(tokenize(node.question, tongues.guide.locale).flatMap(({ term, weight }) => (weight >= 0.9 ? [term] : [])));
  return tokenize(clause, tongues.visitor.locale).some(({ term, weight }) => weight >= 0.6 && asked.has(term));
}

/** What one clause says: by contraries, by what it repeats, by how things stand. */
export function clauseLeaning(clause: string, node: GuideNode, tongues: Tongues, tongue: Tongue): Leaning | undefined {
  const question = foldReply(node.question);
  const contrary = contraryOf(clause, question, tongue);
  const negated = isNegated(clause, tongue);
  const turn = isNegated(question, tongue) ? -1 : 1;
  const leaning = (by: PolarEvidence, sign: number): Leaning => ({ by, sign: sign > 0 ? 1 : -1 });
  if (contrary !== 0) return leaning('contrary', negated ? -contrary : contrary);
  const isEchoed = echoes(clause, node, tongues);
  const state = valenceOf(clause, tongue);
  const asked = valenceOf(question, tongue);
  // "No rust", where nothing of the kind was asked, says that all is well.
  if (negated && state < 0 && !isEchoed) return leaning('state', asked < 0 ? -1 : 1);
  if (negated) return leaning('negation', -turn);
  if (state !== 0 && !(isEchoed && state === asked)) return leaning('state', asked < 0 ? -state : state);
  if (isEchoed) return leaning('echo', turn);
  if (says(clause, 'affirms', 'whole', tongue) || says(clause, 'tried', 'lead', tongue)) return leaning('affirmation', 1);
  if (says(clause, 'affirms', 'lead', tongue)) return leaning('hint', 1);
  if (says(clause, 'yes', 'lead', tongue)) return leaning('affirmation', 1);
  return /\p{L}\s*\p{L}/u.test(clause) ? leaning('plain', turn) : undefined;
}

/** How far a number may be from the one that was asked for. */
const tolerance = 0.05;

/** "Does it read over 12 V?" "11.4": what the number says. */
function amountSign(folded: string, question: string, tongue: Tongue, tongues: Tongues): 1 | -1 | 0 {
  const asked = quantityOf(question, tongues.guide);
  const answer = asked === undefined ? undefined : quantityOf(folded, tongue, asked.unit?.measures);
  if (asked === undefined || answer === undefined) return 0;
  const told = inUnit(answer, asked.unit ?? unitIn(question, tongues.guide));
  if (asked.unit !== undefined && told.unit?.measures !== asked.unit.measures) return 0;
  const margin = asked.from === asked.to ? tolerance * Math.abs(asked.from) : 0;
  const fit = fitOf(told, { from: asked.from - margin, to: asked.to + margin });
  return fit === 1 ? 1 : fit === 0 ? -1 : 0;
}
