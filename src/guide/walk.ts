import { tokenize } from '../language/tokens.ts';
import { chooseByGain } from './choose-question.ts';
import { type Guide, type GuideFix, type GuideNode, type GuideOption, toPerson } from './guide.ts';
import type { GuideChange, GuideState, GuideStep } from './guide-state.ts';
import { knownIn, withNoted } from './note-facts.ts';
import { type Reading, readReply } from './read-reply.ts';
import { clausesOf, foldReply, isNegated, says, type Tongue, type Tongues } from './reply-text.ts';

/** Where a guide goes on: at a question or fix, or nowhere. */
export type Onward = { readonly state: GuideState } | { readonly ended: 'unsolved' | 'person'; readonly past: readonly GuideStep[] };

/** Guides of more letters than this are not kept with the visitor's place in them, which is saved at each turn. */
const mostKept = 60_000;
/** More steps than this are a loop that helps nobody. */
const mostSteps = 200;
/** A drawn answer that was less certain than this may be taken back when its branch leads nowhere. */
const doubtfulBelow = 0.85;

/** Where to go on: a question or fix, or the option to be guessed at a question. */
interface Lead {
  readonly at: string;
  readonly guess?: string;
}

function leadTo(at: string | undefined): Lead | undefined {
  return at === undefined ? undefined : { at };
}

/** Starts a guide: the first question that the visitor's words do not answer already. */
export function startGuide(guide: Guide, opening: string, tongues: Tongues): Onward {
  const kept = JSON.stringify(guide).length <= mostKept ? { kept: guide } : {};
  const bare: GuideState = { guide: guide.id, locale: tongues.guide.locale, opening, at: '', past: [], misses: 0, ...kept };
  const state = withNoted(guide, bare, opening, tongues);
  return goOn(guide, state, leadTo(guide.start ?? chooseByGain(guide, knownIn(state))));
}

export function nodeAt(guide: Guide, at: string): GuideNode | undefined {
  return guide.nodes.find(({ id }) => id === at);
}

export function fixAt(guide: Guide, at: string): GuideFix | undefined {
  return guide.fixes.find(({ id }) => id === at);
}

/** Takes an option at the question now asked. */
export function takeOption(guide: Guide, state: GuideState, option: GuideOption, certainty: number, words: string): Onward {
  const step: GuideStep = { at: state.at, option: option.id, certainty, by: 'reply', words };
  const now = { ...state, past: [...state.past, step] };
  // Said once more after a fix has failed, it leads to nothing new.
  const isSame = isRecheck(guide, state) && state.past.findLast(({ at }) => at === state.at)?.option === option.id;
  return isSame ? askAgainOrEnd(guide, now) : goOn(guide, now, afterOption(guide, option, now));
}

/** Goes on without an answer: along the likeliest branch, the others kept for later. */
export function passOver(guide: Guide, state: GuideState, words: string): Onward {
  const now: GuideState = { ...state, past: [...state.past, { at: state.at, certainty: 0, by: 'reply', words }] };
  return goOn(guide, now, elsewhere(guide, now));
}

/** The fix now tried did not help. */
export function fixFailed(guide: Guide, state: GuideState, words: string): Onward {
  const now: GuideState = { ...state, past: [...state.past, { at: state.at, certainty: 1, by: 'reply', words }] };
  const lead = leadTo(fixAt(guide, state.at)?.otherwise) ?? elsewhere(guide, now);
  return lead === undefined ? askAgainOrEnd(guide, now) : goOn(guide, now, lead);
}

/** Whether the question now asked was answered before the last fix failed, as was all that was asked since. */
function isRecheck(guide: Guide, { at, past }: GuideState): boolean {
  const fix = past.findLastIndex((step) => nodeAt(guide, step.at) === undefined);
  const before = new Set(past.slice(0, Math.max(0, fix)).map((step) => step.at));
  return [at, ...past.slice(fix + 1).map((step) => step.at)].every((each) => before.has(each));
}

function askAgainOrEnd(guide: Guide, state: GuideState): Onward {
  const at = doubted(guide, state.past);
  return at === undefined ? { ended: 'unsolved', past: state.past } : { state: { ...state, at, misses: 0 } };
}

/** So many questions are put once more, each once, before a guide gives up: one of the answers may have been wrong. */
const mostRechecks = 2;

/** The latest question with a branch that was not gone, after every fix on the way has failed. */
function doubted(guide: Guide, past: readonly GuideStep[]): string | undefined {
  const asked = past.filter(({ at, by }) => by === 'reply' && nodeAt(guide, at) !== undefined).map(({ at }) => at);
  const rechecked = asked.filter((at, index) => asked.indexOf(at) < index);
  if (rechecked.length >= mostRechecks) return undefined;
  const tried = new Set(past.map(({ at }) => at));
  return [...new Set(asked)].reverse().find((at) => {
    const answer = past.find((step) => step.at === at)?.option;
    const others = nodeAt(guide, at)?.options.filter(
      ({ id, next }) => id !== answer && next !== undefined && next !== toPerson && !tried.has(next),
    );
    return answer !== undefined && !rechecked.includes(at) && (others?.length ?? 0) > 0;
  });
}

/** Undoes the last thing that the visitor said; undefined where there is none. */
export function stepBack(state: GuideState): GuideState | undefined {
  const { changes = [], noted: _, ...rest } = state;
  const last = lastReply(state);
  const change = changes.at(-1);
  if (change !== undefined && last < change.until) {
    const { at, from, past, noted } = change;
    const earlier = changes.length > 1 && { changes: changes.slice(0, -1) };
    const before = [...state.past.slice(0, from), ...past];
    return { ...rest, ...earlier, at, past: before, ...(noted && { noted }), misses: 0 };
  }
  if (last === -1) return undefined;
  const { at } = state.past[last] as GuideStep;
  return { ...state, at, past: state.past.slice(0, last), misses: 0 };
}

/** The state after a reply, with what it takes to undo it where it did more than add steps. */
function undoable(before: GuideState, after: GuideState): GuideState {
  const differing = before.past.findIndex((step, index) => step !== after.past[index]);
  if (differing === -1 && before.noted === after.noted) return after;
  const from = differing === -1 ? before.past.length : differing;
  const { at, noted } = before;
  const change: GuideChange = { until: after.past.length, at, from, past: before.past.slice(from), ...(noted && { noted }) };
  return { ...after, changes: [...(after.changes ?? []), change] };
}

/** Goes back to the question that a correction is about, and answers it anew; undefined where it is about none. */
export function correct(guide: Guide, state: GuideState, rest: string, isOfLast: boolean, tongues: Tongues): Onward | undefined {
  for (let index = state.past.length - 1; index >= 0; index -= 1) {
    const step = state.past[index] as GuideStep;
    const node = step.by === 'guess' ? undefined : nodeAt(guide, step.at);
    if (node === undefined) continue;
    const reading = readReply(rest, node, tongues);
    const option = reading.kind === 'option' ? node.options.find(({ id }) => id === reading.option) : undefined;
    if (reading.kind !== 'option' || option === undefined || option.id === step.option) continue;
    const isLast = index === lastReply(state);
    if (!(isLast && isOfLast) && reading.certainty < doubtfulBelow) continue;
    if (!isAbout(rest, node, tongues) && !isLast) continue;
    const noted = stillKnown(guide, state, index);
    const before = { ...state, at: step.at, past: state.past.slice(0, index), ...(noted.length > 0 && { noted }) };
    return takeOption(guide, before, option, reading.certainty, rest);
  }
  return correctNoted(guide, state, rest, tongues);
}

/** What stays known when the answer of one step is corrected: what was told before being asked, what was answered since, fixes that failed. */
function stillKnown(guide: Guide, { past, noted = [] }: GuideState, index: number): readonly GuideStep[] {
  const corrected = past[index]?.at;
  const answered = past
    .slice(index + 1)
    .filter(({ by, option, at }) => by !== 'guess' && (option !== undefined || fixAt(guide, at) !== undefined));
  const newest = new Map([...noted, ...answered].map((step) => [step.at, { ...step, by: 'earlier-words' as const }]));
  return [...newest.values()].filter(({ at }) => at !== corrected);
}

/** Changes what was told of a question that is not asked yet. */
function correctNoted(guide: Guide, state: GuideState, rest: string, tongues: Tongues): Onward | undefined {
  const { noted = [] } = state;
  for (const fact of noted) {
    const node = nodeAt(guide, fact.at);
    const reading = node !== undefined && isAbout(rest, node, tongues) ? readReply(rest, node, tongues) : undefined;
    if (reading?.kind !== 'option' || reading.option === fact.option || reading.certainty < doubtfulBelow) continue;
    const { option, certainty } = reading;
    return { state: { ...state, noted: noted.map((each) => (each === fact ? { ...fact, option, certainty, words: rest } : each)) } };
  }
  return undefined;
}

/** Whether words are about a question that was answered already. */
function isAboutEarlier(guide: Guide, state: GuideState, text: string, tongues: Tongues): boolean {
  return knownIn(state).some(({ at }) => {
    const node = nodeAt(guide, at);
    return node !== undefined && isAbout(text, node, tongues);
  });
}

function lastReply({ past }: GuideState): number {
  return past.findLastIndex(({ by }) => by === 'reply');
}

/** Whether words share a topic with a question or its answers. */
export function isAbout(text: string, node: GuideNode, tongues: Tongues): boolean {
  const said = new Set(tokenize(text, tongues.visitor.locale).map(({ term }) => term));
  const answers = node.options.flatMap(({ label, phrasings = [] }) => [label, ...phrasings]);
  const own = [node.question, ...answers].flatMap((each) => tokenize(each, tongues.guide.locale));
  return own.some(({ term, weight }) => weight >= 0.9 && said.has(term));
}

/** A state that fits the guide as it is now: where the guide changed under the visitor, as much of the way as still is there. */
export function refit(guide: Guide, state: GuideState, tongues: Tongues): Onward & { readonly changed: boolean } {
  const isThere = ({ at, option }: GuideStep) => {
    const node = nodeAt(guide, at);
    return node === undefined ? fixAt(guide, at) !== undefined : option === undefined || node.options.some(({ id }) => id === option);
  };
  const broken = state.past.findIndex((step) => !isThere(step));
  const known = nodeAt(guide, state.at) ?? fixAt(guide, state.at);
  if (broken === -1 && known !== undefined) return { state, changed: false };
  const first = broken === -1 ? undefined : state.past[broken]?.at;
  const past = broken === -1 ? state.past : state.past.slice(0, broken);
  const at = first !== undefined && nodeAt(guide, first) !== undefined ? first : undefined;
  const { changes: _, ...rest } = state;
  if (at !== undefined) return { state: { ...rest, at, past, misses: 0 }, changed: true };
  return { ...startGuide(guide, state.opening, tongues), changed: true };
}

/**
 * Whether the visitor's words name what only a person may handle: what the author says, and fire, gas and electric shock where
 * the author's own words do not speak of such things anyway.
 */
export function isDanger(guide: Guide, text: string, tongues: Tongues): boolean {
  if (speaksOfDanger(text, tongues.visitor) && !isAuthorAware(guide, tongues.guide)) return true;
  const said = new Set(tokenize(text, tongues.visitor.locale).map(({ term }) => term));
  return (guide.dangers ?? []).some((danger) => {
    const own = tokenize(danger, tongues.guide.locale).filter(({ weight }) => weight >= 0.9);
    return own.length > 0 && own.every(({ term }) => said.has(term));
  });
}

function speaksOfDanger(text: string, tongue: Tongue): boolean {
  return clausesOf(foldReply(text), tongue).some((clause) => says(clause, 'danger', 'any', tongue) && !isNegated(clause, tongue));
}

const aware = new WeakMap<Guide, boolean>();

function isAuthorAware(guide: Guide, tongue: Tongue): boolean {
  let known = aware.get(guide);
  if (known === undefined) {
    const asked = guide.nodes.flatMap(({ question, options }) => [question, ...options.map(({ label }) => label)]);
    known = [guide.title, ...guide.symptoms, ...asked].some((words) => says(foldReply(words), 'danger', 'any', tongue));
    aware.set(guide, known);
  }
  return known;
}

function afterOption(guide: Guide, option: GuideOption, state: GuideState): Lead | undefined {
  return leadTo(option.next) ?? elsewhere(guide, state);
}

/** Where to go when nothing drawn leads on: what tells most, or a branch that was left open. */
function elsewhere(guide: Guide, state: GuideState): Lead | undefined {
  return guide.causes === undefined ? openBranch(guide, state.past) : leadTo(chooseByGain(guide, knownIn(state)));
}

/** The latest question whose answer was not certain, for a branch of it that was not gone yet. */
function openBranch(guide: Guide, past: readonly GuideStep[]): Lead | undefined {
  for (let index = past.length - 1; index >= 0; index -= 1) {
    const step = past[index] as GuideStep;
    const node = nodeAt(guide, step.at);
    if (node === undefined || (step.option !== undefined && step.certainty >= doubtfulBelow)) continue;
    const gone = new Set(past.filter(({ at }) => at === node.id).map(({ option }) => option));
    const tried = new Set(past.map(({ at }) => at));
    const open = node.options.filter(({ id, next }) => !gone.has(id) && next !== undefined && next !== toPerson && !tried.has(next));
    const [best] = open.map((option) => ({ option, fixes: fixesBehind(guide, option.next as string) })).sort((a, b) => b.fixes - a.fixes);
    if (best !== undefined) return { at: node.id, guess: best.option.id };
  }
  return undefined;
}

/** How many fixes a branch leads to: with nothing known, each is as likely as another. */
function fixesBehind(guide: Guide, from: string): number {
  const nodes = new Map(guide.nodes.map((node) => [node.id, node]));
  const seen = new Set<string>();
  const waiting = [from];
  let fixes = 0;
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const node = nodes.get(id);
    if (node === undefined) fixes += 1;
    for (const { next } of node?.options ?? []) if (next !== undefined && next !== toPerson) waiting.push(next);
  }
  return fixes;
}

/** Comes to rest at the next question that is not answered yet, or at a fix. */
function goOn(guide: Guide, from: GuideState, to: Lead | undefined): Onward {
  let { past } = from;
  let next = to;
  while (next !== undefined && next.at !== toPerson && past.length < mostSteps) {
    const { at, guess }: Lead = next;
    const node = nodeAt(guide, at);
    const fix = node === undefined ? fixAt(guide, at) : undefined;
    const isNew = !past.some((step) => step.at === at);
    const told = isNew ? from.noted?.find((fact) => fact.at === at) : undefined;
    if (node === undefined) {
      if (fix === undefined) break;
      if (told === undefined) return restAt(from, at, past);
      past = [...past, told];
      next = leadTo(fix.otherwise) ?? elsewhere(guide, { ...from, past });
      continue;
    }
    if (guess !== undefined) {
      past = [...past, { at, option: guess, certainty: 0, by: 'guess' }];
      next = leadTo(node.options.find(({ id }) => id === guess)?.next);
      continue;
    }
    const option = node.options.find(({ id }) => id === told?.option);
    if (told === undefined || option === undefined) return restAt(from, at, past);
    past = [...past, told];
    next = afterOption(guide, option, { ...from, past });
  }
  return { ended: next?.at === toPerson ? 'person' : 'unsolved', past };
}

function restAt(from: GuideState, at: string, past: readonly GuideStep[]): Onward {
  return goesRound(past, at) ? { ended: 'unsolved', past } : { state: { ...from, at, past, misses: 0 } };
}

/** Whether two rounds that led back to a question or fix were the same: a third one leads nowhere. */
function goesRound(past: readonly GuideStep[], at: string): boolean {
  const [first, second] = past.flatMap((step, index) => (step.at === at ? [index] : [])).slice(-2);
  if (first === undefined || second === undefined) return false;
  const [one, other] = [past.slice(first, second), past.slice(second)];
  return one.length === other.length && one.every((step, index) => step.at === other[index]?.at && step.option === other[index]?.option);
}

/** One reply, as it was read: where it leads, and what is to be said besides. */
export type Said =
  | 'plain'
  | 'how'
  | 'why'
  | 'again'
  | 'choose'
  | 'which'
  | 'first'
  | 'restarted'
  | 'went-back'
  | 'corrected'
  | 'passed'
  | 'noted'
  | 'recheck'
  | 'outcome';
export type Taken = { readonly said: Said } & Onward;

/** How often a question is put again before it is passed over. */
const mostMisses = 2;

/** Carries a guide on by one reading of a reply. Worked and stop are for the caller: they end it. */
export function advance(guide: Guide, before: GuideState, reading: Reading, words: string, tongues: Tongues): Taken {
  const taken = takeReading(guide, before, reading, words, tongues);
  const isUndone = 'ended' in taken || reading.kind === 'back' || reading.kind === 'restart';
  return isUndone ? taken : { ...taken, state: undoable(before, taken.state) };
}

function takeReading(guide: Guide, before: GuideState, reading: Reading, words: string, tongues: Tongues): Taken {
  const isTelling = reading.kind === 'option' || reading.kind === 'unclear' || reading.kind === 'tried' || reading.kind === 'correction';
  const state = isTelling ? withNoted(guide, before, words, tongues) : before;
  const node = nodeAt(guide, state.at);
  const stay = (said: Said, misses = state.misses): Taken => ({ said, state: { ...state, misses } });
  const hasNoted = state !== before;
  // What fits another question wholly and this one hardly is said of that one.
  const isElsewhere = hasNoted && (reading.kind === 'unclear' || (reading.kind === 'option' && reading.certainty < doubtfulBelow));
  if (isElsewhere) return stay('noted');
  switch (reading.kind) {
    case 'option': {
      const option = node?.options.find(({ id }) => id === reading.option);
      return option === undefined ? stay('again') : { said: 'plain', ...takeOption(guide, state, option, reading.certainty, words) };
    }
    case 'correction': {
      const present = reading.isOfLast === true || node === undefined ? undefined : readReply(reading.rest, node, tongues);
      const isAnswer =
        present?.kind === 'option' && present.certainty >= doubtfulBelow && !isAboutEarlier(guide, state, reading.rest, tongues);
      if (present !== undefined && isAnswer) return takeReading(guide, state, present, words, tongues);
      const corrected = correct(guide, state, reading.rest, reading.isOfLast === true, tongues);
      if (corrected !== undefined) return { said: 'corrected', ...corrected };
      if (hasNoted) return stay('noted');
      const again = node === undefined ? undefined : readReply(reading.rest, node, tongues);
      return again === undefined || again.kind === 'correction'
        ? stay('again', state.misses + 1)
        : takeReading(guide, state, again, words, tongues);
    }
    case 'back': {
      const previous = stepBack(state);
      return previous === undefined ? stay('first') : { said: 'went-back', state: previous };
    }
    case 'restart':
      return { said: 'restarted', state: firstOf(guide, state) };
    case 'skip':
      return { said: 'passed', ...(node === undefined ? fixFailed(guide, state, words) : passOver(guide, state, words)) };
    case 'failed': {
      const onward = fixFailed(guide, state, words);
      return { said: 'state' in onward && isRecheck(guide, onward.state) ? 'recheck' : 'plain', ...onward };
    }
    case 'tried':
      return stay('outcome', state.misses + 1);
    case 'unsure':
      // Told how to check first, where the author says how.
      if (node?.how !== undefined && state.misses === 0) return stay('how', 1);
      return node === undefined ? stay('again') : { said: 'passed', ...passOver(guide, state, words) };
    case 'how':
    case 'why':
      return stay(reading.kind);
    default:
      if (state.misses >= mostMisses && node !== undefined) return { said: 'passed', ...passOver(guide, state, words) };
      return stay(reading.kind === 'several' ? 'which' : state.misses === 0 ? 'again' : 'choose', state.misses + 1);
  }
}

/** The beginning, asked in full: whoever starts over wants to be asked. */
function firstOf(guide: Guide, { noted: _, changes: __, ...state }: GuideState): GuideState {
  const at = guide.start ?? chooseByGain(guide, []) ?? state.at;
  return { ...state, at, past: [], misses: 0 };
}
