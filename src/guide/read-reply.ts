import type { Locale } from '../language/locale.ts';
import { type Token, tokenize } from '../language/tokens.ts';
import type { GuideNode, GuideOption } from './guide.ts';
import { inDigits } from './number-words.ts';
import { bodyOf, meaningOf, meaningsOf } from './option-meaning.ts';
import { quantityOf } from './quantity.ts';
import { afterLead, clausesOf, foldReply, isCommand, isNegated, says, type Tongue, type Tongues, withoutFiller } from './reply-text.ts';
import { clauseLeaning, leadOf } from './says-yes.ts';
import { type ReplyMeaning, weighOptions } from './weigh-options.ts';

/** What a reply does in a guide. */
export type Reading =
  /** Answers with an option, right with this probability. */
  | { readonly kind: 'option'; readonly option: string; readonly certainty: number }
  | { readonly kind: 'unsure' | 'how' | 'why' | 'back' | 'restart' | 'skip' | 'stop' | 'worked' | 'failed' | 'tried' | 'unclear' }
  /** Says no more than what several options have in common. */
  | { readonly kind: 'several' }
  /** Corrects what was said before; `isOfLast` where it names the last answer, or its own mistake. */
  | { readonly kind: 'correction'; readonly rest: string; readonly isOfLast?: boolean };

/** From this probability on an option is taken as the answer: where tests/benchmarks/fit-replies.ts finds the least cost. */
export const takenFrom = 0.55;

/** Reads a reply to a question of a guide. */
export function readReply(text: string, node: GuideNode, tongues: Tongues, meaning?: ReplyMeaning): Reading {
  const tongue = tongueOfReply(text, tongues);
  const folded = foldReply(text);
  const exact = exactOption(folded, node, tongues.guide) ?? optionByPlace(folded, node, tongue);
  if (exact !== undefined) return { kind: 'option', option: exact.id, certainty: 1 };
  const command = commandOf(folded, tongue);
  if (command !== undefined) return { kind: command };
  if (isMended(folded, node, tongues.guide, tongue)) return { kind: 'worked' };
  const corrected = correctionOf(folded, tongue);
  if (corrected !== undefined) return corrected;
  const point = withoutFiller(folded, tongue);
  const isAsked = /[?？؟]\s*$/u.test(text);
  const isPolar = leadOf(point, tongue) !== 0;
  if (says(point, 'unsure', isPolar ? 'lead' : 'any', tongue) && !namesAmount(folded, node, tongue)) {
    if (says(point, 'how', 'any', tongue) && !isPolar) return { kind: 'how' };
    const option = node.options.find((each) => meaningOf(each, tongues.guide) === 'unsure');
    return option === undefined ? { kind: 'unsure' } : { kind: 'option', option: option.id, certainty: 1 };
  }
  // Words that ask stand anywhere in what ends as a question: "and the filter, where do I find it?".
  const place = isAsked ? 'any' : 'lead';
  if (!isPolar && says(point, 'why', place, tongue)) return { kind: 'why' };
  if (!isPolar && says(point, 'how', place, tongue)) return { kind: 'how' };
  // "No" answers nothing where no option says yes or no.
  const isBareWord = says(point, 'yes', 'whole', tongue) || says(point, 'no', 'whole', tongue);
  if (isBareWord && node.options.length > 1 && meaningsOf(node, tongues.guide).every((each) => each === undefined || each === 'unsure'))
    return { kind: 'unclear' };
  const hasTried = clausesOf(point, tongue).every((clause) => {
    const rest = afterLead(withoutFiller(clause, tongue), 'tried', tongue);
    return rest !== undefined && topics(rest, tongues.visitor.locale).length === 0;
  });
  // "Already checked" does not tell what was found; it says yes only to whether that was done.
  const asksDone = () =>
    node.options.every((option) => meaningOf(option, tongues.guide) !== undefined) &&
    says(foldReply(node.question), 'asksDone', 'any', tongues.guide);
  if (hasTried && !asksDone()) return { kind: 'tried' };
  const read = weighOptions(folded, point, node, tongues, tongue, meaning);
  if (isAsked && !isPolar && read.certainty < 0.9) return { kind: 'unclear' };
  if (read.certainty >= takenFrom) return { kind: 'option', ...read };
  if (fitsSeveral(folded, node, tongues)) return { kind: 'several' };
  return { kind: hasTried ? 'tried' : 'unclear' };
}

/** Whether what a reply names of the options stands in several of them alike, and it hardly names anything else. */
function fitsSeveral(folded: string, { options }: GuideNode, { guide, visitor }: Tongues): boolean {
  const own = options.map(
    ({ label, phrasings = [] }) => new Set(tokenize([label, ...phrasings].join('\n'), guide.locale).map(({ term }) => term)),
  );
  const said = topics(folded, visitor.locale);
  const named = said.filter(({ term }) => own.some((terms) => terms.has(term)));
  const fitting = own.filter((terms) => named.every(({ term }) => terms.has(term)));
  return named.length > 0 && 2 * named.length >= said.length && fitting.length > 1;
}

/**
 * Whether a reply says that the fault is gone, and nothing else. Where a question is about just that, and where it takes a yes
 * or no that "it works now" may be, it is an answer.
 */
function isMended(folded: string, node: GuideNode, guide: Tongue, tongue: Tongue): boolean {
  const said = clausesOf(afterLead(folded, 'correction', tongue) ?? folded, tongue).map((clause) => endingOf(clause, tongue));
  if (said.includes('other') || !(said.includes('mended') || said.includes('works'))) return false;
  const asked = [node.question, ...node.options.map(({ label }) => label)];
  if (asked.some((words) => says(foldReply(words), 'solved', 'any', guide))) return false;
  if (!node.options.every((option) => meaningOf(option, guide) !== undefined)) return true;
  return leadOf(withoutFiller(folded, tongue), tongue) === 0 && (said.includes('mended') || said.includes('polite'));
}

/** What a clause has to do with the end of a fault; `polite` is thanks, joy, or a word that ends a talk. */
function endingOf(clause: string, tongue: Tongue): 'mended' | 'works' | 'polite' | 'other' {
  const isPolite = (words: string) => (['solved', 'good', 'stop', 'yes'] as const).some((list) => says(words, list, 'whole', tongue));
  for (const words of [clause, withoutFiller(clause, tongue)])
    for (const [kind, list] of [
      ['mended', 'mended'],
      ['works', 'worksAgain'],
    ] as const) {
      const rest = afterLead(words, list, tongue);
      if (rest === '') return kind;
      if (rest !== undefined && isPolite(rest)) return 'mended';
    }
  return isPolite(clause) ? 'polite' : 'other';
}

/** Reads a reply to "is it gone?" after a fix. */
export function readOutcome(text: string, tongues: Tongues): Reading {
  const tongue = tongueOfReply(text, tongues);
  const folded = foldReply(text);
  const command = commandOf(folded, tongue);
  if (command !== undefined && command !== 'skip') return { kind: command };
  if (command === 'skip') return { kind: 'failed' };
  const corrected = correctionOf(folded, tongue);
  if (corrected !== undefined) return corrected;
  // "OK", "let me try": nobody knows yet whether it helped.
  if (says(folded, 'acknowledges', 'whole', tongue)) return { kind: 'unclear' };
  const point = withoutFiller(folded, tongue);
  if (says(point, 'unsolved', 'lead', tongue)) return { kind: 'failed' };
  // "Already tried that" begins in some languages as a yes does.
  const hasTried = says(point, 'tried', 'lead', tongue) && !says(point, 'yes', 'whole', tongue);
  if (hasTried && !says(point, 'solved', 'any', tongue)) return { kind: 'failed' };
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
  if (says(point, 'unsolved', 'any', tongue) || isNegated(point, tongue)) return { kind: 'failed' };
  if (says(point, 'solved', 'any', tongue) || says(point, 'affirms', 'whole', tongue)) return { kind: 'worked' };
  if (says(point, 'unsure', 'any', tongue)) return { kind: 'unsure' };
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
  const named = authoredTopics(node.question, tongues.guide.locale);
  const asked = named.filter(({ term }) => !common.has(term));
  for (const clause of told) {
    const terms = new Set(tokenize(clause, tongues.visitor.locale).map(({ term }) => term));
    const shared = asked.filter(({ term }) => terms.has(term)).length;
    const isPolar = node.options.every((option) => meaningOf(option, tongues.guide) !== undefined);
    // "Tried another cable" does not tell whether it helped.
    const isTold = !says(clause, 'tried', 'any', tongue) || says(foldReply(node.question), 'asksDone', 'any', tongues.guide);
    if (isPolar && isTold && asked.length >= 2 && shared / asked.length >= passedFrom) {
      const leaning = clauseLeaning(clause, node, tongues, tongue);
      const option = node.options.find((each) => meaningOf(each, tongues.guide) === (leaning?.sign === 1 ? 'yes' : 'no'));
      if (leaning !== undefined && !faint.has(leaning.by) && option !== undefined) return option.id;
    }
    // "On the left side" answers "On which side?", although the whole guide may be about sides.
    if (isPolar || !named.some(({ term }) => terms.has(term)) || isNegated(clause, tongue)) continue;
    const said = (words: string): number => {
      const own = authoredTopics(words, tongues.guide.locale);
      return !isNegated(foldReply(words), tongues.guide) && own.every(({ term }) => terms.has(term)) ? own.length : 0;
    };
    const fits = node.options.map(({ label, phrasings = [] }) => Math.max(...[label, ...phrasings].map(said)));
    // "Pulsing white" says more than "white".
    const most = Math.max(...fits);
    if (most > 0 && fits.filter((fit) => fit === most).length === 1) return node.options[fits.indexOf(most)]?.id;
  }
  return undefined;
}

/** Share of a question's topics that words have to name before they are taken to answer it. */
const passedFrom = 0.75;
/** What is too little to take a question as answered. */
const faint: ReadonlySet<string> = new Set(['hint', 'plain']);

/** What is left after "wait, I was wrong about the last one:"; undefined where the text does not start so. */
function correctionOf(folded: string, tongue: Tongue): Reading | undefined {
  let rest: string | undefined = afterLead(folded, 'correction', tongue);
  if (rest === undefined) return undefined;
  let isOfLast = false;
  for (let count = 0; count < 3; count += 1) {
    const further: string | undefined = afterLead(rest, 'correction', tongue);
    const named: string | undefined = afterLead(rest, 'mistake', tongue) ?? afterLead(rest, 'before', tongue);
    const next: string | undefined = further ?? named;
    if (next === undefined) break;
    isOfLast ||= named !== undefined;
    rest = next;
  }
  return rest === '' ? undefined : { kind: 'correction', rest, ...(isOfLast ? { isOfLast } : {}) };
}

/** The visitor's language where the agent speaks it; a plain yes or no in the guide's counts as that. */
function tongueOfReply(text: string, { guide, visitor }: Tongues): Tongue {
  if (guide.language === visitor.language) return visitor;
  const folded = foldReply(text);
  const knows = (tongue: Tongue) =>
    says(folded, 'yes', 'whole', tongue) || says(folded, 'no', 'whole', tongue) || says(folded, 'unsure', 'whole', tongue);
  return !knows(visitor) && knows(guide) ? guide : visitor;
}

type Command = 'back' | 'restart' | 'skip' | 'stop';

function commandOf(text: string, tongue: Tongue): Command | undefined {
  return (['restart', 'back', 'skip', 'stop'] as const).find((each) => isCommand(text, each, tongue));
}

/** An option's own words, or its number where the question is not about numbers. */
function exactOption(folded: string, node: GuideNode, guide: Tongue): GuideOption | undefined {
  const bare = bareWords(folded);
  const said = node.options.filter((option) =>
    [option.label, ...(option.phrasings ?? [])].some((words) => bareWords(foldReply(words)) === bare),
  );
  if (said.length === 1) return said[0];
  const named = node.options.filter(({ label }) => bareWords(bodyOf(foldReply(label), guide)) === bare);
  if (named.length === 1) return named[0];
  const place = /^\(?([1-9])[.)]?$/.exec(folded)?.[1];
  const isAboutNumbers = node.options.some((option) => option.from !== undefined || option.to !== undefined || /\p{N}/u.test(option.label));
  return place === undefined || isAboutNumbers ? undefined : node.options[Number(place) - 1];
}

/** "The second one": an option by its place, where no option has such a word of its own. */
function optionByPlace(folded: string, { options }: GuideNode, tongue: Tongue): GuideOption | undefined {
  const { ordinals, aroundOrdinal } = tongue.words;
  const gap = tongue.language === 'zh' || tongue.language === 'ja' ? '' : '(?:\\s+|$)';
  const places = ordinals.split('/');
  const hasNumbers = options.some(({ label }) => /\p{N}/u.test(label));
  const pattern = new RegExp(
    `^(?:${aroundOrdinal}${gap})*(?<place>${places.map((each) => `(?:${each})`).join('|')}${hasNumbers ? '' : '|\\d'})${gap}(?:${aroundOrdinal}${gap})*$`,
    'u',
  );
  const bare = bareWords(withoutFiller(folded, tongue));
  const place = (pattern.exec(bare) ?? (hasNumbers ? null : pattern.exec(bareWords(inDigits(bare, tongue)))))?.groups?.place;
  if (place === undefined || bareWords(folded) === place.replace(/\D/g, '')) return undefined;
  const index = places.findIndex((each) => new RegExp(`^(?:${each})$`, 'u').test(place));
  if (index < 0) return options[Number(place) - 1];
  const named = new RegExp(`(?:${places[index]})`, 'u');
  if (options.some(({ label }) => named.test(foldReply(label)))) return undefined;
  if (index === lastPlace) return options.at(-1);
  return index > lastPlace ? (options.length % 2 === 1 ? options[(options.length - 1) / 2] : undefined) : options[index];
}

/** Where "last" stands in `ReplyWords.ordinals`; "middle" follows. */
const lastPlace = 5;

function bareWords(folded: string): string {
  return folded
    .replace(/[^\p{L}\p{N}<>.]+/gu, ' ')
    .replace(/\.(?!\d)/g, '')
    .trim();
}

/** Whether a reply names a number where numbers are asked for: "maybe 20 seconds" is an answer. */
function namesAmount(folded: string, node: GuideNode, tongue: Tongue): boolean {
  return /\p{N}/u.test([node.question, ...node.options.map(({ label }) => label)].join(' ')) && quantityOf(folded, tongue) !== undefined;
}

/** Tokens that carry a topic. */
function topics(text: string, locale: Locale): Token[] {
  return tokenize(text, locale).filter(({ weight }) => weight >= 0.9);
}

const authored = new Map<string, readonly Token[]>();

/** Topics of an author's words, which are held against each message. */
function authoredTopics(text: string, locale: Locale): readonly Token[] {
  const key = `${locale} ${text}`;
  const known = authored.get(key) ?? topics(text, locale);
  if (authored.size > 2000) authored.clear();
  authored.set(key, known);
  return known;
}
