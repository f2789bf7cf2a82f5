import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beliefsOf, chooseByGain } from './choose-question.ts';
import { causesGuide, drawnGuide } from './guide.fixture.ts';
import type { Guide } from './guide.ts';
import type { GuideState } from './guide-state.ts';
import type { Reading } from './read-reply.ts';
import { type Tongues, tongueOf } from './reply-text.ts';
import { tongues as words } from './tongues/tongues.ts';
import { advance, fixAt, isDanger, nodeAt, type Onward, refit, startGuide, stepBack } from './walk.ts';

const english: Tongues = { guide: tongueOf('en', words.en), visitor: tongueOf('en', words.en) };

function stateOf(onward: Onward): GuideState {
  if ('ended' in onward) throw new Error(`it ended: ${onward.ended}`);
  return onward.state;
}

const begin = (guide: Guide, opening = 'it is broken') => stateOf(startGuide(guide, opening, english));
const option = (id: string): Reading => ({ kind: 'option', option: id, certainty: 1 });
const take = (guide: Guide, state: GuideState, reading: Reading, said = '') => advance(guide, state, reading, said, english);

describe('a drawn guide', () => {
  it('is followed as it is drawn', () => {
    const hum = stateOf(take(drawnGuide, begin(drawnGuide), option('yes')));
    expect(hum.at).toBe('hum');
    expect(stateOf(take(drawnGuide, hum, option('nothing'))).at).toBe('fuse');
  });

  it('passes over what the first message tells already', () => {
    const state = begin(drawnGuide, 'my lamp stays dark, the plug is in the socket and the transformer is humming');
    expect(state.at).toBe('minutes');
    expect(state.past.map(({ at, option: taken, by }) => [at, taken, by])).toEqual([
      ['socket', 'yes', 'earlier-words'],
      ['hum', 'hum', 'earlier-words'],
    ]);
  });

  it('goes on to the drawn next fix where one fails, and ends honestly where none is left', () => {
    const fuse = stateOf(take(drawnGuide, stateOf(take(drawnGuide, begin(drawnGuide), option('yes'))), option('nothing')));
    const bulb = stateOf(take(drawnGuide, fuse, { kind: 'failed' }));
    expect(bulb.at).toBe('bulb');
    const again = take(drawnGuide, bulb, { kind: 'failed' });
    expect(again).toMatchObject({ said: 'recheck', state: { at: 'hum' } });
    // Another answer opens its branch, the same one ends the way after a second look.
    expect(take(drawnGuide, stateOf(again), option('hum'))).toMatchObject({ state: { at: 'minutes' } });
    const first = take(drawnGuide, stateOf(again), option('nothing'));
    expect(first).toMatchObject({ state: { at: 'socket' } });
    expect(take(drawnGuide, stateOf(first), option('yes'))).toMatchObject({ ended: 'unsolved' });
  });

  it('comes back to a branch that was left open by "I don’t know"', () => {
    const asked = begin(drawnGuide);
    const told = take(drawnGuide, asked, { kind: 'unsure' });
    expect(told).toMatchObject({ said: 'how', state: { at: 'socket' } });
    const guessed = stateOf(take(drawnGuide, stateOf(told), { kind: 'unsure' }));
    expect(guessed.at).toBe('hum');
    const fuse = stateOf(take(drawnGuide, guessed, option('nothing')));
    const bulb = stateOf(take(drawnGuide, fuse, { kind: 'failed' }));
    expect(stateOf(take(drawnGuide, bulb, { kind: 'failed' })).at).toBe('plug-in');
  });

  it('takes a correction back to the question that it is about', () => {
    const hum = stateOf(take(drawnGuide, begin(drawnGuide), option('yes')));
    const minutes = stateOf(take(drawnGuide, hum, option('hum')));
    const corrected = take(drawnGuide, minutes, { kind: 'correction', rest: 'i hear nothing' });
    expect(corrected).toMatchObject({ said: 'corrected', state: { at: 'fuse' } });
  });

  it('keeps the answers that were given after a corrected one, and takes the correction back as one', () => {
    const asks = (id: string, yes: string, no: string) => ({
      id,
      question: `Is the ${id} lit?`,
      options: [
        { id: 'yes', label: 'Yes', next: yes },
        { id: 'no', label: 'No', next: no },
      ],
    });
    const guide: Guide = {
      id: 'panel',
      title: 'Panel',
      symptoms: [],
      start: 'side',
      nodes: [
        {
          id: 'side',
          question: 'On which side?',
          options: [
            { id: 'left', label: 'Left', next: 'lamp' },
            { id: 'right', label: 'Right', next: 'fuse' },
          ],
        },
        asks('lamp', 'fuse', 'fuse'),
        asks('fuse', 'door', 'turn'),
        asks('door', 'turn', 'turn'),
      ],
      fixes: [{ id: 'turn', text: 'Turn it.', otherwise: 'door' }],
    };
    let state = begin(guide);
    for (const id of ['left', 'no', 'no']) state = stateOf(take(guide, state, option(id), id));
    state = stateOf(take(guide, state, { kind: 'failed' }));
    expect(state.at).toBe('door');
    const corrected = take(guide, state, { kind: 'correction', rest: 'it is the right side' }, 'no wait, it is the right side');
    expect(corrected).toMatchObject({ said: 'corrected', state: { at: 'door' } });
    expect(stateOf(corrected).past.map(({ at, option: taken }) => [at, taken])).toEqual([
      ['side', 'right'],
      ['fuse', 'no'],
      ['turn', undefined],
    ]);
    expect(stepBack(stateOf(corrected))).toEqual(state);
  });

  it('that leads round in a circle ends once the same answers led back a second time', () => {
    const replies = (...ids: string[]) =>
      ids.reduce((now: Onward, id) => take(drawnGuide, stateOf(now), option(id), id), { state: begin(drawnGuide) });
    expect(replies('yes', 'hum', 'again', 'hum', 'again')).toMatchObject({ ended: 'unsolved' });
    expect(replies('yes', 'hum', 'again', 'hum', 'soon')).toMatchObject({ state: { at: 'bulb' } });
  });

  it('knows what only a person may handle', () => {
    expect(isDanger(drawnGuide, 'there is a burning smell', english)).toBe(true);
    expect(isDanger(drawnGuide, 'there is a smell of roses', english)).toBe(false);
    expect(isDanger(drawnGuide, 'sparks come out and I got an electric shock', english)).toBe(true);
    expect(isDanger(drawnGuide, 'no smoke, no sparks', english)).toBe(false);
    const engine: Guide = { ...drawnGuide, title: 'The engine smokes' };
    expect(isDanger(engine, 'white smoke comes out of the exhaust', english)).toBe(false);
  });

  it('goes on from what still fits where the guide changed in the meantime', () => {
    const hum = stateOf(take(drawnGuide, begin(drawnGuide), option('yes')));
    const shorter: Guide = { ...drawnGuide, start: 'hum', nodes: drawnGuide.nodes.filter(({ id }) => id !== 'socket') };
    expect(refit(drawnGuide, hum, english)).toMatchObject({ changed: false, state: hum });
    expect(refit(shorter, hum, english)).toMatchObject({ changed: true, state: { at: 'hum', past: [] } });
  });
});

describe('a guide of causes', () => {
  it('asks first what tells most for its cost', () => {
    expect(begin(causesGuide).at).toBe('display');
  });

  it('acts on the likeliest cause, and on the next one when its fix fails', () => {
    const charge = stateOf(take(causesGuide, begin(causesGuide), option('no')));
    expect(charge.at).toBe('charge');
    const next = take(causesGuide, charge, { kind: 'failed' });
    expect(['headphones', 'turn-up']).toContain(stateOf(next).at);
  });

  it('keeps all causes alive, with likelihoods that are one together', () => {
    const beliefs = beliefsOf(causesGuide, [{ at: 'display', option: 'yes', certainty: 1, by: 'reply' }]);
    expect(beliefs.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1);
    expect(beliefs.map(({ cause }) => cause.id)).toEqual(['volume', 'speaker', 'battery']);
  });

  it('has nothing left when every fix has failed', () => {
    const past = causesGuide.fixes.map(({ id }) => ({ at: id, certainty: 1, by: 'reply' as const }));
    expect(chooseByGain(causesGuide, past)).toBeUndefined();
  });
});

const readings: fc.Arbitrary<Reading> = fc.oneof(
  fc
    .constantFrom('yes', 'no', 'hum', 'nothing', 'soon', 'late', 'again')
    .chain((id) => fc.double({ min: 0.6, max: 1, noNaN: true }).map((certainty): Reading => ({ kind: 'option', option: id, certainty }))),
  fc
    .constantFrom<Reading['kind']>('unsure', 'how', 'why', 'back', 'restart', 'skip', 'failed', 'unclear')
    .map((kind) => ({ kind }) as Reading),
  fc.string().map((rest): Reading => ({ kind: 'correction', rest })),
);

const spoken = [
  'the plug is in the socket',
  'the transformer is humming',
  'i hear nothing',
  'not humming',
  'yes',
  'the display is lit',
  'no',
];
/** Readings with the words that they were read from: some tell of other questions, too. */
const things: fc.Arbitrary<readonly [Reading, string]> = fc.oneof(
  fc.tuple(readings, fc.constantFrom('words', ...spoken)),
  fc.constantFrom(...spoken).map((rest) => [{ kind: 'correction', rest } as const, `no wait, ${rest}`] as const),
);

describe.each([drawnGuide, causesGuide])('whatever is said in $id', (guide) => {
  const isValid = (state: GuideState) => nodeAt(guide, state.at) !== undefined || fixAt(guide, state.at) !== undefined;
  const walk = (said: readonly Reading[], from = begin(guide)) => {
    let state = from;
    for (const reading of said) {
      const taken = take(guide, state, reading, 'words');
      if ('ended' in taken) return { state, ended: taken.ended };
      ({ state } = taken);
    }
    return { state };
  };

  it('leaves a valid state that survives being saved', () => {
    fc.assert(
      fc.property(fc.array(readings, { maxLength: 40 }), (said) => {
        const { state } = walk(said);
        expect(isValid(state)).toBe(true);
        expect(JSON.parse(JSON.stringify(state))).toEqual(state);
      }),
      { numRuns: 200 },
    );
  });

  it('gives the same state when it is replayed, in one go or saved in between', () => {
    fc.assert(
      fc.property(fc.array(readings, { maxLength: 20 }), fc.nat(20), (said, at) => {
        const whole = walk(said);
        const half = walk(said.slice(0, at));
        if ('ended' in half) return;
        expect(walk(said.slice(at), JSON.parse(JSON.stringify(half.state)))).toEqual(whole);
      }),
      { numRuns: 200 },
    );
  });

  it('back undoes exactly one thing said', () => {
    fc.assert(
      fc.property(fc.array(things, { maxLength: 20 }), things, (said, [reading, words]) => {
        let state = begin(guide);
        for (const [each, spoken] of said) {
          const taken = take(guide, state, each, spoken);
          if (!('ended' in taken)) ({ state } = taken);
        }
        const taken = take(guide, state, reading, words);
        if ('ended' in taken || reading.kind === 'back' || reading.kind === 'restart') return;
        const isTold = taken.state.past !== state.past || taken.state.noted !== state.noted;
        if (isTold) expect(stepBack(taken.state)).toEqual({ ...state, misses: 0 });
      }),
      { numRuns: 300 },
    );
  });
});

it('walks a guide of 5,000 questions in milliseconds', () => {
  const count = 5000;
  const guide: Guide = {
    id: 'long',
    title: 'Long',
    symptoms: [],
    start: 'n0',
    nodes: Array.from({ length: count }, (_, index) => ({
      id: `n${index}`,
      question: `Is number ${index} lit?`,
      options: [
        { id: 'yes', label: 'Yes', next: index + 1 < count ? `n${index + 1}` : 'end' },
        { id: 'no', label: 'No', next: 'end' },
      ],
    })),
    fixes: [{ id: 'end', text: 'Done.' }],
  };
  let state = begin(guide);
  const started = performance.now();
  for (let step = 0; step < 50; step += 1) state = stateOf(take(guide, state, option('yes')));
  expect(state.at).toBe('n50');
  expect((performance.now() - started) / 50).toBeLessThan(25);
  expect(stateOf(take(guide, begin(guide), { kind: 'skip' })).at).toBe('n1');
});
