import { promptOf } from '../prompt.ts';
import type { Task } from './task.ts';

/**
 * Which of a guide's options a free reply means: the option, or nothing where the model does not say one of them. It is
 * put to the visitor, never taken for granted: a wrong guess costs more than a second question.
 */
export function guideReplyTask(question: string, options: readonly string[], reply: string): Task {
  const messages = promptOf(
    ['Say which option the visitor’s reply means. If it means none of them plainly, say 0.'],
    { question, options: options.map((option, index) => `${index + 1}. ${option}`).join('\n'), reply },
    'Write the number only.',
  );
  return {
    messages,
    mostTokens: 16,
    schema: { type: 'object', properties: { option: { type: 'integer', minimum: 0, maximum: options.length } }, required: ['option'] },
    read: (text) => {
      const number = /^\D{0,20}(\d{1,2})\D{0,5}$/u.exec(text.trim())?.[1];
      return number === undefined ? undefined : options[Number(number) - 1];
    },
  };
}
