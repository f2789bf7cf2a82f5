import type { Reply } from '../src/answer/reply.ts';
import type { Decision } from '../src/decide/decision.ts';
import type { TurnContext } from '../src/decide/input.ts';
import { canonicalLocale, type Locale } from '../src/language/locale.ts';
import type { BetterReply, Conversation } from '../src/memory/conversation.ts';
import type { NudgeRelay, NudgeRelayAddress, NudgeRelayEnds } from '../src/nudge/nudge-relay.ts';
import type { Need } from '../src/outcome/need.ts';
import type { BriefWish, ScriptAddress, Setup, TalkView, TellPage } from '../src/protocol/answer-worker.ts';
import { errorAdvice, type WireError } from '../src/protocol/errors.ts';
import type { AnswerBridge } from '../workers/answer/answer-bridge.ts';
import type { EdgeAgentElement } from './edge-agent.ts';
import { AnswerEvent } from './events/answer-event.ts';
import { EscalateEvent } from './events/escalate-event.ts';
import { NudgeEvent } from './events/nudge-event.ts';
import { OutcomeEvent } from './events/outcome-event.ts';
import { QuestionEvent } from './events/question-event.ts';
import { importChecked } from './import-checked.ts';
import type { NudgePage } from './nudge/nudge-loader.ts';
import type { NudgePort } from './nudge/nudge-port.ts';
import { sendLater } from './offline.ts';
import { rememberTalk } from './open-memory.ts';
import type { Asked, SessionHost } from './session.ts';

/** Where the offline worker lies, relative to this script; filled in by the build. */
declare const __OFFLINE_WORKER__: string;
/** Where the script that runs hub encoders lies, relative to this one; filled in by the build. */
declare const __HUB_RUNTIME__: string;
/** Where what reads a page and what tells it lie, relative to this script, and their hashes; filled in by the build. */
declare const __PAGE_READER__: ScriptFile;
declare const __PAGE_TELLER__: ScriptFile;
/** Where what talks to the relay lies, relative to this script, and its hash; filled in by the build. */
declare const __RELAY_CLIENT__: ScriptFile;
/** The same for what takes out of texts what must not leave the device. */
declare const __REDACTOR__: ScriptFile;
/** Where what briefs language models lies, and what has them write, relative to this script, and their hashes; filled in by the build. */
declare const __REPLY_ENGINE__: ScriptFile;
declare const __ASSISTANT__: ScriptFile;
declare const __GENERATION_WORKER__: ScriptFile;
/** Where web-llm lies, relative to this script; filled in by the build. */
declare const __WEBLLM__: string;
/** Where what walks guides lies, relative to this script, and its hash; filled in by the build. */
declare const __GUIDE_ENGINE__: ScriptFile;
/** The same for what talks to the relay for nudges. */
declare const __NUDGE_RELAY__: ScriptFile;
/** The same for what takes visitors through journeys. */
declare const __JOURNEY_ENGINE__: ScriptFile;

type Teller = ReturnType<typeof import('../src/content/page-units.ts').pageTeller>;

type NudgeRelayScript = { openNudgeRelay(address: NudgeRelayAddress, ends: NudgeRelayEnds, signal: AbortSignal): NudgeRelay };
type AssistantScript = import('./generation/assistant.ts').AssistantScript;
type Assistant = import('./generation/assistant.ts').Assistant;
type AssistantMode = import('./generation/assistant.ts').AssistantOptions['mode'];
const assistantModes: ReadonlySet<string> = new Set<AssistantMode>(['auto', 'ask', 'builtin', 'webgpu', 'relay']);

export interface LoadedAssistant {
  readonly assistant: Assistant;
  readonly script: AssistantScript;
}

interface ScriptFile {
  readonly file: string;
  readonly integrity: string;
}

/** Something that the shop told through `track`. */
export interface Signal {
  readonly name: string;
  readonly data: unknown;
  /** ISO 8601. */
  readonly at: string;
}

const mostSignals = 50;

/** What a session gets to know of the page and its element, and what the page gets to know of the session. */
export class PageHost implements SessionHost, NudgePage {
  /** Whether the visitor did anything with the agent yet. */
  hasActed = false;
  /** Whether an attribute changed that the worker has to hear of. */
  isStale = false;
  private preparedFor = '';
  private teller: Promise<Teller> | undefined;
  private signals: Signal[] = [];
  private isWaiting = false;
  private assistant: Promise<LoadedAssistant> | undefined;
  loadedAssistant: LoadedAssistant | undefined;

  constructor(
    private readonly element: EdgeAgentElement,
    private readonly bridge: AnswerBridge,
  ) {}

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

  get manifest(): string | undefined {
    const { pack, nudgesSwitch } = this.element;
    return !pack || nudgesSwitch === 'off' ? undefined : new URL(pack, document.baseURI).href;
  }

  get mayStore(): boolean {
    return this.hasActed && this.element.consent !== 'denied';
  }

  /** Whether the worker's picture of the page is out of date: an attribute, the address or the permission changed. */
  needsPreparing(): boolean {
    return this.isStale || this.preparedFor !== this.pageKey();
  }

  private get relay(): Setup['relay'] {
    const { relay, siteKey, customerToken } = this.element;
    return relay ? { url: relayUrl(relay), site: siteKey ?? '', ...(customerToken && { identity: customerToken }) } : undefined;
  }

  setup(): Setup {
    this.isStale = false;
    this.preparedFor = this.pageKey();
    this.teller = undefined;
    const { pack, product, redact } = this.element;
    const { relay } = this;
    return {
      ...(pack === null || pack === undefined || pack === '' ? {} : { packUrl: new URL(pack, document.baseURI).href }),
      hubRuntimeUrl: new URL(/* @vite-ignore */ __HUB_RUNTIME__, import.meta.url).href,
      ...(product ? { products: [oneOrMore(product)].flat() } : {}),
      ...(relay && { relay }),
      relayClient: addressOf(__RELAY_CLIENT__),
      redactor: addressOf(__REDACTOR__),
      redactsAddresses: redact === 'addresses',
      replyEngine: addressOf(__REPLY_ENGINE__),
      guideEngine: addressOf(__GUIDE_ENGINE__),
      journeyEngine: addressOf(__JOURNEY_ENGINE__),
      encoderUrl: new URL(/* @vite-ignore */ '../encoder/', import.meta.url).href,
      locale: this.locale,
      pageUrl: pageUrl(),
      siteName: document.querySelector<HTMLMetaElement>('meta[property="og:site_name"]')?.content ?? location.hostname,
      mayStore: this.mayStore,
    };
  }

  context(): Omit<TurnContext, 'now'> {
    const likely = this.element.nudges.running?.likely();
    return { ...this.situation(), ...(likely && { likely }) };
  }

  private situation(): Omit<TurnContext, 'now'> {
    const { product, market, audience } = this.element;
    return {
      locale: this.locale,
      page: location.pathname,
      ...(product ? { product: oneOrMore(product) } : {}),
      ...(market ? { market } : {}),
      ...(audience ? { audience: oneOrMore(audience) } : {}),
    };
  }

  isSeen(): boolean {
    return document.visibilityState === 'visible' && (this.element.isOpen || this.element.mode === 'inline');
  }

  circumstances(): ReturnType<SessionHost['circumstances']> {
    const { product, consent } = this.element;
    return {
      page: { url: pageUrl(), title: document.title.slice(0, 300) },
      ...(product ? { product: product.split(/\s+/)[0] as string } : {}),
      consent: { storage: consent !== 'denied' },
      device: `${navigator.maxTouchPoints > 1 ? 'touch' : 'desktop'}, ${innerWidth}×${innerHeight}, ${navigator.platform}`.slice(0, 200),
      signals: this.signals.map(({ name, data }) => ({ name, data: data === undefined ? '' : JSON.stringify(data).slice(0, 500) })),
    };
  }

  /** A page whose reader cannot be loaded tells nothing, and the next wish to know tries again. */
  readonly tellPage: TellPage = async (locale) => {
    try {
      this.teller ??= loadTeller();
      const tell = await this.teller;
      return tell(locale);
    } catch (thrown) {
      this.teller = undefined;
      console.warn('edge-agent cannot read this page:', thrown);
      return { units: [] };
    }
  };

  async improve(asked: Asked, signal: AbortSignal): Promise<BetterReply | undefined> {
    return (await this.loadAssistant())?.assistant.improve(asked, signal);
  }

  async summarise(said: BriefWish['before'], locale: Locale, signal: AbortSignal): Promise<string | undefined> {
    return (await this.loadAssistant())?.assistant.summarise(said, locale, signal);
  }

  /** What has language models write, or undefined where the site wants none; loaded once the visitor does something. */
  loadAssistant(): Promise<LoadedAssistant | undefined> {
    const { llm, models, relay, siteKey } = this.element;
    if (!llm || llm === 'off' || !this.hasActed) return Promise.resolve(undefined);
    if (!assistantModes.has(llm)) {
      console.warn(`edge-agent: llm="${llm}" is none of off, ${[...assistantModes].join(', ')}; no language model is used`);
      return Promise.resolve(undefined);
    }
    this.assistant ??= load(__ASSISTANT__).then((loaded) => {
      const script = loaded as AssistantScript;
      const assistant = script.createAssistant({
        mode: llm as AssistantMode,
        models: models ?? '',
        ...(relay && { relay: { url: relayUrl(relay), site: siteKey ?? '' } }),
        redact: async (text) =>
          ((await load(__REDACTOR__)) as typeof import('../src/privacy/redact.ts')).redact(text, {
            addresses: this.element.redact === 'addresses',
          }).text,
        worker: addressOf(__GENERATION_WORKER__),
        scripts: {
          webllm: new URL(/* @vite-ignore */ __WEBLLM__, import.meta.url).href,
          transformers: new URL(/* @vite-ignore */ __HUB_RUNTIME__, import.meta.url).href,
        },
        locale: () => this.locale,
        mayStore: () => this.mayStore,
        answers: this.bridge,
        changed: () => this.changed(),
      });
      return { assistant, script };
    });
    this.assistant.then(
      (loaded) => {
        this.loadedAssistant = loaded;
      },
      () => {
        this.assistant = undefined;
      },
    );
    return this.assistant;
  }

  track(name: string, data: unknown): void {
    this.element.nudges.tell(name, data);
    this.signals = [...this.signals, { name, data, at: new Date().toISOString() }].slice(-mostSignals);
  }

  nudgePort(site: string, shard: NudgePort['shard']): NudgePort {
    const { element, relay, locale } = this;
    return {
      element,
      openRelay:
        relay && (async (...ends) => ((await load(__NUDGE_RELAY__)) as NudgeRelayScript).openNudgeRelay({ ...relay, locale }, ...ends)),
      site,
      shard,
      locale,
      context: () => this.situation(),
      get isPanelOpen() {
        return element.isOpen;
      },
      show: (view) => {
        element.nudgeView = view;
      },
      take: (step) => element.take(step),
      showing: (nudge, arm) => element.dispatchEvent(new NudgeEvent(nudge, arm, 'shown')),
      ended: (nudge, arm, how) => element.dispatchEvent(new NudgeEvent(nudge, arm, how)),
    };
  }

  changed(): void {
    this.element.requestUpdate();
  }

  asked(text: string): boolean {
    return this.element.dispatchEvent(new QuestionEvent(text));
  }

  encoderFailed({ code, message }: WireError): void {
    console.warn(`edge-agent: ${message}. ${errorAdvice[code]}`);
  }

  replied(decision: Decision, reply: Reply, milliseconds: number): void {
    this.element.nudges.running?.asked(decision.kind === 'answer' ? decision.candidates[0]?.unit : undefined);
    this.element.dispatchEvent(new AnswerEvent(decision, reply, milliseconds));
  }

  escalating(decision: Decision, conversation: Conversation): boolean {
    return this.element.dispatchEvent(new EscalateEvent(decision, conversation, this.signals));
  }

  talked({ isOver, isWaiting, unread }: TalkView): void {
    rememberTalk(this.element.pack, this.mayStore && (!isOver || isWaiting || unread > 0));
    if (isWaiting && !this.isWaiting) void sendLater().catch(() => {});
    this.isWaiting = isWaiting;
  }

  ended(need: Need): void {
    if (need.ending !== 'assumed') this.element.nudges.running?.needEnded(need.ending === 'confirmed');
    this.element.dispatchEvent(new OutcomeEvent(need));
  }

  private pageKey(): string {
    return `${pageUrl()} ${this.mayStore} ${this.locale}`;
  }
}

/** Both are loaded by themselves when the agent is first opened, since few pages' visitors open it. */
async function loadTeller(): Promise<Teller> {
  const [reader, teller] = await Promise.all([load(__PAGE_READER__), load(__PAGE_TELLER__)]);
  const { pageFacts } = reader as typeof import('./page/page-facts.ts');
  const { pageTeller } = teller as typeof import('../src/content/page-units.ts');
  return pageTeller(pageFacts(document, pageUrl()));
}

function load({ file, integrity }: ScriptFile): Promise<unknown> {
  return importChecked(new URL(file, import.meta.url).href, integrity);
}

function addressOf({ file, integrity }: ScriptFile): ScriptAddress {
  return { url: new URL(file, import.meta.url).href, integrity };
}

/** As a folder, so that paths can be joined to it. */
function relayUrl(address: string): string {
  return new URL(address.endsWith('/') ? address : `${address}/`, document.baseURI).href;
}

/** Without its fragment. */
function pageUrl(): string {
  return location.href.split('#', 1)[0] ?? '';
}

function oneOrMore(list: string): string | string[] {
  const values = list.split(/\s+/).filter((value) => value !== '');
  return values.length === 1 ? (values[0] as string) : values;
}
