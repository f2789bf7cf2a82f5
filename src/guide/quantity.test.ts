import { describe, expect, it } from 'vitest';
import type { languages } from '../language/locale.ts';
import type { GuideNode } from './guide.ts';
import { quantityOf } from './quantity.ts';
import { readReply } from './read-reply.ts';
import { type Tongues, tongueOf } from './reply-text.ts';
import { tongues as words } from './tongues/tongues.ts';

const own = (language: (typeof languages)[number]) => tongueOf(language, words[language]);
const english: Tongues = { guide: own('en'), visitor: own('en') };
const node = (question: string, ...labels: string[]): GuideNode => ({
  id: 'q',
  question,
  options: labels.map((label, index) => ({ id: String(index + 1), label })),
});

describe('a quantity', () => {
  it.each([
    ['en', 'half a day', 43_200],
    ['en', 'a quarter of an hour', 900],
    ['es', 'medio día', 43_200],
    ['pt', 'meio dia', 43_200],
    ['de', 'einen halben Tag', 43_200],
    ['fr', 'une demi-heure', 1800],
    ['ru', 'полчаса', 1800],
    ['ru', 'полдня', 43_200],
    ['zh', '半天', 43_200],
    ['ja', '半日', 43_200],
    ['ar', 'نصف يوم', 43_200],
  ] as const)('%s: “%s” is %d seconds', (language, text, seconds) => {
    expect(quantityOf(text, own(language))).toMatchObject({ from: seconds, to: seconds, measures: 'time' });
  });

  it.each([
    ['en', '68 °F', 20],
    ['en', '50 degrees Fahrenheit', 10],
    ['en', '30C', 30],
    ['de', '21 Grad Celsius', 21],
    ['es', '30 grados centígrados', 30],
    ['ru', '10 градусов Цельсия', 10],
    ['zh', '华氏50度', 10],
    ['zh', '30℃', 30],
    ['ja', '華氏50度', 10],
  ] as const)('%s: “%s” is %d °C', (language, text, degrees) => {
    const told = quantityOf(text, own(language));
    expect(told?.measures).toBe('heat');
    expect(told?.from).toBeCloseTo(degrees);
  });
});

describe('ranges', () => {
  const hours = node('How many hours does it play?', 'Less than 2 hours', '2 to 4 hours', 'More than 4 hours');
  const warm = node('How warm is it there?', 'Below 5 °C', '5 to 40 °C', 'Above 40 °C');

  it.each([
    [hours, 'lasts 2 days', '3'],
    [hours, 'half a day', '3'],
    [hours, '90 minutes', '1'],
    [warm, '100 °F', '2'],
    [warm, '110 fahrenheit', '3'],
    [warm, '3 degrees', '1'],
    [node('Is it over 100 °F?', 'Yes', 'No'), '45 °C', '1'],
    [node('Is it over 100 °F?', 'Yes', 'No'), '30 °C', '2'],
  ])('%# “%s” fits what was meant, in whatever unit it is told', (asked, reply, option) => {
    expect(readReply(String(reply), asked as GuideNode, english)).toMatchObject({ kind: 'option', option });
  });
});
