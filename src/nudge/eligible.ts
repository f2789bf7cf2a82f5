import { type ConditionContext, holds } from '../policy/condition.ts';
import { mayOffer } from './decide-offer.ts';
import type { Calendar } from './due.ts';
import { isPaused } from './guard.ts';
import { day, exposures, holdOut, type Memory, minute, type Showing } from './memory.ts';
import type { Cap, Limits, Nudge, NudgeSet, Period, Place, QuietHours } from './nudge.ts';
import type { Visit } from './visit.ts';

/** Why a nudge that is due does not show. */
export type Bar =
  | 'no-consent'
  | 'off'
  | 'snoozed'
  | 'refused'
  | 'paused'
  | 'other-page'
  | 'other-audience'
  | 'quiet-hours'
  | 'cap'
  | 'cool-down'
  | 'visit-limit'
  | 'day-limit'
  | 'gap'
  | 'no-place'
  | 'not-allowed'
  | 'annoying'
  | Busy;

/** What the visitor is at, and must not be talked into. */
export type Busy = 'just-arrived' | 'out-of-view' | 'typing' | 'media' | 'dialog' | 'panel' | 'asked-just-now' | 'other-nudge';

/** The moment, as the page sees it. */
export interface Moment extends Calendar {
  readonly hasConsent: boolean;
  /** Minutes of the day in a time zone; left out: the visitor's own. */
  readonly minuteIn: (zone?: string) => number;
  readonly isInView: boolean;
  readonly isMediaPlaying: boolean;
  readonly isDialogOpen: boolean;
  /** The agent's panel is open: a journey or guide may be under way in it. */
  readonly isPanelOpen: boolean;
  readonly isNudgeShown: boolean;
  /** Whether there is what a nudge is to be put into or beside. */
  readonly hasPlace: (place: Extract<Place, { element: string }>) => boolean;
}

/** A page is seen before anything is said on it. */
const arrival = 1_500;
/** A pause this long ends a stretch of typing. */
const typingPause = 4_000;
/** Whoever just asked has other means now. */
const askedPause = 2 * minute;

export function busyWith(moment: Moment, visit: Visit): Busy | undefined {
  if (!moment.isInView) return 'out-of-view';
  if (visit.now - (visit.trail.at(-1)?.at ?? visit.now) < arrival) return 'just-arrived';
  if (moment.isNudgeShown) return 'other-nudge';
  if (moment.isPanelOpen) return 'panel';
  if (moment.isDialogOpen) return 'dialog';
  if (moment.isMediaPlaying) return 'media';
  if (visit.now - visit.typedAt < typingPause) return 'typing';
  if (visit.now - visit.askedAt < askedPause) return 'asked-just-now';
  return undefined;
}

/** What bars a nudge that is due, whatever the visitor is at. */
export function barTo(nudge: Nudge, set: NudgeSet, visit: Visit, memory: Memory, moment: Moment, facts: ConditionContext): Bar | undefined {
  if (!moment.hasConsent) return 'no-consent';
  if (memory.isOff) return 'off';
  if (moment.now < memory.snoozedUntil) return 'snoozed';
  if (memory.refused.includes(nudge.id)) return 'refused';
  if (nudge.pages !== undefined && !nudge.pages.some((page) => fits(visit.path, page))) return 'other-page';
  if (nudge.when !== undefined && holds(nudge.when, facts) !== true) return 'other-audience';
  if (nudge.quiet !== undefined && isQuiet(nudge.quiet, moment)) return 'quiet-hours';
  if (isPaused(memory.counts[nudge.id] ?? {}, nudge.guard)) return 'paused';
  const bar = barOfCaps(nudge, set.limits, memory, moment.now) ?? (lacksPlace(nudge, moment) ? 'no-place' : undefined);
  if (bar !== undefined || nudge.next.to !== 'offer') return bar;
  return mayOffer(nudge.next, set, memory, facts) ? undefined : 'not-allowed';
}

function lacksPlace({ place }: Nudge, { hasPlace }: Moment): boolean {
  return 'element' in place && !hasPlace(place);
}

const lengthOf: Readonly<Record<Exclude<Period, 'visit' | 'ever'>, number>> = { day, week: 7 * day, month: 30 * day };

/** The nudge's own cap and cool-down hold for the hold-out too, which has to have the same chances; the common limits count what was seen. */
function barOfCaps({ id, cap, coolDown }: Nudge, limits: Limits, memory: Memory, now: number): Bar | undefined {
  const own = memory.showings.filter(({ nudge }) => nudge === id);
  const { per } = cap;
  const used = per === 'ever' ? exposures(memory, id) : own.filter((each) => isWithin(each, per, memory, now)).length;
  if (used >= cap.times) return 'cap';
  if (own.some(({ at }) => now - at < coolDown * minute)) return 'cool-down';
  const seen = memory.showings.filter(({ arm }) => arm !== holdOut);
  if (seen.filter((each) => isWithin(each, 'visit', memory, now)).length >= limits.perVisit) return 'visit-limit';
  if (seen.filter((each) => isWithin(each, 'day', memory, now)).length >= limits.perDay) return 'day-limit';
  return seen.some(({ at }) => now - at < limits.gap * minute) ? 'gap' : undefined;
}

function isWithin({ at, visit }: Showing, period: Exclude<Cap['per'], 'ever'>, memory: Memory, now: number): boolean {
  return period === 'visit' ? visit === memory.visit.count : now - at < lengthOf[period];
}

export function isQuiet({ from, to, zone }: QuietHours, { minuteIn }: Pick<Moment, 'minuteIn'>): boolean {
  const now = minuteIn(zone);
  return from <= to ? now >= from && now < to : now >= from || now < to;
}

/** Whether a path fits a pattern, in which `*` stands for anything. */
export function fits(path: string, pattern: string): boolean {
  const parts = pattern.replace(/\/$/, '').split('*');
  const trimmed = path.replace(/(.)\/$/, '$1');
  const [first = '', ...rest] = parts;
  if (rest.length === 0) return trimmed === (first === '' ? '/' : first);
  if (!trimmed.startsWith(first)) return false;
  let from = first.length;
  for (const [index, part] of rest.entries()) {
    const at = index === rest.length - 1 && part !== '' ? trimmed.length - part.length : trimmed.indexOf(part, from);
    if (at < from || !trimmed.startsWith(part, at)) return false;
    from = at + part.length;
  }
  return true;
}
