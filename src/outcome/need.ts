import type { Tier } from '../decide/decision.ts';
import type { Locale } from '../language/locale.ts';

/** How a need ended. `open` has not ended yet; `assumed` is an answer after which nothing more was asked. */
export type Ending = 'open' | 'confirmed' | 'assumed' | 'abandoned' | 'handed-over';

/** One thing that a visitor came for: from the question that opened it to how it ended. Kept on the device only. */
export interface Need {
  /** ISO 8601 time of the first question. */
  readonly opened: string;
  /** ISO 8601 time of the last turn. */
  readonly last: string;
  readonly turns: number;
  readonly ending: Ending;
  readonly tier: Tier;
  readonly locale: Locale;
  /** The unit that was answered from, where there was one. */
  readonly unit?: string;
  /** The guide that was walked, where there was one. */
  readonly guide?: string;
  /** Where nothing fitted: what the question was about, the same for questions about the same. */
  readonly cluster?: string;
}
