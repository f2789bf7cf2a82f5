import type { ConditionContext } from '../policy/condition.ts';
import { choose, type Verdict } from './choose.ts';
import type { Moment } from './eligible.ts';
import { atTime, type Ended, ended, holdOut, type Memory, minute, newMemory, showing, succeeded } from './memory.ts';
import type { NudgeSet } from './nudge.ts';
import { type Noted, remember } from './remember.ts';
import { newVisit, observe, type Visit } from './visit.ts';

/** One thing that happens in a session that is replayed: on the page, around it, or by the visitor with a nudge. */
export interface Step {
  /** Milliseconds from the start; in ascending order. */
  readonly at: number;
  readonly noted?: Noted;
  /** What changes around the page: a dialog opens, media plays, consent is given, the tab goes out of view. */
  readonly change?: Partial<Pick<Moment, 'hasConsent' | 'isInView' | 'isMediaPlaying' | 'isDialogOpen' | 'isPanelOpen'>>;
  readonly nudge?: Ended | 'refused' | 'off';
}

/** What came of one look at the nudges. */
export interface Frame {
  readonly at: number;
  readonly step?: Step;
  readonly verdicts: readonly Verdict[];
  /** A nudge that shows from here on, or would have to one of the hold-out. */
  readonly shown?: { readonly nudge: string; readonly arm: string };
}

export interface ReplayOptions {
  /** Epoch milliseconds of the start. */
  readonly start: number;
  readonly context?: ConditionContext;
  /** Minutes of the visitor's day when it starts; noon where left out. */
  readonly minuteOfDay?: number;
  readonly memory?: Memory;
  readonly seed?: string;
  /** Called for each look, with the time that it took in milliseconds. */
  readonly onLook?: (milliseconds: number) => void;
}

const second = 1000;
/** Nobody looks at a page in view for longer without a sign of life; what follows is another visit. */
const longestSilence = 30 * minute;

/**
 * Replays a session through the very functions that run on a page: once a second, and at each step. A nudge that shows
 * stays until the visitor does something with it, or for 45 seconds.
 */
export function replay(set: NudgeSet, steps: readonly Step[], options: ReplayOptions): { frames: Frame[]; memory: Memory } {
  const { start, context = {}, minuteOfDay = 720, onLook } = options;
  const around = { hasConsent: true, isInView: true, isMediaPlaying: false, isDialogOpen: false, isPanelOpen: false };
  let visit: Visit = newVisit;
  let memory = options.memory ?? newMemory(options.seed ?? 'replay', start);
  let open: { nudge: string; until: number } | undefined;
  const frames: Frame[] = [];

  const note = (noted: Noted, at: number) => {
    const now = start + at;
    memory = remember(atTime(memory, now), noted, visit, set, { now, today: new Date(now).toISOString().slice(0, 10) });
    visit = observe(visit, { ...noted, at });
    if (noted.kind === 'page') finish('passed');
  };
  const finish = (how: Ended) => {
    if (open === undefined) return;
    memory = ended(memory, open.nudge, how);
    const nudge = set.nudges.find(({ id }) => id === open?.nudge);
    if (how === 'taken' && nudge?.success === undefined) memory = succeeded(memory, open.nudge, Number.POSITIVE_INFINITY, memory.latest);
    open = undefined;
  };
  const look = (at: number, step?: Step) => {
    if (open !== undefined && at >= open.until) finish('passed');
    const now = start + at;
    memory = atTime(memory, now);
    const minuteNow = Math.floor(minuteOfDay + at / minute) % 1440;
    const moment: Moment = {
      ...around,
      now,
      today: new Date(now).toISOString().slice(0, 10),
      minuteIn: () => minuteNow,
      isNudgeShown: open !== undefined,
      hasPlace: () => true,
    };
    const started = performance.now();
    const { verdicts, chosen } = choose(set, visit, memory, moment, { now: new Date(now).toISOString(), ...context });
    onLook?.(performance.now() - started);
    const arm = chosen === undefined ? '' : chosen.arm === holdOut ? holdOut : chosen.arm.id;
    if (chosen !== undefined) memory = showing(memory, chosen.nudge.id, arm, now);
    if (chosen !== undefined && arm !== holdOut) open = { nudge: chosen.nudge.id, until: at + 45 * second };
    if (step !== undefined || chosen !== undefined)
      frames.push({ at, verdicts, ...(step && { step }), ...(chosen && { shown: { nudge: chosen.nudge.id, arm } }) });
  };

  let at = 0;
  for (const step of steps) {
    if (step.at - at > longestSilence) {
      finish('passed');
      visit = { ...newVisit, now: step.at };
      at = step.at;
    }
    for (; at + second <= step.at; at += second) {
      if (around.isInView) note({ kind: 'passed', milliseconds: second }, at + second);
      look(at + second);
    }
    if (step.noted !== undefined) note(step.noted, step.at);
    Object.assign(around, step.change);
    if (step.nudge === 'refused' && open !== undefined) memory = { ...memory, refused: [...memory.refused, open.nudge] };
    if (step.nudge === 'off') memory = { ...memory, isOff: true };
    if (step.nudge !== undefined) finish(step.nudge === 'refused' || step.nudge === 'off' ? 'dismissed' : step.nudge);
    look(step.at, step);
  }
  return { frames, memory };
}
