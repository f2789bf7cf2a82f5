import { plainText } from '../content/answer-document.ts';
import { type Locale, languageOf, spokenLanguage } from '../language/locale.ts';
import { addressesOf } from '../language/names.ts';
import { displayText } from '../language/normalize.ts';
import { visitorLocale } from '../language/visitor-locale.ts';
import type { PackedUnit } from '../pack/units-shard.ts';
import { quantitiesOf } from './check/quantities.ts';
import { sentencesOf } from './check/sentences.ts';
import type { Generator } from './generator.ts';
import { promptOf, type Said, saidText, tellsRules } from './prompt.ts';
import { isQuotedOnly } from './quoted.ts';

/** What a task beside the reply may ask of a model, and how long that may take. */
export interface TaskOptions {
  readonly signal?: AbortSignal;
}

const withSignal = ({ signal }: TaskOptions) => (signal === undefined ? {} : { signal });

/**
 * The story of a conversation in a few sentences, for the person who takes over; undefined where nothing of what the
 * model wrote can be kept. Every number and address of it is one that was said.
 */
export async function summarise(
  said: readonly Said[],
  locale: Locale,
  generator: Generator,
  options: TaskOptions = {},
): Promise<string | undefined> {
  const messages = promptOf(
    ['Sum up for a colleague what the visitor wants, what was tried and what is open, in at most four sentences. Add nothing.'],
    { conversation: saidText(said) },
    `Write in the language ${locale}.`,
  );
  const { text } = await generator.generate({ messages, mostTokens: 200, ...withSignal(options) });
  const language = spokenLanguage(locale);
  const whole = said.map((line) => line.text).join('\n');
  const values = new Set(said.flatMap((line) => quantitiesOf(line.text, language).map(({ value }) => value)));
  const kept = sentencesOf(displayText(text.replaceAll('\n', ' '))).filter(
    (sentence) =>
      !tellsRules(sentence, messages) &&
      addressesOf(sentence).every((address) => whole.toLowerCase().includes(address)) &&
      quantitiesOf(sentence, language).every(({ value }) => values.has(value)),
  );
  return kept.length === 0 ? undefined : kept.slice(0, 4).join(' ');
}

/** A unit's answer in a language that it has no variant in; the original stays one step away. */
export interface Translation {
  readonly text: string;
  readonly from: Locale;
  readonly to: Locale;
}

/**
 * An answer put into another language by the model: undefined where the unit is always quoted, or where the translation
 * lost or added a number or an address, or is not in the language.
 */
export async function translateAnswer(
  unit: PackedUnit,
  from: Locale,
  to: Locale,
  generator: Generator,
  options: TaskOptions = {},
): Promise<Translation | undefined> {
  if (isQuotedOnly(unit)) return undefined;
  const original = plainText(unit.answer);
  const messages = promptOf(
    ['Translate the text word for word as a careful translator does. Keep every number, name and address. Add nothing, leave nothing out.'],
    { text: original },
    `Translate from ${from} into ${to}. Write the translation only.`,
  );
  const { text } = await generator.generate({ messages, mostTokens: 900, ...withSignal(options) });
  const translated = text.split('\n').map(displayText).join('\n').trim();
  const numbers = (words: string, locale: Locale) =>
    quantitiesOf(words, spokenLanguage(locale))
      .map(({ value }) => value)
      .sort((a, b) => a - b);
  const isFaithful =
    translated !== '' &&
    !tellsRules(translated, messages) &&
    String(numbers(original, from)) === String(numbers(translated, to)) &&
    String(addressesOf(original).sort()) === String(addressesOf(translated).sort()) &&
    languageOf(visitorLocale(translated, to)) === languageOf(to);
  return isFaithful ? { text: translated, from, to } : undefined;
}

/**
 * Which of a guide's options a free reply means: its number from 0, or undefined where the model does not say one of
 * them. The guide asks again then; a wrong guess costs more than a second question.
 */
export async function readGuideReply(
  question: string,
  options: readonly string[],
  reply: string,
  generator: Generator,
  task: TaskOptions = {},
): Promise<number | undefined> {
  const messages = promptOf(
    ['Say which option the visitor’s reply means. If it means none of them plainly, say 0.'],
    { question, options: options.map((option, index) => `${index + 1}. ${option}`).join('\n'), reply },
    'Write the number only.',
  );
  const schema = { type: 'object', properties: { option: { type: 'integer', minimum: 0, maximum: options.length } }, required: ['option'] };
  const { text } = await generator.generate({ messages, schema, mostTokens: 16, ...withSignal(task) });
  const number = /^\D{0,20}(\d{1,2})\D{0,5}$/u.exec(text.trim())?.[1];
  const place = number === undefined ? 0 : Number(number);
  return place >= 1 && place <= options.length ? place - 1 : undefined;
}

/** A follow-up as a full question, for a second look after the rules' own; undefined where the model made something else of it. */
export async function rewriteFollowUp(
  before: readonly Said[],
  followUp: string,
  locale: Locale,
  generator: Generator,
  options: TaskOptions = {},
): Promise<string | undefined> {
  const messages = promptOf(
    ['Write the visitor’s last question so that it can be understood by itself. Keep its meaning, add nothing.'],
    { before: saidText(before), question: followUp },
    `Write one question in the language ${locale}, and nothing else.`,
  );
  const { text } = await generator.generate({ messages, mostTokens: 80, ...withSignal(options) });
  const [first] = sentencesOf(displayText(text.replaceAll('\n', ' ')));
  const isQuestion = first !== undefined && first.length <= 300 && !tellsRules(first, messages) && addressesOf(first).length === 0;
  return isQuestion ? first : undefined;
}
