/**
 * A short story of one visitor's session, as somebody who watched would tell it, with when help would have been welcome
 * and when it would have been a nuisance. Nothing in it knows how the agent decides.
 */
export interface Story {
  readonly title: string;
  readonly beats: readonly Beat[];
  /** Help with one of these needs is welcome from one second to another. */
  readonly helpful: readonly { readonly from: number; readonly to: number; readonly need: Need }[];
  /** Whatever shows then is a nuisance. */
  readonly bad: readonly { readonly from: number; readonly to: number; readonly why: string }[];
  /** Hour of the visitor's day when it begins. */
  readonly hour: number;
  /** Day of the year 2026 when it begins. */
  readonly day: string;
}

export type Need =
  | 'choosing-how-to-pay'
  | 'payment-refused'
  | 'code-refused'
  | 'parcel-late'
  | 'plan-ends'
  | 'wear-part'
  | 'weak-charger'
  | 'new-product'
  | 'season'
  | 'sold-out'
  | 'stuck-again'
  | 'error-code'
  | 'delivery-cost'
  | 'back-again'
  | 'nothing-found'
  | 'first-discount';

/** What somebody does or what happens, at a second of the story. */
export type Beat = { readonly second: number } & (
  | { readonly does: 'opens'; readonly page: string; readonly product?: string }
  | { readonly does: 'moves' | 'types' | 'clicks-wildly' | 'copies-error' | 'heads-for-the-exit' }
  | { readonly does: 'searches'; readonly words: string }
  | { readonly does: 'follows-a-link' }
  | { readonly does: 'looks-at' | 'looks-away-from'; readonly what: string }
  | { readonly does: 'starts' | 'ends'; readonly what: 'video' | 'dialog' | 'chat' | 'absence' }
  | { readonly does: 'hears'; readonly from: string; readonly with?: Readonly<Record<string, string | number>> }
  | { readonly does: 'reacts'; readonly how: 'closes-tip' | 'turns-tips-off' | 'withdraws-consent' | 'gives-consent' }
);
