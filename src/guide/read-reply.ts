import type { Locale } from '../language/locale.ts';
import { type Token, tokenize } from '../language/tokens.ts';
import type { GuideNode, GuideOption, Meaning } from './guide.ts';
import { fitOf, type Quantity, quantityOf } from './quantity.ts';
import { afterLead, clausesOf, foldReply, isNegated, says, type Tongue, withoutFiller } from './reply-text.ts';

/** What a reply does in a guide. */
export type Reading =
  /** Answers with an option, right with this probability. */
  | { readonly kind: 'option'; readonly option: string; readonly certainty: number }
  | { readonly kind: 'unsure' | 'how' | 'why' | 'back' | 'restart' | 'skip' | 'stop' | 'worked' | 'failed' | 'unclear' }
  /** Corrects what was said before. */
  | { readonly kind: 'correction'; readonly rest: string };

/** What vectors say of a reply; figures are cosines. */
export interface ReplyMeaning {
  /** Nearness to each option of the node, in its order. */
  readonly options: readonly number[];
  /** How much nearer it is to replies that say yes than to those that say no. */
  readonly yes: number;
}

/** The tongues of one exchange. */
export interface Tongues {
  /** Of the guide's words. */
  readonly guide: Tongue;
  /** Of the visitor's. */
  readonly visitor: Tongue;
}

/** From this probability on an option is taken as the answer. */
export const takenFrom = 0.6;

/** Reads a reply to a question of a guide. */
export function readReply(text: string, node: GuideNode, tongues: Tongues, meaning?: ReplyMeaning): Reading {
  const tongue = tongueOfReply(text, tongues);
  const folded = foldReply(text);
  const exact = exactOption(folded, node);
  if (exact !== undefined) return { kind: 'option', option: exact.id, certainty: 1 };
  const command = commandOf(folded, tongue);
  if (command !== undefined) return { kind: command };
  const rest = afterLead(folded, 'correction', tongue);
  if (rest !== undefined && rest !== '') return { kind: 'correction', rest };
  const point = withoutFiller(folded, tongue);
  const isAsked = /[?？؟]\s*$/u.test(text);
  const isPolar = leadOf(point, tongue) !== 0;
  if (says(point, 'unsure', 'lead', tongue) || (!isPolar && !namesAmount(folded, node, tongue) && says(point, 'unsure', 'any', tongue))) {
    if (says(point, 'how', 'any', tongue) && !isPolar) return { kind: 'how' };
    const option = node.options.find((each) => meaningOf(each, tongues.guide) === 'unsure');
    return option === undefined ? { kind: 'unsure' } : { kind: 'option', option: option.id, certainty: 1 };
  }
  if (!isPolar && says(point, 'why', 'lead', tongue)) return { kind: 'why' };
  if (!isPolar && says(point, 'how', 'lead', tongue)) return { kind: 'how' };
  const read = bestOption(folded, point, node, tongues, tongue, meaning);
  if (isAsked && !isPolar && read.certainty < 0.9) return { kind: says(point, 'how', 'any', tongue) ? 'how' : 'unclear' };
  return read.certainty >= takenFrom ? { kind: 'option', ...read } : { kind: 'unclear' };
}

/** Reads a reply to "is it gone?" after a fix. */
export function readOutcome(text: string, tongues: Tongues, meaning?: ReplyMeaning): Reading {
  const tongue = tongueOfReply(text, tongues);
  const folded = foldReply(text);
  const command = commandOf(folded, tongue);
  if (command !== undefined && command !== 'skip') return { kind: command };
  if (command === 'skip') return { kind: 'failed' };
  const rest = afterLead(folded, 'correction', tongue);
  if (rest !== undefined && rest !== '') return { kind: 'correction', rest };
  const point = withoutFiller(folded, tongue);
  if (says(point, 'unsolved', 'lead', tongue)) return { kind: 'failed' };
  const lead = leadOf(point, tongue);
  if (lead === 0 && says(point, 'why', 'lead', tongue)) return { kind: 'why' };
  if (lead === 0 && says(point, 'how', 'lead', tongue)) return { kind: 'how' };
  // "No, it works now" and "yes, still": what is told counts more than the word before it.
  const told = afterLead(point, lead > 0 ? 'yes' : 'no', tongue) ?? '';
  if (lead !== 0 && told !== '') {
    if (says(told, 'unsolved', 'any', tongue)) return { kind: 'failed' };
    if (says(told, 'solved', 'lead', tongue) && !isNegated(told, tongue)) return { kind: 'worked' };
  }
  if (lead !== 0) return { kind: lead > 0 ? 'worked' : 'failed' };
  if (says(point, 'tried', 'lead', tongue) && !says(point, 'solved', 'any', tongue)) return { kind: 'failed' };
  if (says(point, 'unsolved', 'any', tongue) || isNegated(point, tongue)) return { kind: 'failed' };
  if (says(point, 'solved', 'any', tongue) || says(point, 'affirms', 'whole', tongue)) return { kind: 'worked' };
  if (says(point, 'unsure', 'any', tongue)) return { kind: 'unsure' };
  if (meaning !== undefined && Math.abs(meaning.yes) > 0.1) return { kind: meaning.yes > 0 ? 'worked' : 'failed' };
  return { kind: 'unclear' };
}

/**
 * The option that words spoken before the question already answer, or undefined. Strict: nearly all of what the question
 * and the option say has to be there, or a visitor would never be asked.
 * @param common terms that the whole guide is about, which answer nothing
 */
export function answeredBefore(text: string, node: GuideNode, tongues: Tongues, common: ReadonlySet<string>): string | undefined {
  const tongue = tongues.visitor;
  if (tongue.language !== tongues.guide.language) return undefined;
  const told = clausesOf(foldReply(text), tongue).filter((clause) => !says(clause, 'unsure', 'any', tongue));
  const asked = topics(node.question, tongues.guide.locale).filter(({ term }) => !common.has(term));
  for (const clause of told) {
    const terms = new Set(tokenize(clause, tongues.visitor.locale).map(({ term }) => term));
    const shared = asked.filter(({ term }) => terms.has(term)).length;
    const isPolar = node.options.every((option) => meaningOf(option, tongues.guide) !== undefined);
    if (isPolar && asked.length >= 2 && shared / asked.length >= passedFrom) {
      const odds = clauseOdds(clause, node, tongues, tongue);
      const wanted = odds > 0 ? 'yes' : 'no';
      const option = node.options.find((each) => meaningOf(each, tongues.guide) === wanted);
      if (Math.abs(odds) >= plainOdds && option !== undefined) return option.id;
    }
    if (isPolar || shared === 0 || isNegated(clause, tongue)) continue;
    const fits = node.options.map((option) => ({ option, own: topics(option.label, tongues.guide.locale) }));
    const full = fits.filter(({ own }) => own.length > 0 && own.every(({ term }) => terms.has(term)));
    if (full.length === 1) return full[0]?.option.id;
  }
  return undefined;
}

/** Share of a question's topics that words have to name before they are taken to answer it. */
const passedFrom = 0.75;
const plainOdds = 1.5;

/** The visitor's language where the agent speaks it; a plain yes or no in the guide's counts as that. */
function tongueOfReply(text: string, { guide, visitor }: Tongues): Tongue {
  if (guide.language === visitor.language) return visitor;
  const folded = foldReply(text);
  const knows = (tongue: Tongue) =>
    says(folded, 'yes', 'whole', tongue) || says(folded, 'no', 'whole', tongue) || says(folded, 'unsure', 'whole', tongue);
  return !knows(visitor) && knows(guide) ? guide : visitor;
}

type Command = 'back' | 'restart' | 'skip' | 'stop';

function commandOf(folded: string, tongue: Tongue): Command | undefined {
  const point = withoutFiller(folded, tongue);
  return (['restart', 'back', 'skip', 'stop'] as const).find(
    (each) => says(folded, each, 'whole', tongue) || says(point, each, 'whole', tongue),
  );
}

/** An option's own words, or its number where the question is not about numbers. */
function exactOption(folded: string, node: GuideNode): GuideOption | undefined {
  const bare = bareWords(folded);
  const said = node.options.filter((option) =>
    [option.label, ...(option.phrasings ?? [])].some((words) => bareWords(foldReply(words)) === bare),
  );
  if (said.length === 1) return said[0];
  const place = /^\(?([1-9])[.)]?$/.exec(folded)?.[1];
  const isAboutNumbers = node.options.some((option) => option.from !== undefined || option.to !== undefined || /\p{N}/u.test(option.label));
  return place === undefined || isAboutNumbers ? undefined : node.options[Number(place) - 1];
}

function bareWords(folded: string): string {
  return folded
    .replace(/[^\p{L}\p{N}<>.]+/gu, ' ')
    .replace(/\.(?!\d)/g, '')
    .trim();
}

/** 1 where a text starts with yes, -1 with no, 0 otherwise. */
function leadOf(point: string, tongue: Tongue): number {
  if (says(point, 'unsure', 'lead', tongue)) return 0;
  if (says(point, 'notNot', 'lead', tongue)) return 1;
  // "No rust" tells how it looks, "no, rusty" answers first.
  if (says(point, 'no', 'lead', tongue))
    return /^\p{L}+ \p{L}/u.test(point) && says(afterLead(point, 'no', tongue) ?? '', 'bad', 'lead', tongue) ? 0 : -1;
  if (!says(point, 'yes', 'lead', tongue)) return 0;
  // "Yes" stands by itself or before a pause; "right side" and "sure sign" are no yes.
  const rest = afterLead(point, 'yes', tongue) ?? '';
  return rest === '' || !isNegated(clausesOf(point, tongue)[0] ?? '', tongue) ? 1 : 0;
}

const labelMeanings = new Map<string, Meaning | null>();

/** What an option's label says in one word, or undefined. */
export function meaningOf(option: GuideOption, tongue: Tongue): Meaning | undefined {
  if (option.means !== undefined) return option.means;
  const key = `${tongue.language} ${option.label}`;
  let meaning = labelMeanings.get(key);
  if (meaning === undefined) {
    meaning = readMeaning(foldReply(option.label), tongue) ?? null;
    if (labelMeanings.size > 2000) labelMeanings.clear();
    labelMeanings.set(key, meaning);
  }
  return meaning ?? undefined;
}

function readMeaning(label: string, tongue: Tongue): Meaning | undefined {
  if (says(label, 'unsure', 'lead', tongue)) return 'unsure';
  const [first = ''] = clausesOf(label, tongue);
  const isWord = (list: 'yes' | 'no') =>
    says(first, list, 'whole', tongue) &&
    !/^(?:right|always|never|all of them|both|nothing|none|zero|siempre|nunca|immer|nie|toujours|jamais|sempre|всегда|никогда|全部|両方|都)$/u.test(
      first,
    );
  if (isWord('yes')) return 'yes';
  return isWord('no') ? 'no' : undefined;
}

/** Whether a reply names a number where numbers are asked for: "maybe 20 seconds" is an answer. */
function namesAmount(folded: string, node: GuideNode, tongue: Tongue): boolean {
  return /\p{N}/u.test([node.question, ...node.options.map(({ label }) => label)].join(' ')) && quantityOf(folded, tongue) !== undefined;
}

interface Scored {
  readonly option: string;
  readonly certainty: number;
}

function bestOption(folded: string, point: string, node: GuideNode, tongues: Tongues, tongue: Tongue, meaning?: ReplyMeaning): Scored {
  const odds = replyOdds(folded, point, node, tongues, tongue, meaning);
  const amount = quantityOf(folded, tongue);
  const lexical = wordScores(folded, node, tongues, tongue);
  const nearness = meaning === undefined ? [] : centred(meaning.options);
  const meanings = node.options.map((option) => meaningOf(option, tongues.guide) ?? impliedMeaning(option, node, tongues));
  const scores = node.options.map((option, index) => {
    const says = meanings[index];
    const polar = says === 'yes' ? odds : says === 'no' ? -odds : 0;
    return (
      polar + weights.words * (lexical[index] ?? 0) + weights.meaning * (nearness[index] ?? 0) + amountScore(amount, option, tongues.guide)
    );
  });
  const unsure = node.options.findIndex((_, index) => meanings[index] === 'unsure');
  if (unsure >= 0) scores[unsure] = -2;
  return softmaxBest(scores, node);
}

/** How much each kind of evidence weighs, in log-odds. */
const weights = {
  words: 5,
  meaning: 4,
  amount: 6,
  lead: 4,
  echo: 2.2,
  negation: 2.2,
  affirmation: 2.2,
  state: 1.6,
  hint: 1,
  leaning: 6,
} as const;

function softmaxBest(scores: readonly number[], node: GuideNode): Scored {
  const top = Math.max(...scores);
  const sum = scores.reduce((total, score) => total + Math.exp(score - top), 0);
  const index = scores.indexOf(top);
  // One option alone follows from whatever is said, if anything speaks for it.
  const certainty = node.options.length === 1 ? 1 / (1 + Math.exp(-top)) : 1 / sum;
  return { option: node.options[index]?.id ?? '', certainty };
}

function centred(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  return values.map((value) => value - mean);
}

/** Log-odds that a reply says yes to the question. */
function replyOdds(folded: string, point: string, node: GuideNode, tongues: Tongues, tongue: Tongue, meaning?: ReplyMeaning): number {
  const lead = leadOf(point, tongue);
  if (lead !== 0) return lead * weights.lead;
  const amount = amountOdds(folded, node.question, tongue, tongues);
  if (amount !== 0) return amount;
  const clauses = clausesOf(point, tongue);
  const echoing = clauses.filter((clause) => echoes(clause, node, tongues));
  const odds = (echoing.length > 0 ? echoing : clauses).map((clause) => clauseOdds(clause, node, tongues, tongue));
  const leaning = meaning === undefined ? 0 : weights.leaning * meaning.yes;
  const strongest = odds.reduce((most, each) => (Math.abs(each) > Math.abs(most) ? each : most), 0);
  return strongest + (Math.abs(strongest) >= plainOdds ? leaning / 3 : leaning);
}

function echoes(clause: string, node: GuideNode, tongues: Tongues): boolean {
  const asked = new Set(topics(node.question, tongues.guide.locale).map(({ term }) => term));
  return tokenize(clause, tongues.visitor.locale).some(({ term, weight }) => weight >= 0.6 && asked.has(term));
}

/** Log-odds that one clause says yes: by contraries, by what it repeats, by how things stand. */
function clauseOdds(clause: string, node: GuideNode, tongues: Tongues, tongue: Tongue): number {
  const question = foldReply(node.question);
  const contrary = contraryOdds(clause, question, tongue);
  const negated = isNegated(clause, tongue);
  const isAskedNegated = isNegated(question, tongue);
  const turn = isAskedNegated ? -1 : 1;
  if (contrary !== 0) return (negated ? -1 : 1) * contrary * weights.echo;
  const isEchoed = echoes(clause, node, tongues);
  const stateOdds = valence(clause, tongue);
  const asked = valence(question, tongue);
  if (negated && stateOdds < 0 && !isEchoed) return (asked < 0 ? -1 : 1) * weights.state;
  if (negated) return -turn * weights.negation;
  if (stateOdds !== 0 && !(isEchoed && stateOdds === asked)) return stateOdds * (asked < 0 ? -1 : 1) * weights.state;
  if (isEchoed) return turn * weights.echo;
  if (says(clause, 'affirms', 'whole', tongue) || says(clause, 'tried', 'lead', tongue)) return weights.affirmation;
  if (says(clause, 'affirms', 'lead', tongue)) return weights.hint;
  return says(clause, 'yes', 'lead', tongue) ? weights.affirmation : 0;
}

/** 1 where a text says that something is as it should be, -1 where it is not. */
function valence(text: string, tongue: Tongue): number {
  if (says(text, 'bad', 'any', tongue)) return -1;
  return says(text, 'good', 'any', tongue) ? 1 : 0;
}

/** -1 where a clause names the contrary of a word of the question, 1 where it repeats a word that has a contrary. */
function contraryOdds(clause: string, question: string, tongue: Tongue): number {
  const isIn = (text: string, word: string) =>
    tongue.language === 'zh' || tongue.language === 'ja'
      ? text.includes(word)
      : new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, 'u').test(text);
  for (const [word, contraries] of tongue.opposites) {
    if (!isIn(question, word) || contraries.some((each) => isIn(question, each))) continue;
    if (contraries.some((each) => isIn(clause, each)) && !isIn(clause, word)) return -1;
    if (isIn(clause, word)) return 1;
  }
  return 0;
}

/** "Does it read over 12 V?" "11.4": what the number says. */
function amountOdds(folded: string, question: string, tongue: Tongue, tongues: Tongues): number {
  const asked = quantityOf(question, tongues.guide);
  const told = quantityOf(folded, tongue);
  if (asked === undefined || told === undefined || asked.from === asked.to) return 0;
  const fit = fitOf(told, asked);
  return fit === 1 ? weights.lead : fit === 0 ? -weights.lead : 0;
}

function amountScore(told: Quantity | undefined, option: GuideOption, tongue: Tongue): number {
  if (told === undefined) return 0;
  const { from, to } = option;
  const range =
    from === undefined && to === undefined
      ? quantityOf(option.label, tongue)
      : { from: from ?? Number.NEGATIVE_INFINITY, to: to ?? Number.POSITIVE_INFINITY, isTime: told.isTime };
  if (range === undefined) return 0;
  return (fitOf(told, range) - 0.5) * weights.amount;
}

/** Labels that say no without the word: they negate the question or name its contrary. */
function impliedMeaning(option: GuideOption, node: GuideNode, tongues: Tongues): Meaning | undefined {
  const tongue = tongues.guide;
  const question = foldReply(node.question);
  const label = foldReply(option.label);
  const contrary = contraryOdds(label, question, tongue);
  if (contrary !== 0) return contrary > 0 !== isNegated(label, tongue) ? 'yes' : 'no';
  const negated = node.options.filter(({ label: each }) => isNegated(foldReply(each), tongue));
  if (negated.length === 1) return negated[0] === option ? 'no' : node.options.length === 2 ? 'yes' : undefined;
  return undefined;
}

const closeTerms = 0.6;

/** How much of each option's words a reply repeats, -1 to 1; words that several options share count for less. */
function wordScores(folded: string, node: GuideNode, tongues: Tongues, tongue: Tongue): number[] {
  const phrases = node.options.map((option) =>
    [option.label, ...(option.phrasings ?? [])].map((text) => ({
      tokens: telling(text, tongues.guide.locale),
      negated: isNegated(foldReply(text), tongues.guide),
    })),
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

/** Tokens that carry a topic. */
function topics(text: string, locale: Locale): Token[] {
  return tokenize(text, locale).filter(({ weight }) => weight >= 0.9);
}

/** Tokens that carry a topic; of a label that has none, all. */
function telling(text: string, locale: Locale): Token[] {
  const tokens = tokenize(text, locale);
  const own = tokens.filter(({ weight }) => weight >= 0.5);
  return own.length > 0 ? own : tokens;
}
