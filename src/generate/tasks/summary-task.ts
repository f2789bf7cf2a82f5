import { type Locale, spokenLanguage } from '../../language/locale.ts';
import { addressesOf } from '../../language/names.ts';
import { displayText } from '../../language/normalize.ts';
import { quantitiesOf } from '../check/quantities.ts';
import { sentencesOf } from '../check/sentences.ts';
import { promptOf, type Said, saidText, tellsRules } from '../prompt.ts';
import type { Task } from './task.ts';

const mostSentences = 4;

/** The story of a conversation for the person who takes over. Every number and address that is kept is one that was said. */
export function summaryTask(said: readonly Said[], locale: Locale): Task {
  const messages = promptOf(
    ['Sum up for a colleague what the visitor wants, what was tried and what is open, in at most four sentences. Add nothing.'],
    { conversation: saidText(said) },
    `Write in the language ${locale}.`,
  );
  const language = spokenLanguage(locale);
  const whole = said.map((line) => line.text).join('\n');
  const values = new Set(said.flatMap((line) => quantitiesOf(line.text, language).map(({ value }) => value)));
  const wasSaid = (sentence: string) =>
    !tellsRules(sentence, messages) &&
    addressesOf(sentence).every((address) => whole.toLowerCase().includes(address)) &&
    quantitiesOf(sentence, language).every(({ value }) => values.has(value));
  return {
    messages,
    mostTokens: 200,
    read: (text) => {
      const kept = sentencesOf(displayText(text.replaceAll('\n', ' '))).filter(wasSaid);
      return kept.length === 0 ? undefined : kept.slice(0, mostSentences).join(' ');
    },
  };
}
