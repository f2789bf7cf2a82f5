import { describe, expect, it } from 'vitest';
import type { Decision } from '../decide/decision.ts';
import { decisionForPerson } from './decision-for-person.ts';

const grounds = { candidates: [], confidence: 0.5, tier: 'pack' } as const;
const escalated = (because: 'upset' | 'asked-for-person'): Decision => ({ ...grounds, kind: 'escalate', contact: {}, reason: { because } });
const answered = (atStake?: 'legal'): Decision => {
  return {
    ...grounds,
    kind: 'answer',
    unit: 'a',
    locale: 'en',
    reason: { because: 'chosen', question: 'A' },
    ...(atStake && { atStake, offersPerson: true }),
  };
};

describe('decisionForPerson', () => {
  it('is what was asked for, before the mood and before what is at stake', () => {
    expect(decisionForPerson([answered('legal'), escalated('upset'), escalated('asked-for-person')])?.reason.because).toBe(
      'asked-for-person',
    );
    expect(decisionForPerson([answered('legal'), escalated('upset')])?.reason.because).toBe('upset');
    expect(decisionForPerson([answered(), answered('legal')])).toMatchObject({ atStake: 'legal' });
    expect(decisionForPerson([answered(), { ...answered(), offersPerson: true }])?.offersPerson).toBe(true);
    expect(decisionForPerson([answered()])).toBeUndefined();
  });
});
