import { BuiltinGenerator, downloadBuiltin } from '../../models/generation/builtin-generator.ts';
import { ModelStore } from '../../models/generation/model-store.ts';
import { relayGenerator } from '../../models/generation/relay-generator.ts';
import type { Decision } from '../../src/decide/decision.ts';
import type { Generator } from '../../src/generate/generator.ts';
import { type Ladder, type LlmMode, ladderOf, type Rung } from '../../src/generate/ladder.ts';
import type { Said } from '../../src/generate/prompt.ts';
import { type Locale, languageOf } from '../../src/language/locale.ts';
import type { BetterReply } from '../../src/memory/conversation.ts';
import type { AnswerService, TaskWish, WireBrief, WireTask } from '../../src/protocol/answer-worker.ts';
import { EdgeAgentError, type ErrorCode } from '../../src/protocol/errors.ts';
import type { GenerationModel, GenerationScripts, GenerationService } from '../../src/protocol/generation-worker.ts';
import { GenerationBridge } from '../../workers/generation/generation-bridge.ts';
import type { WorkerMaker } from '../../workers/worker-bridge.ts';
import type { Asked } from '../session.ts';
import { type ScriptFile, startWorker } from '../worker-maker.ts';
import { type AssistantState, assistantView, keptView, meantText, translatedText, writerText } from './assistant-view.ts';
import { deviceHere } from './device.ts';
import { readListings } from './listings.ts';

export { assistantView, keptView };

/** What the element asks of this script. */
export interface AssistantScript {
  readonly createAssistant: typeof createAssistant;
  readonly assistantView: typeof assistantView;
  readonly keptView: typeof keptView;
}

/** What the element hands in; everything else is asked for here. */
export interface AssistantOptions {
  readonly mode: LlmMode;
  /** Addresses of the models' listings, separated by spaces. */
  readonly models: string;
  readonly relay?: { readonly url: string; readonly site: string };
  /** Takes out of a text what must not leave the device. */
  readonly redact: (text: string) => Promise<string>;
  readonly worker: ScriptFile;
  readonly scripts: GenerationScripts;
  readonly locale: () => Locale;
  readonly mayStore: () => boolean;
  /** What briefs a model and checks what it wrote. */
  readonly answers: Pick<AnswerService, 'briefReply' | 'checkReply' | 'briefTask' | 'readTask'>;
  readonly changed: () => void;
}

/** What a model wrote, by which tier. */
interface Written {
  readonly text: string;
  readonly tier: BetterReply['tier'];
}

/** Has one tier write; undefined where that tier has nothing to do with it. */
type Write = (asked: WireTask | WireBrief) => Promise<Written | undefined>;

/** Of a reply. */
const mostTokens = 320;
/** Without a first word for this long a model is given up, in milliseconds. */
const firstTextWithin = 30_000;

/** Has a language model say better what was found, where the device and the visitor let it; loaded by itself for that. */
export class Assistant {
  state: AssistantState = { kind: 'idle' };
  private readonly store = new ModelStore();
  private models: Promise<GenerationModel[]> | undefined;
  private bridge: { readonly model: string; readonly bridge: GenerationBridge } | undefined;
  private download: AbortController | undefined;
  private session: Promise<string> | undefined;
  /** Makers that failed on this page in a way that will not mend. */
  private readonly broken = new Set<string>();

  constructor(private readonly options: AssistantOptions) {
    document.addEventListener('visibilitychange', this.onVisibility);
  }

  /** What could write now, and what could be fetched; nothing is. */
  async look(): Promise<Ladder> {
    const { mode, locale, relay } = this.options;
    const device = await deviceHere(locale(), relay !== undefined);
    const models = await this.listed();
    const kept = await Promise.all(models.map(async (model) => ({ model, kept: await this.store.progress(model) })));
    const ladder = ladderOf(mode, device, kept, locale());
    if (this.state.kind === 'idle' && ladder.offer !== undefined && this.options.mayStore())
      this.tell({ kind: 'offer', offer: ladder.offer });
    return { ...ladder, rungs: ladder.rungs.filter((rung) => !this.broken.has(nameOf(rung))) };
  }

  /** What a model has to add below a reply, checked; undefined where what was found says it all. */
  async improve(asked: Asked, signal: AbortSignal): Promise<BetterReply | undefined> {
    const { decision } = asked;
    if (decision.kind === 'guide' && decision.walk.said === 'again') return this.climb((write) => this.readReply(asked, write), signal);
    if (decision.kind === 'answer' && languageOf(decision.locale) !== languageOf(asked.locale))
      return this.climb((write) => this.translate(asked, decision, write), signal);
    if (decision.kind === 'answer' || decision.kind === 'clarify') return this.climb((write) => this.reply(asked, write), signal);
    return undefined;
  }

  /** The story of a conversation for the person who takes over, or undefined where no model can tell it. */
  async summarise(said: readonly Said[], locale: Locale, signal: AbortSignal): Promise<string | undefined> {
    return this.climb(async (write) => this.ask({ kind: 'summary', said, locale }, write), signal);
  }

  /** Tries what can write now, best first; what fails in a way that will not mend is not tried again on this page. */
  private async climb<Result>(task: (write: Write) => Promise<Result | undefined>, signal: AbortSignal): Promise<Result | undefined> {
    const { rungs } = await this.look();
    if (rungs.length === 0 || document.visibilityState === 'hidden') return undefined;
    let failure: ErrorCode | undefined;
    for (const rung of rungs) {
      try {
        const result = await task((brief) => this.write(rung, brief, signal));
        this.tell({ kind: 'idle' });
        return result;
      } catch (thrown) {
        failure = EdgeAgentError.from(thrown, 'model-failed').code;
        if (failure === 'cancelled' || failure === 'model-hidden') break;
        if (failure !== 'model-busy' && failure !== 'timeout') this.broken.add(nameOf(rung));
      }
    }
    this.tell(failure === undefined || failure === 'cancelled' ? { kind: 'idle' } : { kind: 'failed', code: failure });
    return undefined;
  }

  /** A reply from several units; a follow-up is written out before, and looked up once more. */
  private async reply({ question, locale, decision, before }: Asked, write: Write): Promise<BetterReply | undefined> {
    const { answers } = this.options;
    const rewritten = await this.ask({ kind: 'follow-up', text: question, before, locale }, write);
    const { candidates } = decision;
    const brief = await answers.briefReply({ question, ...(rewritten !== undefined && { rewritten }), locale, candidates, before });
    if (brief === null) return undefined;
    const written = await write(brief);
    if (written === undefined) return undefined;
    const { text, tier } = written;
    const checked = await answers.checkReply(text);
    if (!checked.isWhole) return undefined;
    const cited = new Set(checked.sentences.flatMap(({ units }) => units));
    return {
      text: checked.sentences.map((sentence) => sentence.text).join(' '),
      locale: brief.locale,
      tier,
      from: [writerText(tier, locale), ...brief.units.filter(({ id }) => cited.has(id)).map(({ title }) => title)],
    };
  }

  /** The found unit in the visitor's language; the unit's own words stand above it. */
  private async translate(
    { locale }: Asked,
    { unit, locale: from }: Extract<Decision, { kind: 'answer' }>,
    write: Write,
  ): Promise<BetterReply | undefined> {
    let tier: BetterReply['tier'] = 'device';
    const text = await this.ask({ kind: 'translation', unit, from, to: locale }, async (task) => {
      const written = await write(task);
      tier = written?.tier ?? tier;
      return written;
    });
    return text === undefined ? undefined : { text, locale, tier, from: [writerText(tier, locale), translatedText(from, locale)] };
  }

  /** What a reply to a guide may have meant, for the visitor to take or leave. */
  private async readReply({ question, locale, decision, reply }: Asked, write: Write): Promise<BetterReply | undefined> {
    const { choices } = reply;
    const words = reply.step?.words;
    if (decision.kind !== 'guide' || words === undefined || choices.length === 0) return undefined;
    const options = choices.map(({ label }) => label);
    const meant = await this.ask({ kind: 'guide-reply', question: words, options, reply: question }, write);
    const choice = choices.find(({ label }) => label === meant);
    return choice && { text: meantText(locale), locale, tier: 'device', from: [], choice };
  }

  private async ask(wish: TaskWish, write: Write): Promise<string | undefined> {
    const task = await this.options.answers.briefTask(wish);
    const written = task === null ? undefined : await write(task);
    return written === undefined ? undefined : ((await this.options.answers.readTask(written.text)) ?? undefined);
  }

  /** Fetches what is offered; the visitor asked for it. */
  async fetchOffer(): Promise<void> {
    if (this.state.kind !== 'offer' && this.state.kind !== 'paused') return;
    const { offer } = this.state;
    const abort = new AbortController();
    this.download = abort;
    let share = 0;
    const show = (done: number) => {
      share = done;
      this.tell({ kind: 'loading', offer, share });
    };
    try {
      if (offer.kind === 'builtin') await downloadBuiltin(languageOf(this.options.locale()), show, abort.signal);
      else {
        show(offer.kept / offer.bytes);
        await this.store.download(offer.model, { signal: abort.signal, onProgress: (done) => show(done / offer.bytes) });
      }
      this.tell({ kind: 'idle' });
    } catch (thrown) {
      const { code } = EdgeAgentError.from(thrown, 'model-unavailable');
      this.tell(code === 'cancelled' ? { kind: 'paused', offer, share } : { kind: 'failed', code });
    }
  }

  pause(): void {
    this.download?.abort();
  }

  /** Bytes of models that this site has put on the device. */
  async kept(): Promise<number> {
    const sizes = await Promise.all((await this.listed()).map((model) => this.store.progress(model)));
    return sizes.reduce((sum, size) => sum + size, 0);
  }

  async remove(): Promise<void> {
    this.download?.abort();
    this.stop();
    await this.store.clear();
    this.tell({ kind: 'idle' });
  }

  stop(): void {
    document.removeEventListener('visibilitychange', this.onVisibility);
    this.bridge?.bridge.stop();
    this.bridge = undefined;
  }

  private async write(rung: Rung, asked: WireTask | WireBrief, signal: AbortSignal): Promise<Written | undefined> {
    // The relay writes its own prompt, from units.
    if (rung.kind === 'relay' && !('units' in asked)) return undefined;
    // Given up while the brief was made: a signal that was raised before is not heard again.
    if (signal.aborted) throw new EdgeAgentError('cancelled', 'the generation was cancelled');
    this.tell({ kind: 'writing' });
    const abort = new AbortController();
    const stop = () => abort.abort();
    let isHidden = false;
    this.hidden = () => {
      isHidden = true;
      stop();
    };
    signal.addEventListener('abort', stop, { once: true });
    let isLate = false;
    const late = setTimeout(() => {
      isLate = true;
      stop();
    }, firstTextWithin);
    try {
      const generator = this.generatorOf(rung, asked);
      const writing = generator.generate({
        ...('units' in asked ? { messages: asked.messages, mostTokens } : asked),
        signal: abort.signal,
        onText: () => clearTimeout(late),
      });
      // A maker that hangs hears no signal either.
      const { text } = await Promise.race([writing, rejectedOn(abort.signal)]);
      return { text, tier: generator.tier };
    } catch (thrown) {
      if (isHidden) throw new EdgeAgentError('model-hidden', 'the page was hidden', { cause: thrown });
      throw isLate ? new EdgeAgentError('timeout', 'the model wrote nothing', { cause: thrown }) : thrown;
    } finally {
      clearTimeout(late);
      signal.removeEventListener('abort', stop);
      this.hidden = undefined;
    }
  }

  private generatorOf(rung: Rung, asked: WireTask | WireBrief): Generator {
    const { locale, relay, redact, worker, scripts } = this.options;
    if (rung.kind === 'builtin') return new BuiltinGenerator(languageOf(locale()));
    if (rung.kind === 'relay') {
      if (relay === undefined || !('units' in asked)) throw new EdgeAgentError('model-unavailable', 'there is no relay');
      return relayGenerator({ url: relay.url, session: () => this.relaySession(relay), redact }, { ...asked, units: [...asked.units] });
    }
    if (this.bridge?.model !== rung.model.id) {
      this.bridge?.bridge.stop();
      this.bridge = { model: rung.model.id, bridge: new GenerationBridge(makerOf(worker), rung.model, scripts) };
    }
    return this.bridge.bridge;
  }

  /** Kept for as long as the page; one that has run out is opened anew by the next page. */
  private relaySession({ url, site }: { readonly url: string; readonly site: string }): Promise<string> {
    this.session ??= openSession(url, site).catch((thrown: unknown) => {
      this.session = undefined;
      throw thrown;
    });
    return this.session;
  }

  private listed(): Promise<GenerationModel[]> {
    this.models ??=
      this.options.mode === 'relay' || this.options.mode === 'builtin' ? Promise.resolve([]) : readListings(this.options.models);
    return this.models;
  }

  private hidden: (() => void) | undefined;
  /** A page that is not seen must not keep the device busy. */
  private readonly onVisibility = (): void => {
    if (document.visibilityState === 'hidden') this.hidden?.();
  };

  private tell(state: AssistantState): void {
    this.state = state;
    this.options.changed();
  }
}

/** On the page's own thread a model would freeze the page. */
function makerOf(worker: ScriptFile): WorkerMaker<GenerationService> {
  return {
    start: (name) => startWorker(worker, name),
    withoutWorker: async () => {
      throw new EdgeAgentError('model-unavailable', 'workers are forbidden here');
    },
  };
}

function nameOf(rung: Rung): string {
  return rung.kind === 'own' ? rung.model.id : rung.kind;
}

async function openSession(url: string, site: string): Promise<string> {
  const response = await fetch(`${url.replace(/\/+$/, '')}/v1/sessions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ site }),
    credentials: 'omit',
  });
  if (!response.ok) throw new EdgeAgentError('relay-unreachable', `the relay answers with status ${response.status}`);
  return ((await response.json()) as { session: string }).session;
}

export function createAssistant(options: AssistantOptions): Assistant {
  return new Assistant(options);
}

function rejectedOn(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new EdgeAgentError('cancelled', 'the generation was cancelled')), { once: true });
  });
}
