import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languages } from '../language/locale.ts';
import type { GuideNode } from './guide.ts';
import { readOutcome, readReply } from './read-reply.ts';
import { replyCases } from './replies.fixture.ts';
import { type Tongues, tongueOf } from './reply-text.ts';
import { tongues as words } from './tongues/tongues.ts';

const tonguesIn = (language: (typeof languages)[number]): Tongues => ({
  guide: tongueOf(language, words[language]),
  visitor: tongueOf(language, words[language]),
});
const nodeOf = (question: string, options: readonly string[]): GuideNode => ({
  id: 'q',
  question,
  options: options.map((label, index) => ({ id: String(index + 1), label })),
});

describe.each(languages)('replies in %s', (language) => {
  const cases = replyCases.filter(({ locale }) => locale === language);

  it('nearly all are read as they are meant', () => {
    const wrong = cases.flatMap(({ question, options, replies }) =>
      replies.filter(([reply, meant]) => {
        const reading = readReply(reply, nodeOf(question, options), tonguesIn(language));
        return (reading.kind === 'option' ? reading.option : reading.kind) !== meant;
      }),
    );
    const all = cases.reduce((sum, { replies }) => sum + replies.length, 0);
    expect(all).toBeGreaterThanOrEqual(10);
    expect(wrong.length / all, JSON.stringify(wrong)).toBeLessThanOrEqual(0.1);
  });

  it('never throws, whatever is said', () => {
    const [first] = cases;
    const node = nodeOf(first?.question ?? '', first?.options ?? []);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        const reading = readReply(text, node, tonguesIn(language));
        expect(reading.kind === 'option' ? node.options.some(({ id }) => id === reading.option) : reading.kind).toBeTruthy();
        readOutcome(text, tonguesIn(language));
      }),
      { numRuns: 100 },
    );
  });
});

it.each([
  ['en', 'it works now, thank you', 'worked'],
  ['en', 'still blinking', 'failed'],
  ['en', 'no, it works now', 'worked'],
  ['en', 'already tried that', 'failed'],
  ['de', 'geht immer noch nicht', 'failed'],
  ['de', 'super, läuft wieder', 'worked'],
  ['es', 'sigue igual', 'failed'],
  ['es', 'ya funciona, gracias', 'worked'],
  ['fr', 'toujours pareil', 'failed'],
  ['fr', 'ça marche maintenant', 'worked'],
  ['pt', 'continua na mesma', 'failed'],
  ['pt', 'agora funciona', 'worked'],
  ['ru', 'всё ещё не работает', 'failed'],
  ['ru', 'заработало, спасибо', 'worked'],
  ['ar', 'ما زالت المشكلة', 'failed'],
  ['ar', 'يعمل الآن شكرا', 'worked'],
  ['zh', '还是不行', 'failed'],
  ['zh', '好了，谢谢', 'worked'],
  ['ja', 'まだ直りません', 'failed'],
  ['ja', '直りました', 'worked'],
] as const)('after a fix, in %s, "%s" says that it %s', (language, text, outcome) => {
  expect(readOutcome(text, tonguesIn(language)).kind).toBe(outcome);
});

it.each([
  ['en', 'ok'],
  ['en', 'done'],
  ['en', 'let me try'],
  ['en', 'eighteen months'],
  ['en', 'what does it cost'],
  ['de', 'mache ich'],
  ['es', 'voy a probar'],
  ['fr', 'je vais essayer'],
  ['pt', 'vou tentar'],
  ['ru', 'сейчас попробую'],
  ['ar', 'ساجرب'],
  ['zh', '好的'],
  ['zh', '好烫啊'],
  ['zh', '好麻烦'],
  ['ja', 'やってみます'],
] as const)('after a fix, in %s, "%s" does not say that the fault is gone', (language, text) => {
  expect(['worked', 'stop']).not.toContain(readOutcome(text, tonguesIn(language)).kind);
});

it('two equal options are told apart by nothing, so the visitor is asked which is meant', () => {
  expect(readReply('red', nodeOf('Which light?', ['Red', 'Red']), tonguesIn('en')).kind).toBe('several');
});
