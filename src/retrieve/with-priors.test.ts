import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Candidate, Evidence } from './evidence.ts';
import { withPriors } from './with-priors.ts';

const evidenceOf = (scores: readonly number[]): Evidence => ({
  candidates: [...scores]
    .sort((a, b) => b - a)
    .map((score, index) => ({ unit: { id: `u${index}` }, score, phrasing: score }) as unknown as Candidate),
  known: 1,
  topicWords: 1,
  calibration: { weights: [], offerWeights: [], answerFrom: 1 },
  text: '',
});
const ids = ({ candidates }: Evidence) => candidates.map(({ unit }) => unit.id);
const scores = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 });
const priors = fc.dictionary(
  fc.nat(12).map((index) => `u${index}`),
  fc.double({ min: 0, max: 1, noNaN: true }),
);

describe('priors from interests', () => {
  it('put what is likely first among near-equal units', () => {
    expect(ids(withPriors(evidenceOf([0.8, 0.79, 0.78, 0.5]), { u2: 0.9, u1: 0.4 }))).toEqual(['u2', 'u1', 'u0', 'u3']);
  });

  it('never change an answer whose best unit is clearly ahead, however likely another is', () => {
    fc.assert(
      fc.property(scores, priors, (given, likely) => {
        const evidence = evidenceOf(given);
        const [first, second] = evidence.candidates;
        fc.pre(first !== undefined && (second === undefined || second.score < 0.95 * first.score));
        expect(withPriors(evidence, likely)).toEqual(evidence);
      }),
    );
  });

  it('keep all candidates, the scores of each place, and everything where nothing is known of the visitor', () => {
    fc.assert(
      fc.property(scores, priors, (given, likely) => {
        const evidence = evidenceOf(given);
        const changed = withPriors(evidence, likely);
        expect(ids(changed).sort()).toEqual(ids(evidence).sort());
        expect(changed.candidates.map(({ score }) => score)).toEqual(evidence.candidates.map(({ score }) => score));
        expect(ids(withPriors(evidence, {}))).toEqual(ids(evidence));
      }),
    );
  });
});
