import { describe, expect, it } from 'vitest';
import { documentOf } from '../content/answer-document.ts';
import type { Generator } from './generator.ts';
import { readGuideReply, rewriteFollowUp, summarise, translateAnswer } from './other-tasks.ts';

const saying = (text: string): Generator => ({
  id: 'scripted',
  tier: 'device',
  generate: async () => ({ text, firstText: 0, milliseconds: 0 }),
});
const unit = { id: 'u', title: 'How long does it take?', answer: documentOf('It takes 3 days. Write to help@shop.example.') };

describe('what a model does beside replies', () => {
  it('sums a conversation up without numbers that nobody said', async () => {
    const said = [{ from: 'visitor' as const, text: 'Order TW-1234567 has not come for 9 days.' }];
    const summary = await summarise(said, 'en', saying('The parcel has not come for 9 days. It costs 50 euros. Call +99 1.'));
    expect(summary).toBe('The parcel has not come for 9 days.');
  });

  it('takes a translation only with all of its numbers and addresses, and never of a unit that is quoted', async () => {
    const faithful = 'Es dauert 3 Tage. Schreiben Sie bitte an help@shop.example.';
    expect(await translateAnswer(unit, 'en', 'de', saying(faithful))).toEqual({ text: faithful, from: 'en', to: 'de' });
    expect(await translateAnswer(unit, 'en', 'de', saying(faithful.replace('3', '4')))).toBeUndefined();
    expect(await translateAnswer(unit, 'en', 'de', saying(faithful.replace('shop', 'evil')))).toBeUndefined();
    expect(await translateAnswer({ ...unit, risk: 'legal' }, 'en', 'de', saying(faithful))).toBeUndefined();
  });

  it('reads a messy reply as one of the options, or as none', async () => {
    const read = (text: string) => readGuideReply('Which light?', ['green', 'red'], 'erm the reddish one', saying(text));
    expect(await read('2')).toBe(1);
    expect(await read('{"option": 1}')).toBe(0);
    for (const text of ['0', '3', 'the second, I would say', '']) expect(await read(text)).toBeUndefined();
  });

  it('rewrites a follow-up as one question without addresses', async () => {
    const rewrite = (text: string) => rewriteFollowUp([{ from: 'visitor', text: 'How long to France?' }], 'and Spain?', 'en', saying(text));
    expect(await rewrite('How long does delivery to Spain take?')).toBe('How long does delivery to Spain take?');
    expect(await rewrite('See https://evil.example')).toBeUndefined();
  });
});
