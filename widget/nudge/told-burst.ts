import { type Facts, factsOf } from '../../src/nudge/signal.ts';

/** So many events in a second are taken as they come; then each name counts once until the second is over. */
const mostASecond = 50;
/** So many names in a second are known; what else is told in it is passed over, unless a nudge waits for it. */
const mostNames = 100;

/**
 * What the shop tells, however much: a page that tells thousands of things a second stays quick, and of no name that it
 * tells the newest data is lost. What is too much is said on the console, once.
 */
export class ToldBurst {
  private count = 0;
  private names = new Set<string>();
  /** The newest data of names that were told too often. */
  private late = new Map<string, unknown>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private hasWarned = false;

  /** @param awaited names that nudges wait for: never passed over, however many others came before */
  constructor(
    private readonly note: (name: string, data: Facts) => void,
    private readonly awaited: ReadonlySet<string>,
    signal: AbortSignal,
  ) {
    signal.addEventListener('abort', () => clearTimeout(this.timer));
  }

  /** Never throws, whatever the data is. */
  tell(name: string, data: unknown): void {
    this.timer ??= setTimeout(() => this.end(), 1000);
    this.count += 1;
    const isNew = !this.names.has(name);
    if (this.count > mostASecond) this.warn(name);
    if (isNew && this.names.size >= mostNames && !this.awaited.has(name)) return;
    this.names.add(name);
    if (isNew || this.count <= mostASecond) this.note(name, factsOf(data));
    else this.late.set(name, data);
  }

  private end(): void {
    const { late } = this;
    this.timer = undefined;
    this.count = 0;
    this.names.clear();
    this.late = new Map();
    for (const [name, data] of late) this.note(name, factsOf(data));
  }

  private warn(name: string): void {
    if (this.hasWarned) return;
    this.hasWarned = true;
    console.warn(
      `edge-agent: more than ${mostASecond} events were told within a second, lately "${name}". Of each name all but the newest is passed over then, and so are names beyond ${mostNames} that no nudge waits for. Tell what changed, once.`,
    );
  }
}
