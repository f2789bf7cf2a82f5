import { type Generated, type GenerateRequest, type Generator, timed } from '../../src/generate/generator.ts';
import { EdgeAgentError } from '../../src/protocol/errors.ts';
import { modelError } from './model-errors.ts';

export type Availability = 'unavailable' | 'downloadable' | 'downloading' | 'available';

interface Prompt {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

interface Languages {
  readonly expectedInputs?: readonly { readonly type: 'text'; readonly languages: readonly string[] }[];
  readonly expectedOutputs?: readonly { readonly type: 'text'; readonly languages: readonly string[] }[];
}

/** The browser's own model, at the surface that the Prompt API documents (https://webmachinelearning.github.io/prompt-api/). */
export interface LanguageModelApi {
  availability(options?: Languages): Promise<Availability>;
  create(
    options?: Languages & {
      readonly initialPrompts?: readonly Prompt[];
      readonly signal?: AbortSignal;
      readonly monitor?: (monitor: EventTarget) => void;
    },
  ): Promise<LanguageModelSession>;
}

export interface LanguageModelSession {
  promptStreaming(
    input: string | readonly Prompt[],
    options?: { readonly signal?: AbortSignal; readonly responseConstraint?: object },
  ): ReadableStream<string>;
  destroy(): void;
}

/** The browser's model, or undefined where it has none. It is there for windows only. */
export function languageModelApi(scope: object = globalThis): LanguageModelApi | undefined {
  return (scope as { LanguageModel?: LanguageModelApi }).LanguageModel;
}

function languagesOf(language: string): Languages {
  return { expectedInputs: [{ type: 'text', languages: [language] }], expectedOutputs: [{ type: 'text', languages: [language] }] };
}

/** Whether the browser's model speaks a language, and whether it is on the device. */
export async function builtinAvailability(language: string, api = languageModelApi()): Promise<Availability> {
  return (await api?.availability(languagesOf(language)).catch(() => 'unavailable' as const)) ?? 'unavailable';
}

/** Has the browser fetch its model; needs the visitor's click. @param onProgress share that is done, 0 to 1 */
export async function downloadBuiltin(
  language: string,
  onProgress: (share: number) => void,
  signal: AbortSignal,
  api = languageModelApi(),
): Promise<void> {
  if (api === undefined) throw new EdgeAgentError('model-unavailable', 'the browser has no model of its own');
  const session = await api
    .create({
      ...languagesOf(language),
      signal,
      monitor: (monitor) => monitor.addEventListener('downloadprogress', (event) => onProgress((event as ProgressEvent).loaded)),
    })
    .catch((thrown: unknown) => Promise.reject(modelError(thrown, signal)));
  session.destroy();
}

export class BuiltinGenerator implements Generator {
  readonly id = 'builtin';
  readonly tier = 'device';

  constructor(
    private readonly language: string,
    private readonly api = languageModelApi(),
  ) {}

  /** One session a call: nothing of one visitor's question stays for the next. */
  async generate({ messages, schema, signal, onText }: GenerateRequest): Promise<Generated> {
    if (this.api === undefined) throw new EdgeAgentError('model-unavailable', 'the browser has no model of its own');
    const timer = timed(onText);
    const withSignal = signal === undefined ? {} : { signal };
    let session: LanguageModelSession | undefined;
    try {
      const system = messages.filter(({ role }) => role === 'system');
      session = await this.api.create({ ...languagesOf(this.language), initialPrompts: system, ...withSignal });
      const rest = messages.filter(({ role }) => role !== 'system');
      const stream = session.promptStreaming(rest, { ...withSignal, ...(schema && { responseConstraint: schema }) });
      const reader = stream.getReader();
      for (let next = await reader.read(); !next.done; next = await reader.read()) timer.piece(next.value);
    } catch (thrown) {
      throw modelError(thrown, signal);
    } finally {
      session?.destroy();
    }
    return timer.finish();
  }
}
