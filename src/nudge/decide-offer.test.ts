import { describe, expect, it } from 'vitest';
import type { RightRule } from '../policy/rights.ts';
import { choose } from './choose.ts';
import { atTime, day, ended, type Memory, newMemory, showing } from './memory.ts';
import { momentAt, noon, nudgeOf, setOf } from './nudge.fixture.ts';
import { newVisit, observe } from './visit.ts';

const because = { en: 'So it is.' };
const rule = (more: Partial<RightRule> = {}): RightRule => ({ id: 'rule', right: 'auto', because, ...more });
const euros = (minor: number) => ({ minor, currency: 'EUR' });

function lookAt(offerRules: readonly RightRule[], { memory = newMemory('seed', noon), now = noon, context = {} } = {}) {
  const next = { to: 'offer', code: 'save', amount: euros(500) } as const;
  const set = { ...setOf(nudgeOf('n', { next, cap: { times: 50, per: 'day' } })), offerRules };
  let visit = observe(newVisit, { kind: 'page', path: '/', at: 0 });
  visit = observe(visit, { kind: 'active', at: 5000 });
  return choose(set, visit, atTime(memory, now), momentAt(now), { now: new Date(now).toISOString(), ...context }).verdicts[0];
}

describe('an offer', () => {
  it.each<[string, RightRule[], object, boolean]>([
    ['without a rule', [], {}, false],
    ['that the agent settles', [rule()], {}, true],
    ['that the visitor’s tap confirms', [rule({ right: 'confirm' })], {}, true],
    ['that a person decides', [rule({ right: 'person' })], {}, false],
    ['that is refused', [rule({ right: 'refuse' })], {}, false],
    ['of another code', [rule({ when: ['==', ['get', 'args.offer'], 'other'] })], {}, false],
    ['for a market that is not known', [rule({ when: ['==', ['get', 'market'], 'EU'] })], {}, false],
    ['for the visitor’s market', [rule({ when: ['==', ['get', 'market'], 'EU'] })], { market: 'EU' }, true],
    ['within its limit', [rule({ limits: [{ amount: euros(500) }] })], {}, true],
    ['beyond its limit', [rule({ limits: [{ amount: euros(499) }] })], {}, false],
  ])('%s', (_, rules, context, isMade) => {
    const verdict = lookAt(rules, { context });
    expect(verdict).toMatchObject(isMade ? { state: 'chosen' } : { state: 'barred', bar: 'not-allowed' });
  });

  it('is not made again once it was taken up as often as the policy allows', () => {
    const once = [rule({ limits: [{ times: { most: 1, within: 'month' } }] })];
    const taken: Memory = ended(showing(newMemory('seed', noon), 'n', 'a', noon), 'n', 'taken');
    expect(lookAt(once, { memory: taken, now: noon + 3 * day })).toMatchObject({ bar: 'not-allowed' });
    const passed = ended(showing(newMemory('seed', noon), 'n', 'a', noon), 'n', 'passed');
    expect(lookAt(once, { memory: passed, now: noon + 3 * day })).toMatchObject({ state: 'chosen' });
  });
});
