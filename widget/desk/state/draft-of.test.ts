import { is } from 'valibot';
import { expect, test } from 'vitest';
import { type Case, draftRequestSchema } from '../../../src/protocol/desk.ts';
import type { HandoffEvent } from '../../../src/protocol/relay.ts';
import { handoffOf } from '../desk-relay.fixture.ts';
import { draftOf } from './draft-of.ts';
import { threadOf } from './thread.ts';

const at = '2026-11-21T09:31:00.000Z';
const said = (seq: number, from: 'visitor' | 'person', text: string, locale?: string): HandoffEvent => ({
  kind: 'message',
  seq,
  at,
  from,
  id: `message-${seq}`,
  text,
  ...(locale === undefined ? {} : { locale }),
});

function draft(told: Parameters<typeof handoffOf>[0], events: HandoffEvent[]) {
  const shown = { handoff: handoffOf(told) } as Case;
  const state = { handoff: 'h-1' } as never;
  return draftOf(shown, threadOf({ state, events }));
}

test('the visitor asks, the person answers', () => {
  const made = draft({ problem: 'How do I pair\nthe earbuds?', product: 'lark-2', transcript: [] }, [
    said(1, 'visitor', 'Are they broken?'),
    said(2, 'person', 'Hold the button.', 'de'),
    said(3, 'visitor', 'Are they broken?'),
    said(4, 'person', 'Then try again.', 'de'),
  ]);
  expect(made).toEqual({
    unit: 'lark-2-how-do-i-pair-the',
    locale: 'en',
    question: 'How do I pair the earbuds?',
    phrasings: ['Are they broken?'],
    answer: 'Hold the button.\n\nThen try again.',
  });
  expect(is(draftRequestSchema, made)).toBe(true);
});

test('what was redacted, greetings and the wish for a person are no questions', () => {
  const made = draft({ problem: '转人工', locale: 'en', transcript: [{ from: 'visitor', text: '你好', at }] }, [
    said(1, 'visitor', '我的耳机左边没声音，手机号 [phone]'),
    said(2, 'visitor', '[phone]'),
    said(3, 'person', 'Please hold the button.', 'en'),
  ]);
  expect(made).toMatchObject({ locale: 'zh', question: '我的耳机左边没声音，手机号', phrasings: [] });
});

test('names hold what names may hold, whatever language the question is in', () => {
  for (const problem of ['Où est ma commande ?', '订单在哪里？', 'أين طلبي؟', '-- ?? --', 'x'.repeat(2000)]) {
    const { product: _, ...rest } = handoffOf({ problem, transcript: [] });
    const made = draftOf({ handoff: rest } as Case, threadOf({ state: {} as never, events: [said(1, 'person', 'Here.')] }));
    expect(is(draftRequestSchema, made), problem.slice(0, 30)).toBe(true);
  }
});
