import type { Reported } from './parcel.ts';
import { emptyReading, type Reading } from './reading.ts';

/** What the device keeps of nudges for one site, with consent: plain data of bounded size. Times are epoch milliseconds. */
export interface Memory {
  /** Random; nothing but the assignment to arms comes from it. */
  readonly seed: string;
  /** The latest time that was seen. */
  readonly latest: number;
  readonly visit: { readonly count: number; readonly startedAt: number; readonly lastAt: number; readonly previousAt?: number };
  /** How often each page was come to, by path. */
  readonly pages: Readonly<Record<string, { readonly times: number; readonly at: number }>>;
  /** Dates that the shop told, ISO 8601 days, by name. */
  readonly dates: Readonly<Record<string, string>>;
  /** Newest last. */
  readonly showings: readonly Showing[];
  /** Nudges that the visitor does not want to see again. */
  readonly refused: readonly string[];
  readonly isOff: boolean;
  readonly snoozedUntil: number;
  readonly counts: Counts;
  readonly reading: Reading;
  /** Where the site has a relay. */
  readonly reported?: Reported;
  /** Number of the last event of the shop's that was heard through the relay, and a hash of whom it was about. */
  readonly heard?: { readonly customer: number; readonly seq: number };
}

/** One time that a nudge was shown, or would have been shown to a visitor of the hold-out. */
export interface Showing {
  readonly nudge: string;
  /** The variant's id, or `hold-out`. */
  readonly arm: string;
  readonly at: number;
  readonly visit: number;
  readonly ended?: Ended;
  readonly hasSucceeded?: boolean;
}

/** The visitor took the next step, said not now or not this one, or let it pass. */
export type Ended = 'taken' | 'dismissed' | 'passed';

/** By nudge, by arm. What leaves the device, where it does, is this and nothing else. */
export type Counts = Readonly<Record<string, Readonly<Record<string, ArmCounts>>>>;
export interface ArmCounts {
  readonly exposed: number;
  readonly succeeded: number;
  readonly dismissed: number;
}

export const holdOut = 'hold-out';
export const minute = 60_000;
export const day = 24 * 60 * minute;
/** Half an hour without a page ends a visit. */
const visitGap = 30 * minute;
const mostPages = 100;
/** The longest rolling period of a cap, and a day more. */
const showingsKept = 31 * day;
const mostDates = 30;
/** Clocks are set by seconds all the time. */
const clockSlack = minute;
/** A page that comes again sooner was sent on by a script, or says only now what it is about, in milliseconds. */
export const sameComing = 2_000;

export function newMemory(seed: string, now: number): Memory {
  return {
    seed,
    latest: now,
    visit: { count: 0, startedAt: now, lastAt: Number.NEGATIVE_INFINITY },
    pages: {},
    dates: {},
    showings: [],
    refused: [],
    isOff: false,
    snoozedUntil: 0,
    counts: {},
    reading: emptyReading,
  };
}

/**
 * The memory at a time. Where the clock was set back, all of it moves back with it: what was an hour ago stays an hour
 * ago, so that no cap opens anew and none stays shut.
 */
export function atTime(memory: Memory, now: number): Memory {
  const back = memory.latest - now;
  if (back <= clockSlack) return { ...memory, latest: Math.max(memory.latest, now) };
  const moved = (at: number) => at - back;
  const { visit } = memory;
  return {
    ...memory,
    latest: now,
    visit: {
      ...visit,
      startedAt: moved(visit.startedAt),
      lastAt: moved(visit.lastAt),
      ...(visit.previousAt === undefined ? {} : { previousAt: moved(visit.previousAt) }),
    },
    pages: Object.fromEntries(Object.entries(memory.pages).map(([path, page]) => [path, { ...page, at: moved(page.at) }])),
    showings: memory.showings.map((showing) => ({ ...showing, at: moved(showing.at) })),
    snoozedUntil: moved(memory.snoozedUntil),
  };
}

/** A page is entered. */
export function entered(memory: Memory, path: string, now: number): Memory {
  const { visit } = memory;
  const isNew = now - visit.lastAt > visitGap;
  const before = memory.pages[path];
  const isSame = before !== undefined && now - before.at < sameComing;
  const page = { times: (before?.times ?? 0) + (isSame ? 0 : 1), at: now };
  const { [path]: _, ...others } = memory.pages;
  return {
    ...memory,
    visit: isNew
      ? { count: visit.count + 1, startedAt: now, lastAt: now, ...(visit.count === 0 ? {} : { previousAt: visit.lastAt }) }
      : { ...visit, lastAt: now },
    pages: Object.fromEntries([...Object.entries(others).slice(1 - mostPages), [path, page]]),
  };
}

/** A date that the shop told: `date.renewal` with `{on: "2026-12-01"}`. Anything that is no day is passed over. */
export function dated(memory: Memory, name: string, on: unknown): Memory {
  const isDay = typeof on === 'string' && /^\d{4}-\d\d-\d\d/.test(on) && !Number.isNaN(Date.parse(on));
  if (!isDay) return memory;
  const { [name]: _, ...others } = memory.dates;
  return { ...memory, dates: Object.fromEntries([...Object.entries(others).slice(1 - mostDates), [name, on.slice(0, 10)]]) };
}

/** A nudge is shown, or held back from the hold-out. */
export function showing(memory: Memory, nudge: string, arm: string, now: number): Memory {
  const shown: Showing = { nudge, arm, at: now, visit: memory.visit.count };
  return {
    ...memory,
    // Of each nudge the latest stays, for its cool-down.
    showings: [
      ...memory.showings.filter(
        ({ nudge: id, at }, index, all) =>
          now - at < showingsKept || (id !== nudge && !all.slice(index + 1).some((later) => later.nudge === id)),
      ),
      shown,
    ],
    counts: counted(memory.counts, nudge, arm, 'exposed'),
  };
}

/** What the relay told of a customer up to an event; undefined where that was heard before. */
export function heardUpTo(memory: Memory, customer: number, seq: number): Memory | undefined {
  return seq > lastHeard(memory, customer) ? { ...memory, heard: { customer, seq } } : undefined;
}

/** 0 where nothing was. */
export function lastHeard({ heard }: Memory, customer: number): number {
  return heard?.customer === customer ? heard.seq : 0;
}

/** How the last showing of a nudge ended; told once. */
export function ended(memory: Memory, nudge: string, how: Ended): Memory {
  const index = memory.showings.findLastIndex((each) => each.nudge === nudge && each.ended === undefined);
  const last = memory.showings[index];
  if (last === undefined || last.arm === holdOut) return memory;
  const counts = how === 'dismissed' ? counted(memory.counts, nudge, last.arm, 'dismissed') : memory.counts;
  return { ...memory, counts, showings: memory.showings.with(index, { ...last, ended: how }) };
}

/** What was wanted has happened for a nudge's latest showing within some minutes; it counts once for each showing. */
export function succeeded(memory: Memory, nudge: string, within: number, now: number): Memory {
  const index = memory.showings.findLastIndex((each) => each.nudge === nudge);
  const last = memory.showings[index];
  if (last === undefined || last.hasSucceeded || now - last.at > within * minute) return memory;
  return {
    ...memory,
    counts: counted(memory.counts, nudge, last.arm, 'succeeded'),
    showings: memory.showings.with(index, { ...last, hasSucceeded: true }),
  };
}

/** All showings of a nudge ever, those to the hold-out too. */
export function exposures(memory: Memory, nudge: string): number {
  return Object.values(memory.counts[nudge] ?? {}).reduce((sum, { exposed }) => sum + exposed, 0);
}

export const noCounts: ArmCounts = { exposed: 0, succeeded: 0, dismissed: 0 };

function counted(counts: Counts, nudge: string, arm: string, what: keyof ArmCounts): Counts {
  const before = counts[nudge]?.[arm] ?? noCounts;
  return { ...counts, [nudge]: { ...counts[nudge], [arm]: { ...before, [what]: before[what] + 1 } } };
}
