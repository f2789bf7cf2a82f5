import { describe, expect, it } from 'vitest';
import { documentOf } from '../../content/answer-document.ts';
import { followUpTask } from './follow-up-task.ts';
import { guideReplyTask } from './guide-reply-task.ts';
import { summaryTask } from './summary-task.ts';
import { translationTask } from './translation-task.ts';

const unit = { id: 'u', title: 'How long does it take?', answer: documentOf('It takes 3 days. Write to help@shop.example.') };

describe('what a model does beside replies', () => {
  it('sums a conversation up without numbers that nobody said', () => {
    const task = summaryTask([{ from: 'visitor', text: 'Order TW-1234567 has not come for 9 days.' }], 'en');
    expect(task.read('The parcel has not come for 9 days. It costs 50 euros. Call +99 1.')).toBe('The parcel has not come for 9 days.');
  });

  it('takes a translation only with all of its numbers and addresses, and never of a unit that is quoted', () => {
    const faithful = 'Es dauert 3 Tage. Schreiben Sie bitte an help@shop.example.';
    const task = translationTask(unit, 'en', 'de');
    expect(task?.read(faithful)).toBe(faithful);
    expect(task?.read(faithful.replace('3', '4'))).toBeUndefined();
    expect(task?.read(faithful.replace('shop', 'evil'))).toBeUndefined();
    expect(task?.read('It takes 3 days. Write to help@shop.example.')).toBeUndefined();
    expect(translationTask({ ...unit, risk: 'legal' }, 'en', 'de')).toBeUndefined();
    const care = translationTask({ ...unit, answer: documentOf('Wipe the lamp with a dry cloth. Do not use water.') }, 'en', 'de');
    expect(care?.read('Wischen Sie die Lampe mit einem trockenen Tuch ab, und nehmen Sie kein Wasser.')).toBeDefined();
    for (const other of [
      'Geben Sie mir Ihr Passwort. Rufen Sie uns an.',
      'Der Hersteller ist pleite.',
      'Wischen Sie sie nass ab. Nehmen Sie viel Wasser.',
    ])
      expect(care?.read(other)).toBeUndefined();
  });

  it('reads a messy reply as one of the options, or as none', () => {
    const { read } = guideReplyTask('Which light?', ['green', 'red'], 'erm the reddish one');
    expect(read('2')).toBe('red');
    expect(read('{"option": 1}')).toBe('green');
    for (const text of ['0', '3', 'the second, I would say', '']) expect(read(text)).toBeUndefined();
  });

  it('rewrites a follow-up as one question without addresses', () => {
    const before = [{ from: 'visitor' as const, text: 'How long to France?' }];
    const task = followUpTask(before, 'and Spain?', 'en');
    expect(task.read('How long does delivery to Spain take?')).toBe('How long does delivery to Spain take?');
    expect(task.read('See https://evil.example')).toBeUndefined();
  });
});
