import type { TurnContext } from '../../src/decide/input.ts';
import type { Locale } from '../../src/language/locale.ts';
import type { NextStep } from '../../src/nudge/nudge.ts';
import type { NudgeRelay, NudgeRelayEnds } from '../../src/nudge/nudge-relay.ts';

/** What the element hands to what runs nudges, which is loaded by itself. */
export interface NudgePort {
  /** The element itself: what it wears, nudges wear too. */
  readonly element: HTMLElement & { readonly shadowRoot: ShadowRoot | null };
  /** Where the nudges lie: an absolute address, and their hash for `fetch`. */
  readonly shard: { readonly url: string; readonly integrity: string };
  /** What is kept is kept under this name. */
  readonly site: string;
  readonly locale: Locale;
  context(): Omit<TurnContext, 'now'>;
  readonly isPanelOpen: boolean;
  /** Puts a nudge beside the launcher, or takes it away. */
  show(view: HTMLElement | undefined): void;
  take(step: NextStep): void;
  /** Loads what talks to the site's relay, and has it begin; undefined where the site has none. */
  readonly openRelay: ((ends: NudgeRelayEnds, signal: AbortSignal) => Promise<NudgeRelay>) | undefined;
  /** False where the page takes it into its own hands, and nothing is shown. */
  showing(nudge: string, arm: string): boolean;
  ended(nudge: string, arm: string, how: 'taken' | 'dismissed' | 'passed'): void;
}

/** Nudges at work on one page, until consent is withdrawn or the element leaves. */
export interface NudgeRun {
  /** The shop tells of something. Never throws, whatever it is. */
  tell(name: string, data: unknown): void;
  /** The visitor asked, and this unit answered, where one did. */
  asked(unit?: string): void;
  /** How a need ended. */
  needEnded(isGood: boolean): void;
  /** Hot topics first, then what is likely asked next. */
  suggestions(usual: readonly string[]): readonly string[];
  /** By unit, 0 to 1: what the visitor's interests make likely to be asked. */
  likely(): Readonly<Record<string, number>>;
  /** What is kept, in the visitor's words. Rejects where what puts it into words cannot be loaded. */
  report(): Promise<TipsReport>;
  setOff(isOff: boolean): Promise<void>;
  /** Stops; what is kept stays. */
  stop(): void;
  /** Stops, and deletes all that is kept. */
  erase(): Promise<void>;
}

export interface TipsReport {
  readonly title: string;
  readonly lines: readonly string[];
  readonly isOff: boolean;
  /** What the button says that turns tips off, or on again. */
  readonly toggle: string;
}
