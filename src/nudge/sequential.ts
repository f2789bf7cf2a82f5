import { type ArmCounts, holdOut } from './memory.ts';

/**
 * A test that may be looked at after every visitor, and stopped at any look, without more false alarms than agreed.
 *
 * The evidence against a pair of success rates (p, q) is the likelihood of the counts under a mixture over all pairs
 * (independent Beta(½, ½) priors) divided by their likelihood under (p, q): were (p, q) true, this would be a
 * non-negative martingale that starts at one, so by Ville's inequality it ever reaches 1/α with a probability of at most
 * α, however often it is looked at (mixture martingale: Robbins, "Statistical methods related to the law of the iterated
 * logarithm", 1970). The pairs with less evidence against them than 1/α are a confidence sequence. A composite claim
 * such as "p − q = d" is rejected where even its likeliest pair is (universal inference: Wasserman, Ramdas and
 * Balakrishnan, "Universal inference", PNAS 2020). Exact for counts of any size: nothing is taken to be normal.
 */
export interface Lift {
  /** Difference of the success rates, arm minus control, −1 to 1. */
  readonly lift: number;
  /** Holds the true difference at all looks together with a probability of 1 − α. */
  readonly from: number;
  readonly to: number;
  /** `helps` or `harms` once zero lies outside of the interval, then the experiment may stop. */
  readonly verdict: 'helps' | 'harms' | 'open';
}

export type Rate = Pick<ArmCounts, 'exposed' | 'succeeded'>;

const precision = 1e-4;

/** @param alpha highest probability of a false alarm, 0 to 1 */
export function liftOf(arm: Rate, control: Rate, alpha = 0.05): Lift {
  const bound = Math.log(1 / alpha);
  const mixture = logMixture(arm) + logMixture(control);
  const isOpen = (difference: number) => mixture - profile(arm, control, difference) < bound;
  const lift = share(arm) - share(control);
  const from = isOpen(-1) ? -1 : edge(lift, -1, isOpen);
  const to = isOpen(1) ? 1 : edge(lift, 1, isOpen);
  return { lift, from, to, verdict: from > 0 ? 'helps' : to < 0 ? 'harms' : 'open' };
}

/** An interval for one success rate that holds at all looks together: the same, for a single stream. */
export function rateInterval(rate: Rate, alpha = 0.05): { from: number; to: number } {
  const bound = Math.log(1 / alpha);
  const isOpen = (p: number) => logMixture(rate) - logLikelihood(rate, p) < bound;
  const best = share(rate);
  return { from: isOpen(0) ? 0 : edge(best, 0, isOpen), to: isOpen(1) ? 1 : edge(best, 1, isOpen) };
}

/** The last value between one that is open and one that is not that still is. */
function edge(open: number, closed: number, isOpen: (value: number) => boolean): number {
  let [inside, outside] = [open, closed];
  while (Math.abs(outside - inside) > precision) {
    const middle = (inside + outside) / 2;
    if (isOpen(middle)) inside = middle;
    else outside = middle;
  }
  return inside;
}

function share({ exposed, succeeded }: Rate): number {
  return exposed === 0 ? 0.5 : succeeded / exposed;
}

/** The highest log-likelihood among pairs with p − q = difference; it is concave in q, so thirds close in on its top. */
function profile(arm: Rate, control: Rate, difference: number): number {
  const at = (q: number) => logLikelihood(arm, q + difference) + logLikelihood(control, q);
  let low = Math.max(0, -difference);
  let high = Math.min(1, 1 - difference);
  while (high - low > precision / 100) {
    const third = (high - low) / 3;
    if (at(low + third) < at(high - third)) low += third;
    else high -= third;
  }
  return at((low + high) / 2);
}

function logLikelihood({ exposed, succeeded }: Rate, p: number): number {
  const failed = exposed - succeeded;
  return (succeeded === 0 ? 0 : succeeded * Math.log(Math.max(p, 0))) + (failed === 0 ? 0 : failed * Math.log(Math.max(1 - p, 0)));
}

/** Log of the likelihood averaged over a Beta(½, ½) prior: B(s + ½, f + ½) / B(½, ½). */
function logMixture({ exposed, succeeded }: Rate): number {
  return logGamma(succeeded + 0.5) + logGamma(exposed - succeeded + 0.5) - logGamma(exposed + 1) - Math.log(Math.PI);
}

/** Stirling's series for x ≥ 8, reached by Γ(x + 1) = x Γ(x); right to 1e-10 (Abramowitz and Stegun, 6.1.41). */
function logGamma(x: number): number {
  let [shifted, product] = [x, 1];
  while (shifted < 8) {
    product *= shifted;
    shifted += 1;
  }
  const inverse = 1 / shifted;
  const square = inverse * inverse;
  const series = inverse * (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square / 1680)));
  return (shifted - 0.5) * Math.log(shifted) - shifted + 0.5 * Math.log(2 * Math.PI) + series - Math.log(product);
}

/** One arm of a nudge next to its control. */
export interface ArmReport extends ArmCounts {
  readonly arm: string;
  /** Against the hold-out, else against the first variant; undefined for the control itself. */
  readonly lift?: Lift;
}

export interface NudgeReport {
  readonly nudge: string;
  readonly arms: readonly ArmReport[];
  /** `stop` where an arm helps or harms beyond doubt, `pause` where dismissals pass the guard-rail. */
  readonly advice: 'go-on' | 'stop' | 'pause';
  readonly dismissals: { readonly share: number; readonly from: number; readonly to: number };
}

/**
 * What the counts of many devices say. With several arms each is tested at α divided by their number (Bonferroni), so
 * that α holds for all of them together.
 * @param mostDismissals the guard-rail, 0 to 1
 */
export function reportOn(nudge: string, arms: Readonly<Record<string, ArmCounts>>, mostDismissals: number, alpha = 0.05): NudgeReport {
  const names = Object.keys(arms).sort((a, b) => Number(b === holdOut) - Number(a === holdOut) || (a < b ? -1 : 1));
  const [control = ''] = names;
  const compared = Math.max(1, names.length - 1);
  const reports = names.map((arm): ArmReport => {
    const counts = arms[arm] as ArmCounts;
    return arm === control ? { arm, ...counts } : { arm, ...counts, lift: liftOf(counts, arms[control] as ArmCounts, alpha / compared) };
  });
  const shown = reports.filter(({ arm }) => arm !== holdOut);
  const exposed = shown.reduce((sum, each) => sum + each.exposed, 0);
  const dismissed = shown.reduce((sum, each) => sum + each.dismissed, 0);
  const dismissals = {
    share: exposed === 0 ? 0 : dismissed / exposed,
    ...(exposed === 0 ? { from: 0, to: 1 } : rateInterval({ exposed, succeeded: dismissed }, alpha)),
  };
  const isSure = reports.some(({ lift }) => lift !== undefined && lift.verdict !== 'open');
  return { nudge, arms: reports, advice: dismissals.from > mostDismissals ? 'pause' : isSure ? 'stop' : 'go-on', dismissals };
}
