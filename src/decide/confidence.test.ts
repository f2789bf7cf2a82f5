import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { confidenceFeatures, confidenceOf, featureNames, offerConfidenceOf, sigmoid } from './confidence.ts';
import { defaultPriors } from './default-calibration.ts';
import { candidateOf, evidenceOf } from './evidence.fixture.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const candidates = fc
  .array(fc.record({ score: share, phrasing: share, answer: share, meaning: share, fit: share }), { maxLength: 5 })
  .map((list) => list.map((figures, index) => ({ ...candidateOf(`unit-${index}`, 0), ...figures })).sort((a, b) => b.score - a.score));
const evidence = fc.record({ known: share, topicWords: fc.nat({ max: 200 }) });
const weights = fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { maxLength: featureNames.length + 1 });

describe('confidenceFeatures', () => {
  it('are as many as there are names, each between 0 and 1', () => {
    fc.assert(
      fc.property(candidates, evidence, (list, found) => {
        const features = confidenceFeatures(list, found);
        expect(features).toHaveLength(featureNames.length);
        for (const feature of features) {
          expect(feature).toBeGreaterThanOrEqual(0);
          expect(feature).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe('confidenceOf', () => {
  it('is a probability, whatever the evidence and the weights', () => {
    fc.assert(
      fc.property(candidates, evidence, weights, (list, found, learnt) => {
        const calibration = { weights: learnt, offerWeights: learnt, answerFrom: 0.9 };
        for (const confidence of [confidenceOf(list, found, calibration), offerConfidenceOf(list, found, calibration)]) {
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('is nil where there is no candidate', () => {
    const { calibration } = evidenceOf();
    expect(confidenceOf([], { known: 1, topicWords: 5 }, calibration)).toBe(0);
    expect(offerConfidenceOf([], { known: 1, topicWords: 5 }, calibration)).toBe(0);
  });

  it('is high for an author’s very own words, as long as one unit alone has them', () => {
    const doubtful = { weights: [-9], offerWeights: [-9], answerFrom: 0.9 };
    const verbatim = { ...candidateOf('a', 0.8), phrasing: 1 };
    const found = { known: 1, topicWords: 3 };
    expect(confidenceOf([verbatim, candidateOf('b', 0.5)], found, doubtful)).toBeGreaterThan(0.95);
    expect(confidenceOf([verbatim, { ...candidateOf('b', 0.8), phrasing: 1 }], found, doubtful)).toBeLessThan(0.1);
    expect(confidenceOf([{ ...verbatim, phrasing: 0.9 }], found, doubtful)).toBeLessThan(0.1);
  });

  it('rises with the score and the lead over the next, by the weights that ship for other content', () => {
    for (const { answer: shipped } of [defaultPriors.words, defaultPriors.vectors]) {
      expect(shipped).toHaveLength(featureNames.length + 1);
      const calibration = { weights: [...shipped], offerWeights: [...shipped], answerFrom: 0.9 };
      const at = (first: number, second: number) =>
        confidenceOf([candidateOf('a', first), candidateOf('b', second)], { known: 0.5, topicWords: 3 }, calibration);
      expect(at(0.8, 0.2)).toBeGreaterThan(at(0.4, 0.2));
      expect(at(0.8, 0.2)).toBeGreaterThan(at(0.8, 0.7));
    }
  });
});

describe('sigmoid', () => {
  it('rises from 0 to 1 and never leaves them', () => {
    expect(sigmoid(0)).toBe(0.5);
    for (const value of [-1e9, -700, 700, 1e9]) expect([0, 1]).toContain(Math.round(sigmoid(value)));
  });
});
