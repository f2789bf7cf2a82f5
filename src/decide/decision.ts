import type { Contact } from '../content/unit.ts';
import type { Done, GuideStep } from '../guide/guide-state.ts';
import type { Said } from '../guide/walk.ts';
import type { ActionRequest } from '../journey/actions.ts';
import type { JourneyMark } from '../journey/journey-mark.ts';
import type { Locale } from '../language/locale.ts';
import type { Stake } from '../policy/risk.ts';

/** Which ability answered, weakest last: words on the page, the pack, a model on the device, the relay's model, a person. */
export type Tier = 'page' | 'pack' | 'device' | 'relay' | 'person';

/** One unit, guide or journey that was considered, for `candidates`: best first, whatever was decided. */
export interface Ranked {
  readonly unit?: string;
  readonly guide?: string;
  readonly journey?: string;
  /** 0 to 1, comparable within one question. */
  readonly score: number;
}

/** Where a decision leaves the visitor in a guide. */
export interface GuideMark {
  readonly guide: string;
  /** Locale of the guide's words. */
  readonly locale: Locale;
  /** The question now asked, or the fix reached. */
  readonly node?: string;
  readonly done?: Done;
  /** What the visitor is told besides; `later`: it is asked anew whether a fix has lasted, `changed`: the guide is another now, `kept`: it is, and the visitor finishes on the old one. */
  readonly said: Said | 'changed' | 'kept' | 'later';
  /** What is known so far. */
  readonly past: readonly GuideStep[];
}

export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly locale: Locale;
}

/** What is done for the visitor, for the audit record. */
export interface Action {
  readonly name: string;
  readonly args: ActionRequest['args'];
  /** The rule of the policy that lets it pass. */
  readonly rule: string;
}

interface Grounds {
  /** Calibrated probability that the first candidate is right. */
  readonly confidence: number;
  readonly candidates: readonly Ranked[];
  readonly tier: Tier;
  readonly reason: Reason;
  /** Set while the visitor is upset: a way to a person stands beside whatever is replied. */
  readonly isUpset?: boolean;
  /** Set where a handoff is offered beside the reply, for the visitor to send or leave. */
  readonly offersPerson?: boolean;
  /** Set while a guide is walked, and when it ends. */
  readonly walk?: GuideMark;
  /** Set while a journey is under way, and when it ends. */
  readonly trip?: JourneyMark;
  /** The journey or guide that was left before, where it is offered to go on with it. */
  readonly unfinished?: { readonly title: string; readonly isGuide: boolean };
}

/** Why it was decided so, as data; `answer/` puts it into words. */
export type Reason =
  | { readonly because: 'sure'; readonly question: string; readonly confidence: number }
  | { readonly because: 'chosen'; readonly question: string }
  | { readonly because: 'next-best'; readonly question: string }
  | { readonly because: 'several-close'; readonly count: number }
  | { readonly because: 'nothing-fits' }
  | { readonly because: 'nothing-left' | 'twice-unsolved' | 'upset' }
  | { readonly because: 'not-here'; readonly question: string }
  | { readonly because: 'no-question' }
  | { readonly because: 'greeting' | 'thanks' | 'about-me' }
  | { readonly because: 'asked-for-person' }
  | { readonly because: 'guide-fits'; readonly guide: string; readonly confidence: number }
  | { readonly because: 'journey-fits'; readonly journey: string; readonly confidence: number }
  | { readonly because: 'journey-step'; readonly journey: string }
  | { readonly because: 'right'; readonly rule: string }
  | { readonly because: 'guide-step' | 'guide-unsolved' | 'guide-person' | 'guide-danger'; readonly guide: string };

export type Decision =
  | (Grounds & {
      readonly kind: 'answer';
      readonly unit: string;
      readonly locale: Locale;
      /** What an author related to the answer. */
      readonly choices?: readonly Choice[];
      /** Set where that much is at stake that a person is offered beside the answer. */
      readonly atStake?: Stake;
    })
  | (Grounds & { readonly kind: 'clarify'; readonly choices: readonly Choice[] })
  | (Grounds & { readonly kind: 'guide'; readonly walk: GuideMark; readonly choices: readonly Choice[] })
  | (Grounds & { readonly kind: 'journey'; readonly trip: JourneyMark; readonly choices: readonly Choice[] })
  /** The loop performs it and hands back what came of it. */
  | (Grounds & { readonly kind: 'act'; readonly trip: JourneyMark; readonly action: Action; readonly request: ActionRequest })
  | (Grounds & { readonly kind: 'decline'; readonly contact: Contact })
  | (Grounds & { readonly kind: 'escalate'; readonly contact: Contact });
