import type { Decision } from '../decide/decision.ts';
import type { Input } from '../decide/input.ts';
import type { Locale } from '../language/locale.ts';
import { clusterOf } from './cluster.ts';
import type { Ending, Need } from './need.ts';

/** What one part of a turn tells about the visitor's needs. */
export interface Recorded {
  readonly input: Input;
  readonly decision: Decision;
  /** ISO 8601 time of the turn. */
  readonly now: string;
  readonly locale: Locale;
  readonly followsUp: boolean;
}

const mostNeeds = 50;

/**
 * Carries the list of needs, oldest first, on by one turn. A question opens a need and ends the one before: after an
 * answer it is assumed to be solved, else it was abandoned. Follow-ups, choices, replies in a guide and "not yet" go on with the last one.
 */
export function record(needs: readonly Need[], { input, decision, now, locale, followsUp }: Recorded): Need[] {
  if (isSmallTalk(decision)) return [...needs];
  const open = needs.at(-1)?.ending === 'open' ? needs.at(-1) : undefined;
  const goesOn = open !== undefined && (input.kind !== 'question' || followsUp || decision.kind === 'escalate' || isWithinGuide(decision));
  const earlier = goesOn ? needs.slice(0, -1) : closeLast(needs);
  const began = goesOn ? open : undefined;
  const need: Need = {
    opened: began?.opened ?? now,
    last: now,
    turns: (began?.turns ?? 0) + 1,
    ending: endingOf(decision),
    tier: decision.tier,
    locale,
    ...(decision.kind === 'answer' ? { unit: decision.unit } : {}),
    ...(decision.walk === undefined ? {} : { guide: decision.walk.guide }),
    ...(decision.kind === 'decline' && input.kind === 'question' ? { cluster: clusterOf(input.text, locale) } : {}),
    ...(decision.kind === 'escalate' && began !== undefined ? whatFailed(began) : {}),
  };
  return [...earlier, need].slice(-mostNeeds);
}

/** Any turn of a guide but its first goes on with the need that it began for. */
function isWithinGuide({ walk, reason }: Decision): boolean {
  return walk !== undefined && reason.because !== 'guide-fits';
}

function endingOf({ kind, walk }: Decision): Ending {
  if (kind === 'escalate') return 'handed-over';
  if (walk?.done === 'fixed') return 'confirmed';
  return walk?.done === 'cancelled' ? 'abandoned' : 'open';
}

/** What a person is asked for after: the answer that did not help, or what nothing fitted. */
function whatFailed({ unit, cluster }: Need): Pick<Need, 'unit' | 'cluster'> {
  return { ...(unit === undefined ? {} : { unit }), ...(cluster === undefined ? {} : { cluster }) };
}

/** The visitor said that the last answer solved it. */
export function confirmLast(needs: readonly Need[], now: string): Need[] {
  const last = needs.at(-1);
  return last?.ending === 'open' ? [...needs.slice(0, -1), { ...last, last: now, ending: 'confirmed' }] : [...needs];
}

/** The visitor left, or started over: an answered need is assumed to be solved, another one was abandoned. */
export function closeLast(needs: readonly Need[]): Need[] {
  const last = needs.at(-1);
  if (last?.ending !== 'open') return [...needs];
  return [...needs.slice(0, -1), { ...last, ending: last.unit === undefined ? 'abandoned' : 'assumed' }];
}

function isSmallTalk({ reason }: Decision): boolean {
  return ['greeting', 'thanks', 'about-me', 'no-question'].includes(reason.because);
}
