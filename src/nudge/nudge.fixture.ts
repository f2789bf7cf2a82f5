import type { Moment } from './eligible.ts';
import { defaultLimits, type Nudge, type NudgeSet } from './nudge.ts';

/** A nudge that is due on the first sight of a page, but for what a test says. */
export function nudgeOf(id: string, more: Partial<Nudge> = {}): Nudge {
  return {
    id,
    trigger: { on: 'hot-topics' },
    place: { at: 'bubble' },
    next: { to: 'question', text: 'How?' },
    priority: 50,
    cap: { times: 1, per: 'day' },
    coolDown: 0,
    holdOut: 0,
    variants: [{ id: 'a', message: 'Need help?', action: 'Yes' }],
    guard: 1,
    ...more,
  };
}

export function setOf(...nudges: Nudge[]): NudgeSet {
  return { limits: defaultLimits, nudges, suggestions: [], offerRules: [] };
}

export const noon = Date.UTC(2026, 10, 20, 12);

export function momentAt(now: number, more: Partial<Moment> = {}): Moment {
  return {
    now,
    today: new Date(now).toISOString().slice(0, 10),
    hasConsent: true,
    minuteIn: () => Math.floor(now / 60_000) % 1440,
    isInView: true,
    isMediaPlaying: false,
    isDialogOpen: false,
    isPanelOpen: false,
    isNudgeShown: false,
    hasPlace: () => true,
    ...more,
  };
}
