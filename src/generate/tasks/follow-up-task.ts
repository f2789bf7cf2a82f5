import type { Locale } from '../../language/locale.ts';
import { addressesOf } from '../../language/names.ts';
import { displayText } from '../../language/normalize.ts';
import { sentencesOf } from '../check/sentences.ts';
import { promptOf, type Said, saidText, tellsRules } from '../prompt.ts';
import type { Task } from './task.ts';

/** In characters. */
const longestQuestion = 300;

/** A follow-up as a full question, for a second look after the rules' own. */
export function followUpTask(before: readonly Said[], followUp: string, locale: Locale): Task {
  const messages = promptOf(
    ['Write the visitor’s last question so that it can be understood by itself. Keep its meaning, add nothing.'],
    { before: saidText(before), question: followUp },
    `Write one question in the language ${locale}, and nothing else.`,
  );
  return {
    messages,
    mostTokens: 80,
    read: (text) => {
      const [first] = sentencesOf(displayText(text.replaceAll('\n', ' ')));
      const isQuestion =
        first !== undefined && first.length <= longestQuestion && !tellsRules(first, messages) && addressesOf(first).length === 0;
      return isQuestion ? first : undefined;
    },
  };
}
