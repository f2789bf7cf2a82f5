import type { Locale } from '../../src/language/locale.ts';
import { importChecked } from '../import-checked.ts';
import { type Consent, ConsentWatch } from '../signals/consent.ts';
import { findNudges } from './find-nudges.ts';
import { eraseNudges } from './nudge-database.ts';
import type { NudgePort, NudgeRun } from './nudge-port.ts';

/** Where what runs nudges lies, relative to this script, and its hash; filled in by the build. */
declare const __NUDGE_ENGINE__: { readonly file: string; readonly integrity: string };

/** What is told before nudges run waits for them, but not more than this; they say what was too much. */
const mostWaiting = 1000;
const longestIdleWait = 4000;

/** The page and its element, as far as nudges need them before they run. */
export interface NudgePage {
  /** Absolute address of the pack's manifest; undefined where there are to be no nudges. */
  readonly manifest: string | undefined;
  readonly locale: Locale;
  nudgePort(manifest: string, shard: NudgePort['shard']): NudgePort;
  /** Nudges have started. */
  changed(): void;
}

/**
 * Starts nudges where a site has some and its visitor has consented, when the page has nothing better to do; stops and
 * deletes when consent is withdrawn. Before consent nothing is fetched, listened to or stored.
 */
export class NudgeLoader {
  private run: NudgeRun | undefined;
  private starting: Promise<void> | undefined;
  private waiting: [name: string, data: unknown][] = [];
  private readonly consent: ConsentWatch;
  private round = 0;

  constructor(private readonly page: NudgePage) {
    this.consent = new ConsentWatch((state) => this.onConsent(state));
  }

  get running(): NudgeRun | undefined {
    return this.run;
  }

  listen(attribute: string | null): void {
    this.consent.setAttribute(attribute);
    this.consent.listen();
  }

  setConsent(attribute: string | null): void {
    this.consent.setAttribute(attribute);
  }

  /** Only what is told while consent stands is kept for them. */
  tell(name: string, data: unknown): void {
    if (this.run !== undefined) this.run.tell(name, data);
    else if (this.consent.state === 'granted') this.waiting = [...this.waiting, [name, data] as [string, unknown]].slice(-mostWaiting);
  }

  /** The pack, the locale or the product changed: starts anew with what holds now. */
  restart(): void {
    this.stopRun();
    if (this.consent.state === 'granted') this.start();
  }

  stop(): void {
    this.consent.stop();
    this.stopRun();
  }

  /** Deletes all that is kept; nudges come back with the next page. */
  async erase(): Promise<void> {
    const { run } = this;
    this.stopRun();
    await (run === undefined ? eraseNudges() : run.erase());
  }

  private onConsent(state: Consent): void {
    if (state === 'granted') this.start();
    else void this.withdraw();
  }

  private async withdraw(): Promise<void> {
    const { run } = this;
    this.waiting = [];
    this.stopRun();
    await (run === undefined ? eraseNudges() : run.erase());
  }

  private stopRun(): void {
    this.round += 1;
    this.run?.stop();
    this.run = undefined;
    this.starting = undefined;
  }

  private start(): void {
    const { round } = this;
    this.starting ??= whenIdle()
      .then(() => (round === this.round ? this.startNow(round) : undefined))
      // A site whose pack cannot be reached has no nudges until the next page.
      .catch((thrown: unknown) => console.warn('edge-agent has no nudges here:', thrown));
  }

  private async startNow(round: number): Promise<void> {
    const { manifest, locale } = this.page;
    const shard = manifest === undefined ? undefined : await findNudges(manifest, locale);
    if (manifest === undefined || shard === undefined || round !== this.round) return;
    const { file, integrity } = __NUDGE_ENGINE__;
    const { startNudges } = (await importChecked(new URL(file, import.meta.url).href, integrity)) as typeof import('./start-nudges.ts');
    const run = await startNudges(this.page.nudgePort(manifest, shard));
    if (round !== this.round) return run.stop();
    this.run = run;
    for (const [name, data] of this.waiting) run.tell(name, data);
    this.waiting = [];
    this.page.changed();
  }
}

/** Safari has no idle callback. */
function whenIdle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: longestIdleWait });
    else setTimeout(resolve, 200);
  });
}
