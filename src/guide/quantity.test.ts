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
    expect(quantityOf(text, own(language))).toMatchObject({ from: seconds, to: seconds, unit: { measures: 'time' } });
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
    expect(told?.unit?.measures).toBe('temperature');
    expect(told?.from).toBeCloseTo(degrees);
  });

  const open = Number.POSITIVE_INFINITY;

  it.each<[(typeof languages)[number], string, number, number, string | undefined]>([
    ['en', 'two and a half hours', 9000, 9000, 'time'],
    ['en', 'a decade, give or take', 315_360_000, 315_360_000, 'time'],
    ['en', 'not even thirty-five', -open, 35, undefined],
    ['en', 'between 12 and 20 cm', 0.12, 0.2, 'length'],
    ['en', 'one point five bar', 1.5, 1.5, 'pressure'],
    ['en', '14 °F', -10, -10, 'temperature'],
    ['de', 'fünfundfünfzig', 55, 55, undefined],
    ['de', 'zweieinhalb Stunden', 9000, 9000, 'time'],
    ['de', 'keine zwei Meter', -open, 2, 'length'],
    ['es', 'treinta y cinco minutos', 2100, 2100, 'time'],
    ['es', 'doscientos megas', 200, 200, 'data'],
    ['fr', 'une vingtaine', 20, 20, undefined],
    ['fr', 'moins dix-sept degrés', -17, -17, undefined],
    ['fr', 'quatre-vingt-douze', 92, 92, undefined],
    ['pt', 'meia dúzia', 6, 6, undefined],
    ['pt', 'mais de vinte e dois dias', 1_900_800, open, 'time'],
    ['ru', 'полгода', 15_768_000, 15_768_000, 'time'],
    ['ru', 'миллиметров пять', 0.005, 0.005, 'length'],
    ['ru', 'от тридцати до сорока', 30, 40, undefined],
    ['ar', 'سنتين', 63_072_000, 63_072_000, 'time'],
    ['ar', 'خمسة وثلاثين', 35, 35, undefined],
    ['zh', '不到五年', -open, 157_680_000, 'time'],
    ['zh', '七八十公里', 70_000, 80_000, 'length'],
    ['zh', '一百二', 120, 120, undefined],
    ['zh', '百分之三十五', 35, 35, undefined],
    ['zh', '两年半', 78_840_000, 78_840_000, 'time'],
    ['ja', '三時間半', 12_600, 12_600, 'time'],
    ['ja', '二百ちょうど', 200, 200, undefined],
  ])('in %s, "%s" is from %d to %d', (language, text, from, to, measures) => {
    const found = quantityOf(text, own(language));
    expect(found?.unit?.measures).toBe(measures);
    expect(found?.from).toBeCloseTo(from, 6);
    expect(found?.to).toBeCloseTo(to, 6);
  });

  it.each<[string, string, number]>([
    ['3 m', 'length', 3],
    ['3 m', 'time', 180],
  ])('"%s" measures %s where that is asked for', (text, wanted, value) => {
    expect(quantityOf(text, own('en'), wanted)?.from).toBe(value);
  });

  it.each<[(typeof languages)[number], string]>([
    ['en', 'the light is off'],
    ['en', 'that one'],
    ['de', 'eine Lampe'],
    ['zh', '一直亮着'],
  ])('in %s, "%s" names no quantity', (language, text) => {
    expect(quantityOf(text, own(language))).toBeUndefined();
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
