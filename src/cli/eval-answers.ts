import { emptyState } from '../decide/state.ts';
import { quantitiesOf } from '../generate/check/quantities.ts';
import { checkReply } from '../generate/check-reply.ts';
import type { Generator } from '../generate/generator.ts';
import { foundIn, type ReplyBrief, replyBrief } from '../generate/reply-brief.ts';
import { languageOf, localeChain, spokenLanguage } from '../language/locale.ts';
import { tokenize } from '../language/tokens.ts';
import { visitorLocale } from '../language/visitor-locale.ts';
import { takeTurn } from '../turn.ts';
import { encoderOf } from './encoders.ts';
import type { Labelled } from './labelled-questions.ts';
import { openPackDirectory } from './pack-files.ts';
import { progressLine } from './progress.ts';

/** What writes a reply from a brief. */
export type MakerOf = (brief: ReplyBrief) => Generator;

/** Shares from 0 to 1, NaN where there was nothing to share; all of what was written before the check took sentences out, but for `written` and `citedRight`. */
export interface AnswersFigures {
  readonly questions: number;
  /** Questions that were put to the maker: something was found, and it is not always quoted. */
  readonly briefed: number;
  readonly written: number;
  readonly supported: number;
  readonly citedRight: number;
  readonly refused: number;
  readonly numbersRight: number;
  readonly languageRight: number;
  /** Median words of a reply. */
  readonly words: number;
  /** Median milliseconds to the first piece of text. */
  readonly firstText: number;
}

/** One question's reply, held against its label. */
interface Scored {
  readonly inScope: boolean;
  readonly isShown: boolean;
  readonly citesRight: boolean;
  readonly sentences: number;
  readonly supported: number;
  readonly numbersRight: boolean;
  readonly languageRight: boolean;
  readonly words: number;
  readonly firstText: number;
}

const mostTokens = 320;

/**
 * Has a maker write a reply to each question, from what the pack finds for it, and checks the replies as a visitor's
 * device does. Numbers are held against the labelled unit where it was in the brief, else against all that were.
 */
export async function evaluateAnswers(
  packDirectory: string,
  questions: readonly Labelled[],
  makerOf: MakerOf,
  rules?: readonly string[],
): Promise<AnswersFigures> {
  const pack = await openPackDirectory(packDirectory, encoderOf);
  const { locales, defaultLocale, site } = pack.manifest;
  const line = progressLine();
  const scored: Scored[] = [];
  let briefed = 0;
  for (const [index, { question, unit, locale }] of questions.entries()) {
    line.show(`${index + 1} of ${questions.length}`);
    const agent = await pack.agent(localeChain(locale, Object.keys(locales), defaultLocale), locale);
    const turn = await takeTurn({ kind: 'question', text: question }, emptyState, agent, { locale, now: new Date().toISOString() });
    const [{ decision }] = turn.parts;
    const found = decision.kind === 'answer' ? foundIn(agent.knowledge.bases, decision.candidates) : [];
    const brief = replyBrief(question, found, locale, [], {
      ...(rules && { rules }),
      ...(site.voice !== undefined && { voice: site.voice }),
    });
    if (brief === undefined) {
      // The unit's own words are the whole reply there, or nothing is: no maker is to blame or to praise.
      if (unit === '') scored.push({ ...nothingWritten, inScope: false });
      continue;
    }
    briefed += 1;
    const { text, firstText } = await makerOf(brief).generate({ messages: brief.messages, mostTokens });
    scored.push({ ...(await score(text, brief, unit, agent.knowledge.encoder)), firstText });
  }
  line.end();
  return figuresOf(scored, questions.length, briefed);
}

const nothingWritten: Omit<Scored, 'inScope'> = {
  isShown: false,
  citesRight: false,
  sentences: 0,
  supported: 0,
  numbersRight: true,
  languageRight: true,
  words: 0,
  firstText: 0,
};

async function score(
  text: string,
  brief: ReplyBrief,
  unit: string,
  encoder: Parameters<typeof checkReply>[2],
): Promise<Omit<Scored, 'firstText'>> {
  const checked = await checkReply(text, brief, encoder);
  const sentences = checked.sentences.length + checked.dropped.length;
  const written = [...checked.sentences, ...checked.dropped].map((sentence) => sentence.text).join(' ');
  const language = spokenLanguage(brief.locale);
  const sources = brief.units.some(({ id }) => id === unit) ? brief.units.filter(({ id }) => id === unit) : brief.units;
  const known = new Set(sources.flatMap((each) => quantitiesOf(`${each.title}\n${each.text}`, language).map(({ value }) => value)));
  return {
    inScope: unit !== '',
    isShown: checked.isWhole,
    citesRight: checked.sentences.some(({ units }) => units.includes(unit)),
    sentences,
    supported: checked.sentences.length,
    numbersRight: quantitiesOf(written, language).every(({ value }) => known.has(value)),
    languageRight: languageOf(visitorLocale(written, brief.locale)) === languageOf(brief.locale),
    words: tokenize(written, brief.locale).length,
  };
}

function figuresOf(scored: readonly Scored[], questions: number, briefed: number): AnswersFigures {
  const inScope = scored.filter((each) => each.inScope);
  const replied = scored.filter(({ sentences }) => sentences > 0);
  const shown = inScope.filter(({ isShown }) => isShown);
  const sum = (of: (each: Scored) => number) => scored.reduce((total, each) => total + of(each), 0);
  return {
    questions,
    briefed,
    written: share(inScope, ({ isShown }) => isShown),
    supported: sum(({ supported }) => supported) / sum(({ sentences }) => sentences),
    citedRight: share(shown, ({ citesRight }) => citesRight),
    refused: share(
      scored.filter((each) => !each.inScope),
      ({ isShown }) => !isShown,
    ),
    numbersRight: share(replied, ({ numbersRight }) => numbersRight),
    languageRight: share(replied, ({ languageRight }) => languageRight),
    words: median(replied.map(({ words }) => words)),
    firstText: median(replied.map(({ firstText }) => firstText)),
  };
}

function share<Item>(items: readonly Item[], is: (item: Item) => boolean): number {
  return items.filter(is).length / items.length;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
