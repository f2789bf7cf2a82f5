import { documentOf } from '../content/answer-document.ts';
import type { PackedUnit } from '../pack/units-shard.ts';
import type { Candidate, Evidence } from '../retrieve/evidence.ts';

/** A candidate whose score alone speaks for it. */
export function candidateOf(id: string, score: number, unit: Partial<PackedUnit> = {}): Candidate {
  const whole = { id, title: `Title of ${id}`, answer: documentOf(`Answer of ${id}.`), ...unit };
  return { unit: whole, locale: 'en', tier: 'pack', score, phrasing: 0, answer: 0, meaning: 0, fit: 0 };
}

/** Evidence of which a score of 0.7 is sure enough to answer, one of 0.4 to offer, and less to do neither. */
export function evidenceOf(...candidates: readonly Candidate[]): Evidence {
  return {
    candidates: [...candidates].sort((a, b) => b.score - a.score),
    known: 0,
    topicWords: 3,
    calibration: { weights: [-10, 20], offerWeights: [-6, 20], answerFrom: 0.9 },
    text: 'how do I do it',
  };
}
