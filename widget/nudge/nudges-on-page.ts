import type { ActionResult } from '../../src/journey/actions.ts';
import { spokenLanguage } from '../../src/language/locale.ts';
import { awaitedEvents } from '../../src/nudge/awaited-events.ts';
import { type Choice, choose, contextWith } from '../../src/nudge/choose.ts';
import { mayOffer } from '../../src/nudge/decide-offer.ts';
import { isOver } from '../../src/nudge/due.ts';
import { busyWith, type Moment } from '../../src/nudge/eligible.ts';
import { atTime, type Ended, ended, holdOut, type Memory, showing, succeeded } from '../../src/nudge/memory.ts';
import type { NextStep, Nudge, NudgeSet, Variant } from '../../src/nudge/nudge.ts';
import type { NudgeRelay } from '../../src/nudge/nudge-relay.ts';
import { askedAbout, interested, likelyUnits, needEnded, pageKind, type Reading, reordered } from '../../src/nudge/reading.ts';
import { type Noted, remember } from '../../src/nudge/remember.ts';
import { newVisit, observe, type Visit } from '../../src/nudge/visit.ts';
import { type ConditionContext, holds } from '../../src/policy/condition.ts';
import { importChecked } from '../import-checked.ts';
import { gatherSignals } from '../signals/gather-signals.ts';
import { momentOnPage, today } from '../signals/moment.ts';
import { eraseNudges } from './nudge-database.ts';
import type { NudgePort, NudgeRun, TipsReport } from './nudge-port.ts';
import { NudgeStore } from './nudge-store.ts';
import { nudgeView, placeOnPage, sayInstead } from './nudge-view.ts';
import { type NudgeWords, nudgeWords } from './nudge-words.ts';
import { ToldBurst } from './told-burst.ts';

/** Where what tells what is kept lies, relative to this script, and its hash; filled in by the build. */
declare const __TIPS_REPORT__: { readonly file: string; readonly integrity: string };

/** Between two looks at what is due, in milliseconds. */
const decisionPause = 250;
/** "Not now" keeps all nudges silent for so long, in milliseconds. */
const snooze = 30 * 60_000;
/** A nudge that nobody minds goes by itself, in milliseconds; one that is pointed at or focused stays. */
const passesAfter = 45_000;
/** Between two looks at whether the nudge that shows is in the way, in milliseconds. */
const showingPause = 250;
/** A nudge that makes room waits for so long to come back, in milliseconds. */
const longestAside = 3 * 60_000;

interface Shown {
  readonly nudge: Nudge;
  readonly variant: Variant;
  readonly view: HTMLElement;
  readonly remove: () => void;
  /** Sees whether it is in the way, or has been there for long enough. */
  readonly look: () => void;
  /** Lets another tab show one. */
  readonly release: () => void;
  readonly timer: ReturnType<typeof setInterval>;
}

/** Nudges at work on one page: signals in, at most one nudge out, and what was seen of it kept. */
export class NudgesOnPage implements NudgeRun {
  private visit: Visit = newVisit;
  private memory: Memory | undefined;
  private readonly store: NudgeStore;
  private readonly abort = new AbortController();
  private shown: Shown | undefined;
  private isDeciding = false;
  /** Whose offer is being decided: a second tap asks for nothing more. */
  private offering: Shown | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly burst: ToldBurst;
  /** Undefined where the site has none. */
  private relay: Promise<NudgeRelay | undefined> | undefined;

  constructor(
    private readonly set: NudgeSet,
    private readonly port: NudgePort,
  ) {
    this.store = new NudgeStore(port.site);
    const awaited = new Set(set.nudges.flatMap(awaitedEvents));
    this.burst = new ToldBurst((name, data) => this.note({ kind: 'told', name, data }), awaited, this.abort.signal);
  }

  /** Rejects where nothing can be kept: what may not be remembered may not be shown. */
  async start(): Promise<void> {
    const now = this.now();
    this.visit = this.store.visit(now) ?? { ...newVisit, now };
    this.memory = await this.store.update((memory) => atTime(memory, Date.now()));
    const { signal } = this.abort;
    gatherSignals(
      this.set.nudges.map(({ trigger }) => trigger),
      () => this.products(),
      (noted) => this.note(noted),
      signal,
    );
    addEventListener('pagehide', () => this.onLeaving(), { signal });
    this.relay = this.openRelay(signal);
  }

  /** Without what talks to the relay nudges work as they do without a relay, but for offers, which it has to allow. */
  private openRelay(signal: AbortSignal): Promise<NudgeRelay | undefined> | undefined {
    const { site, openRelay } = this.port;
    const update = async (change: (memory: Memory) => Memory) => {
      this.memory = await this.store.update(change);
      return this.memory;
    };
    return openRelay?.({ site, update, tell: (name, data) => this.tell(name, data), today }, signal).catch(() => undefined);
  }

  tell(name: string, data: unknown): void {
    this.burst.tell(name.slice(0, 100), data);
  }

  asked(unit?: string): void {
    this.note({ kind: 'asked' });
    const topics = this.set.suggestions.find((each) => each.unit === unit)?.about ?? [];
    if (topics.length === 0) return;
    const page = pageKind(this.visit.path);
    this.read((reading, now) => topics.reduce((all, topic) => askedAbout(interested(all, topic, 'questions', now), page, topic), reading));
  }

  needEnded(isGood: boolean): void {
    this.read((reading, now) => needEnded(reading, isGood, now));
  }

  suggestions(usual: readonly string[]): readonly string[] {
    const { memory, visit } = this;
    if (memory === undefined) return usual;
    const facts = contextWith(this.context(), visit, memory);
    const hot = this.set.nudges.flatMap(({ next, trigger, when }) =>
      trigger.on === 'hot-topics' && next.to === 'topics' && (when === undefined || holds(when, facts) === true)
        ? next.topics.map(({ title }) => title)
        : [],
    );
    const known = usual.map((title) => ({ title, about: this.set.suggestions.find((each) => each.title === title)?.about ?? [] }));
    const sorted = reordered(known, memory.reading, pageKind(visit.path), Date.now()).map(({ title }) => title);
    return [...new Set([...hot, ...sorted])].slice(0, Math.max(usual.length, hot.length));
  }

  likely(): Readonly<Record<string, number>> {
    const { memory, visit, set } = this;
    return memory === undefined ? {} : likelyUnits(set.suggestions, memory.reading, pageKind(visit.path), Date.now());
  }

  async report(): Promise<TipsReport> {
    const { file, integrity } = __TIPS_REPORT__;
    const loaded = await importChecked(new URL(file, import.meta.url).href, integrity);
    return (loaded as typeof import('./tips-report.ts')).tipsReport(this.memory, this.port.locale, this.words.off);
  }

  async setOff(isOff: boolean): Promise<void> {
    if (isOff) this.hide('dismissed');
    await this.keep((memory) => ({ ...memory, isOff }));
  }

  stop(): void {
    this.hide('passed');
    this.store.saveVisit(this.visit);
    this.store.close();
    this.abort.abort();
    clearTimeout(this.timer);
  }

  async erase(): Promise<void> {
    this.abort.abort();
    clearTimeout(this.timer);
    this.takeAway();
    this.store.close();
    this.memory = undefined;
    await eraseNudges();
  }

  /** A clock that only runs forward, whatever is done to the computer's. */
  private now(): number {
    return performance.timeOrigin + performance.now();
  }

  private context(): ConditionContext {
    return { ...this.port.context(), now: new Date().toISOString() };
  }

  private get words(): NudgeWords {
    return nudgeWords[spokenLanguage(this.port.locale)];
  }

  private products(): string[] {
    return [this.port.context().product ?? []].flat();
  }

  private note(noted: Noted): void {
    if (this.abort.signal.aborted) return;
    const before = this.visit;
    this.visit = observe(before, { ...noted, at: this.now() });
    if (noted.kind === 'page') this.hide('passed');
    else if (noted.kind === 'typed') this.shown?.look();
    if (lasting.has(noted.kind)) void this.keep((memory, now) => remember(memory, noted, before, this.set, { now, today: today() }));
    // What only says that time goes on or somebody is there is looked at with the next second.
    if (noted.kind === 'active' || noted.kind === 'typed' || noted.kind === 'scrolled') return;
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.decide();
    }, decisionPause);
  }

  /** One look: cheap where nothing is due; what is due is looked at again with what all tabs have kept. */
  private decide(): void {
    const { memory } = this;
    if (memory === undefined || this.isDeciding || this.abort.signal.aborted) return;
    if (this.chooseWith(memory).chosen === undefined) return;
    this.isDeciding = true;
    void this.showChosen()
      // What cannot be kept cannot be shown: storage may come back, the next look tries again.
      .catch(() => {})
      .finally(() => {
        this.isDeciding = false;
      });
  }

  private chooseWith(memory: Memory): Choice {
    const moment: Moment = momentOnPage(
      () => this.port.isPanelOpen,
      () => this.shown !== undefined,
    );
    return choose(this.set, this.visit, atTime(memory, moment.now), moment, this.context());
  }

  /** Only one tab shows a nudge at a time; it is counted before it is seen, in the same transaction in which it is chosen. */
  private async showChosen(): Promise<void> {
    const release = await onlyTab(this.port.site);
    if (release === undefined) return;
    let chosen: Choice['chosen'];
    const { path } = this.visit;
    try {
      this.memory = await this.store.update((kept) => {
        const memory = atTime(kept, Date.now());
        chosen = this.abort.signal.aborted ? undefined : this.chooseWith(memory).chosen;
        if (chosen === undefined) return kept;
        return showing(memory, chosen.nudge.id, chosen.arm === holdOut ? holdOut : chosen.arm.id, Date.now());
      });
    } catch (thrown) {
      release();
      throw thrown;
    }
    if (chosen === undefined || chosen.arm === holdOut || this.abort.signal.aborted || this.visit.path !== path) return release();
    const { nudge, arm } = chosen;
    if (!this.port.showing(nudge.id, arm.id)) return release();
    this.show(nudge, arm, release);
  }

  private show(nudge: Nudge, variant: Variant, release: () => void): void {
    const { locale } = this.port;
    const view = nudgeView({ nudge, variant, locale, words: this.words }, this.port.element, {
      take: (step) => {
        if (step.to === 'offer') return void this.takeOffer(step);
        this.hide('taken');
        this.port.take(step);
      },
      later: () => {
        this.hide('dismissed');
        void this.keep((memory, now) => ({ ...memory, snoozedUntil: now + snooze }));
      },
      never: () => {
        this.hide('dismissed');
        void this.keep((memory) => ({ ...memory, refused: [...memory.refused, nudge.id] }));
      },
      off: () => void this.setOff(true),
    });
    const away = placeOnPage(view, nudge);
    if (away === undefined) this.port.show(view);
    // Things in the page's flow are in nobody's way.
    const isInFlow = nudge.place.at === 'inline';
    let left = passesAfter;
    let aside = longestAside;
    let wasAside = false;
    const look = () => {
      const moment = momentOnPage(
        () => false,
        () => false,
      );
      const busy = isInFlow ? undefined : busyWith(moment, this.visit);
      const isInTheWay = busy === 'dialog' || busy === 'typing' || busy === 'media';
      // It makes room once and comes back; a second time it is gone.
      if (isInTheWay && !view.hidden && wasAside) left = 0;
      view.hidden = isInTheWay;
      wasAside ||= isInTheWay;
      const isDone = nudge.until !== undefined && isOver(nudge.until, nudge.trigger, this.visit);
      if (left <= 0 || aside <= 0 || isDone || (this.port.isPanelOpen && away === undefined)) this.hide('passed');
    };
    const timer = setInterval(() => {
      const stays = isInFlow || view.matches(':hover, :focus-within') || document.visibilityState !== 'visible';
      if (view.hidden) aside -= showingPause;
      else if (!stays) left -= showingPause;
      look();
    }, showingPause);
    this.shown = { nudge, variant, view, look, release, timer, remove: away ?? (() => this.port.show(undefined)) };
  }

  /** The policy is asked again, by the relay where there is one: the offer may have been had elsewhere, or be over. */
  private async takeOffer(offer: Extract<NextStep, { to: 'offer' }>): Promise<void> {
    const { shown, memory, relay } = this;
    if (shown === undefined || memory === undefined || this.offering === shown) return;
    this.offering = shown;
    const isOurs = mayOffer(offer, this.set, memory, contextWith(this.context(), this.visit, memory));
    const result = isOurs && relay !== undefined ? ((await (await relay)?.applyOffer(offer.code)) ?? unreachable) : undefined;
    if (this.shown !== shown) return;
    if (isOurs && (relay === undefined || result?.kind === 'done')) {
      this.hide('taken');
      const code = result?.kind === 'done' && typeof result.data.code === 'string' ? result.data.code : offer.code;
      this.port.take({ ...offer, code });
      return;
    }
    const because = result !== undefined && 'because' in result ? result.because : '';
    sayInstead(shown.view, because || this.words.offerOver);
  }

  private takeAway(): Shown | undefined {
    const { shown } = this;
    this.shown = undefined;
    clearInterval(shown?.timer);
    shown?.remove();
    shown?.release();
    return shown;
  }

  private hide(how: Ended): void {
    const shown = this.takeAway();
    if (shown === undefined) return;
    const { nudge, variant } = shown;
    void this.keep((memory, now) => {
      const kept = ended(memory, nudge.id, how);
      // Where the site names no event, taking the step is the success.
      return how === 'taken' && nudge.success === undefined ? succeeded(kept, nudge.id, Number.POSITIVE_INFINITY, now) : kept;
    });
    this.port.ended(nudge.id, variant.id, how);
  }

  private onLeaving(): void {
    this.store.saveVisit(this.visit);
    this.hide('passed');
  }

  private read(change: (reading: Reading, now: number) => Reading): void {
    void this.keep((memory, now) => ({ ...memory, reading: change(memory.reading, now) }));
  }

  /** Keeps a change for all tabs; where storage is gone, for this page alone, on which then nothing is shown. */
  private async keep(change: (memory: Memory, now: number) => Memory): Promise<void> {
    const changed = (memory: Memory) => {
      const now = Date.now();
      return change(atTime(memory, now), now);
    };
    try {
      this.memory = await this.store.update(changed);
    } catch {
      if (this.memory !== undefined) this.memory = changed(this.memory);
    }
  }
}

const unreachable: ActionResult = { kind: 'unreachable' };

/** Signals of which something may be kept beyond the visit. */
const lasting = new Set<Noted['kind']>(['page', 'told', 'searched', 'rage-click', 'field-error']);

/**
 * Makes this the one tab that shows a nudge, or resolves to undefined where another does. Where there are no locks each
 * tab counts for itself; the caps hold all the same, as they are kept in one place.
 */
function onlyTab(site: string): Promise<(() => void) | undefined> {
  if (!('locks' in navigator)) return Promise.resolve(() => {});
  return new Promise((resolve) => {
    navigator.locks
      .request(`edge-agent-nudge:${site}`, { ifAvailable: true }, (lock) => {
        if (lock === null) return resolve(undefined);
        return new Promise<void>((release) => resolve(release));
      })
      .catch(() => resolve(() => {}));
  });
}
