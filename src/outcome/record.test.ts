import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decision } from '../decide/decision.ts';
import { languages } from '../language/locale.ts';
import { supportSentences } from '../language/support-sentences.fixture.ts';
import { clusterOf } from './cluster.ts';
import type { Need } from './need.ts';
import { closeLast, confirmLast, type Recorded, record } from './record.ts';

const grounds = { confidence: 0.9, candidates: [], tier: 'pack' } as const;
const decisions = {
  answer: { ...grounds, kind: 'answer', unit: 'returns', locale: 'en', reason: { because: 'chosen', question: 'Q' } },
  clarify: { ...grounds, kind: 'clarify', choices: [], reason: { because: 'several-close', count: 2 } },
  decline: { ...grounds, kind: 'decline', contact: {}, reason: { because: 'nothing-fits' } },
  escalate: { ...grounds, kind: 'escalate', contact: {}, reason: { because: 'asked-for-person' } },
  greeting: { ...grounds, kind: 'decline', contact: {}, reason: { because: 'greeting' } },
  emoji: { ...grounds, kind: 'decline', contact: {}, reason: { because: 'no-question' } },
} satisfies Record<string, Decision>;
type Kind = keyof typeof decisions;

let minute = 0;
function turn(kind: Kind, more: Partial<Recorded> = {}): Recorded {
  minute += 1;
  const now = new Date(Date.UTC(2026, 4, 1, 9, minute)).toISOString();
  return {
    input: { kind: 'question', text: 'do you sell drones' },
    decision: decisions[kind],
    now,
    locale: 'en',
    followsUp: false,
    ...more,
  };
}
const needsAfter = (...turns: Recorded[]) => turns.reduce((needs: Need[], each) => record(needs, each), []);
const endings = (needs: readonly Need[]) => needs.map(({ ending }) => ending);

describe('record', () => {
  it('opens a need with the first question and keeps its times', () => {
    const first = turn('answer');
    const second = turn('answer', { followsUp: true });
    const [need, ...rest] = needsAfter(first, second);
    expect(rest).toEqual([]);
    expect(need).toEqual({ opened: first.now, last: second.now, turns: 2, ending: 'open', tier: 'pack', locale: 'en', unit: 'returns' });
  });

  it('takes an answered need for solved when another is asked about, and one not answered for abandoned', () => {
    expect(endings(needsAfter(turn('answer'), turn('answer')))).toEqual(['assumed', 'open']);
    expect(endings(needsAfter(turn('decline'), turn('answer')))).toEqual(['abandoned', 'open']);
    expect(endings(needsAfter(turn('clarify'), turn('answer')))).toEqual(['abandoned', 'open']);
  });

  it('goes on with the same need for a follow-up, a choice and "not yet"', () => {
    const needs = needsAfter(
      turn('clarify'),
      turn('answer', { input: { kind: 'choice', id: 'returns' } }),
      turn('answer', { input: { kind: 'not-solved' } }),
      turn('answer', { followsUp: true }),
    );
    expect(needs).toHaveLength(1);
    expect(needs[0]).toMatchObject({ turns: 4, ending: 'open', unit: 'returns' });
  });

  it('hands a need over for good, with what failed before', () => {
    const needs = needsAfter(turn('answer'), turn('escalate'));
    expect(needs).toMatchObject([{ ending: 'handed-over', turns: 2, unit: 'returns' }]);
    expect(endings(record(needs, turn('answer', { followsUp: true })))).toEqual(['handed-over', 'open']);
    expect(needsAfter(turn('decline'), turn('escalate'))).toMatchObject([{ ending: 'handed-over', cluster: 'drone sell' }]);
  });

  it('takes a person who is asked for first thing for a need of its own', () => {
    expect(needsAfter(turn('escalate'))).toMatchObject([{ ending: 'handed-over', turns: 1 }]);
  });

  it('does not count small talk', () => {
    expect(needsAfter(turn('greeting'), turn('emoji'))).toEqual([]);
    const needs = needsAfter(turn('answer'));
    expect(record(needs, turn('greeting'))).toEqual(needs);
  });

  it('keeps what nothing fitted as a cluster, never the words themselves', () => {
    const [need] = needsAfter(turn('decline', { input: { kind: 'question', text: 'Do you sell drones to Mr Smith, order 12345?' } }));
    expect(need?.cluster).not.toMatch(/12345|Do you/);
    expect(needsAfter(turn('answer'))[0]).not.toHaveProperty('cluster');
  });

  it('keeps the last fifty needs', () => {
    const needs = needsAfter(...Array.from({ length: 80 }, () => turn('answer')));
    expect(needs).toHaveLength(50);
    expect(needs.at(-1)?.ending).toBe('open');
  });
});

describe('confirmLast and closeLast', () => {
  it('end the open need, as the visitor said or as it looks', () => {
    expect(endings(confirmLast(needsAfter(turn('answer')), '2026-05-01T10:00:00Z'))).toEqual(['confirmed']);
    expect(endings(closeLast(needsAfter(turn('answer'))))).toEqual(['assumed']);
    expect(endings(closeLast(needsAfter(turn('decline'))))).toEqual(['abandoned']);
  });

  it('leave ended needs as they are', () => {
    for (const needs of [[], needsAfter(turn('escalate')), closeLast(needsAfter(turn('answer')))]) {
      expect(confirmLast(needs, '2026-05-01T10:00:00Z')).toEqual(needs);
      expect(closeLast(needs)).toEqual(needs);
    }
  });
});

describe('needs, whatever happens,', () => {
  const step = fc.oneof(
    fc.record({
      kind: fc.constantFrom(...(Object.keys(decisions) as Kind[])),
      followsUp: fc.boolean(),
      input: fc.constantFrom<Recorded['input']>(
        { kind: 'question', text: 'do you sell drones' },
        { kind: 'choice', id: 'x' },
        { kind: 'not-solved' },
        { kind: 'person' },
      ),
    }),
    fc.constantFrom('confirm' as const, 'close' as const),
  );

  it('have one open at most, the last; never reopen; and never run over', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
        let needs: Need[] = [];
        for (const each of steps) {
          const before = needs;
          if (each === 'confirm') needs = confirmLast(needs, turn('answer').now);
          else if (each === 'close') needs = closeLast(needs);
          else needs = record(needs, turn(each.kind, { followsUp: each.followsUp, input: each.input }));
          expect(needs.length).toBeLessThanOrEqual(50);
          expect(needs.slice(0, -1).every(({ ending }) => ending !== 'open')).toBe(true);
          // What has ended stays as it is, but for the oldest that are let go of.
          const ended = before.filter(({ ending }) => ending !== 'open');
          const kept = needs.slice(0, ended.length);
          expect(needs.length === 50 || JSON.stringify(kept) === JSON.stringify(ended)).toBe(true);
          for (const need of needs) expect(need.opened <= need.last).toBe(true);
          for (const need of needs) expect(need.turns).toBeGreaterThanOrEqual(1);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('clusterOf', () => {
  it.each<[string, string, string]>([
    ['en', 'Do you sell drones?', 'Any drones that you sell?'],
    ['es', '¿Venden drones?', 'venden drones ustedes'],
    ['de', 'Verkaufen Sie Drohnen?', 'eine Drohne verkaufen'],
    ['ru', 'Есть ли дроны?', 'дрон'],
    ['ar', 'هل لديكم الطائرات؟', 'طائرات لديكم'],
    ['fr', 'Vendez-vous des drones ?', 'un drone, vous le vendez ?'],
  ])('in %s is the same for %j and %j', (locale, one, other) => {
    expect(clusterOf(one, locale)).toBe(clusterOf(other, locale));
    expect(clusterOf(one, locale)).not.toBe('');
  });

  it('holds no numbers and no more than three words', () => {
    const text = 'Order 4711 of 12 May: where are the lamp, the cable, the charger and the reader, model WH-1000XM4?';
    expect(clusterOf(text, 'en')).not.toMatch(/\d/);
    expect(clusterOf(text, 'en').split(' ')).toHaveLength(3);
  });

  it('is empty where no topic is left, and never throws', () => {
    for (const text of ['', 'how is it?', '😀', '123']) expect(clusterOf(text, 'en')).toBe('');
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...Object.values(supportSentences).flat())),
        fc.constantFrom(...languages),
        (text, locale) => {
          expect(clusterOf(text, locale).split(' ').length).toBeLessThanOrEqual(3);
        },
      ),
    );
  });
});
