import { type Locale, languageOf, spokenLanguage } from '../language/locale.ts';
import { addressesOf } from '../language/names.ts';
import { displayText } from '../language/normalize.ts';
import { visitorLocale } from '../language/visitor-locale.ts';
import type { Encoder } from '../retrieve/encoder.ts';
import { type Doubt, SentenceChecker } from './check/checker.ts';
import { sentencesOf } from './check/sentences.ts';
import type { PromptMessage } from './generator.ts';
import { tellsRules } from './prompt.ts';
import { statesTerms } from './quoted.ts';
import type { BriefUnit, ReplyBrief } from './reply-brief.ts';

/** A sentence of a reply that its units bear out. */
export interface BorneOut {
  readonly text: string;
  /** Ids of the units that it rests on. */
  readonly units: readonly string[];
}

export interface CheckedReply {
  readonly sentences: readonly BorneOut[];
  /** What was taken out, and why; `terms` states a price, an amount or a date, `rules` tells the prompt. */
  readonly dropped: readonly { readonly text: string; readonly doubt: Doubt | 'terms' | 'rules' | 'language' }[];
  /** Whether what is left can stand as a reply: nothing that mattered was taken out. */
  readonly isWhole: boolean;
}

/** Addresses that are written so that a reader, but no program, takes them for one. */
const disguised =
  /[\p{L}\p{N}][.·․‧。][\p{L}]{2,}\/|[a-z0-9-]+[·․‧][a-z]{2,}|[a-z0-9-]+[.。](?:com|net|org|io|app|shop|store|店|公司|网络)(?!\p{L})|\p{L}\s*[([]?\s*\bdot\b\s*[)\]]?\s*(?:com|net|org|io|app|shop)\b|(?:^|\s)\/\/\p{L}|[\p{L}\p{N}]@[\p{L}\p{N}]|\b(?:mailto|data|javascript|tel|ftp):\S/iu;

const longestReply = 2000;
/** Of a reply with more of its sentences dropped than this, the rest may mean something else. */
const mostDropped = 0.5;
const mark = /\s*[[［【](\d{1,2})(?:\s*,\s*(\d{1,2}))*[\]］】]/gu;

/** Takes each sentence of what a model wrote and keeps what the brief's units bear out. */
export async function checkReply(text: string, brief: ReplyBrief, encoder?: Encoder): Promise<CheckedReply> {
  const sentences: BorneOut[] = [];
  const dropped: CheckedReply['dropped'][number][] = [];
  const checkers = new Map<string, Promise<SentenceChecker>>();
  const checkerOver = (units: readonly BriefUnit[]) => {
    const key = units.map(({ id }) => id).join(' ');
    const sources = units.map(({ title, locale, unit }) => ({ title, locale, document: unit.answer }));
    const known = checkers.get(key) ?? SentenceChecker.over(sources, brief.units[0]?.locale ?? brief.locale, encoder);
    checkers.set(key, known);
    return known;
  };
  for (const { words, numbers } of markedSentences(text)) {
    const cited = numbers.flatMap((number) => brief.units[number - 1] ?? []);
    const units = cited.length > 0 ? cited : brief.units;
    const doubt = doubtOutside(words, brief.messages, brief.locale) ?? (await (await checkerOver(units)).check(words)).doubt;
    if (doubt === undefined) sentences.push({ text: words, units: units.map(({ id }) => id) });
    else dropped.push({ text: words, doubt });
  }
  const count = sentences.length + dropped.length;
  // The first sentence mostly is the answer: without it the others hang in the air.
  const keepsFirst = dropped.length === 0 || text.indexOf(sentences[0]?.text ?? '') < text.indexOf(dropped[0]?.text ?? '');
  return { sentences, dropped, isWhole: sentences.length > 0 && keepsFirst && dropped.length / count <= mostDropped };
}

/** What is wrong with a sentence whatever the units say. */
function doubtOutside(
  words: string,
  messages: readonly PromptMessage[],
  locale: Locale,
): Doubt | 'terms' | 'rules' | 'language' | undefined {
  if (statesTerms(words, spokenLanguage(locale))) return 'terms';
  if (tellsRules(words, messages)) return 'rules';
  // No help content is told in braces and brackets: that is markup, or an order for a machine.
  if (/[{}<>|\\]/u.test(words)) return 'rules';
  // Addresses are read in the unit, where they can be followed; a reply has none, whoever put one into the material.
  if (addressesOf(words).length > 0 || disguised.test(words.normalize('NFKC'))) return 'address';
  return languageOf(visitorLocale(words, locale)) === languageOf(locale) ? undefined : 'language';
}

interface Marked {
  readonly words: string;
  /** Of the units that the model says it rests on, from 1. */
  readonly numbers: readonly number[];
}

/** The sentences of a reply with the marks that follow them. Nothing of it is ever read as a link or as markup. */
function markedSentences(text: string): Marked[] {
  const plain = displayText(text.slice(0, longestReply).replaceAll('\n', ' '))
    .replace(/[*_`#>]+/gu, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/gu, '$1');
  if (/^\s*["“]?NONE\b/u.test(plain)) return [];
  // A mark after the full stop belongs to the sentence before it.
  const moved = plain.replace(/([.。！？!?])((?:\s*[[［【]\d{1,2}(?:\s*,\s*\d{1,2})*[\]］】])+)/gu, '$2$1');
  return sentencesOf(moved).map((sentence) => ({
    words: sentence
      .replace(mark, '')
      .replace(/\s+([.,;:!?。，！？])/gu, '$1')
      .trim(),
    numbers: Array.from(sentence.matchAll(mark)).flatMap(([whole]) => (whole.match(/\d{1,2}/gu) ?? []).map(Number)),
  }));
}
