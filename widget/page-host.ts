import type { Reply } from '../src/answer/reply.ts';
import type { Decision } from '../src/decide/decision.ts';
import type { TurnContext } from '../src/decide/input.ts';
import { canonicalLocale, type Locale } from '../src/language/locale.ts';
import type { Conversation } from '../src/memory/conversation.ts';
import type { Need } from '../src/outcome/need.ts';
import type { Setup } from '../src/protocol/answer-worker.ts';
import type { EdgeAgentElement } from './edge-agent.ts';
import { AnswerEvent } from './events/answer-event.ts';
import { EscalateEvent } from './events/escalate-event.ts';
import { OutcomeEvent } from './events/outcome-event.ts';
import { QuestionEvent } from './events/question-event.ts';
import { readPage } from './page/read-page.ts';
import type { SessionHost } from './session.ts';

/** Where the offline worker lies, relative to this script; filled in by the build. */
declare const __OFFLINE_WORKER__: string;

/** Something that the shop told through `track`. */
export interface Signal {
  readonly name: string;
  readonly data: unknown;
  /** ISO 8601. */
  readonly at: string;
}

const mostSignals = 50;

/** What a session gets to know of the page and its element, and what the page gets to know of the session. */
export class PageHost implements SessionHost {
  /** Whether the visitor did anything with the agent yet. */
  hasActed = false;
  /** Whether an attribute changed that the worker has to hear of. */
  isStale = false;
  private preparedFor = '';
  private signals: Signal[] = [];

  constructor(private readonly element: EdgeAgentElement) {}

  /** The attribute's locale, else the page's, else the browser's. */
  get locale(): Locale {
    const page = this.element.closest('[lang]')?.getAttribute('lang') ?? document.documentElement.lang;
    const wanted = [this.element.locale ?? '', page, ...navigator.languages].map((tag) => (tag === '' ? undefined : canonicalLocale(tag)));
    return wanted.find((tag) => tag !== undefined) ?? 'en';
  }

  /** Address of the offline worker, or undefined where there is to be none. */
  get offlineWorker(): string | undefined {
    const { offline } = this.element;
    if (offline === 'off') return undefined;
    return new URL(offline || __OFFLINE_WORKER__, offline ? document.baseURI : import.meta.url).href;
  }

  get mayStore(): boolean {
    return this.hasActed && this.element.consent !== 'denied';
  }

  /** Whether the worker's picture of the page is out of date: an attribute, the address or the permission changed. */
  needsPreparing(): boolean {
    return this.isStale || this.preparedFor !== this.pageKey();
  }

  setup(): Setup {
    this.isStale = false;
    this.preparedFor = this.pageKey();
    const { pack } = this.element;
    return {
      ...(pack === null || pack === undefined || pack === '' ? {} : { packUrl: new URL(pack, document.baseURI).href }),
      encoderUrl: new URL(/* @vite-ignore */ '../encoder/', import.meta.url).href,
      locale: this.locale,
      page: readPage(document, location.href.split('#', 1)[0] ?? ''),
      siteName: document.querySelector<HTMLMetaElement>('meta[property="og:site_name"]')?.content ?? location.hostname,
      mayStore: this.mayStore,
    };
  }

  context(): Omit<TurnContext, 'now'> {
    const { product, market, audience } = this.element;
    return {
      locale: this.locale,
      page: location.pathname,
      ...(product ? { product: oneOrMore(product) } : {}),
      ...(market ? { market } : {}),
      ...(audience ? { audience: oneOrMore(audience) } : {}),
    };
  }

  track(name: string, data: unknown): void {
    this.signals = [...this.signals, { name, data, at: new Date().toISOString() }].slice(-mostSignals);
  }

  changed(): void {
    this.element.requestUpdate();
  }

  asked(text: string): boolean {
    return this.element.dispatchEvent(new QuestionEvent(text));
  }

  replied(decision: Decision, reply: Reply, milliseconds: number): void {
    this.element.dispatchEvent(new AnswerEvent(decision, reply, milliseconds));
  }

  escalating(decision: Decision, conversation: Conversation): boolean {
    return this.element.dispatchEvent(new EscalateEvent(decision, conversation, this.signals));
  }

  ended(need: Need): void {
    this.element.dispatchEvent(new OutcomeEvent(need));
  }

  private pageKey(): string {
    return `${location.href.split('#', 1)[0]} ${this.mayStore} ${this.locale}`;
  }
}

function oneOrMore(list: string): string | string[] {
  const values = list.split(/\s+/).filter((value) => value !== '');
  return values.length === 1 ? (values[0] as string) : values;
}
