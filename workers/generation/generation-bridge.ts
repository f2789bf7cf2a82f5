import { proxy } from 'comlink';
import { type Generated, type GenerateRequest, type Generator, timed } from '../../src/generate/generator.ts';
import { EdgeAgentError } from '../../src/protocol/errors.ts';
import type { GenerationModel, GenerationScripts, GenerationService } from '../../src/protocol/generation-worker.ts';
import { WorkerBridge, type WorkerMaker } from '../worker-bridge.ts';

/** A model in memory is much: it goes sooner than what answers do. */
const idleAfter = 3 * 60_000;
const startTimeout = 10_000;
/** Weights of a gigabyte are read from the device and put on the graphics device. */
const openTimeout = 120_000;
const generateTimeout = 60_000;
const cancelTimeout = 2_000;

/** The page's side of the generation worker, as a generator for one model. */
export class GenerationBridge implements Generator {
  readonly tier = 'device';
  readonly id: string;
  private readonly bridge: WorkerBridge<GenerationService>;
  private lastCall = 0;

  constructor(
    maker: WorkerMaker<GenerationService>,
    private readonly model: GenerationModel,
    private readonly scripts: GenerationScripts,
  ) {
    this.id = `${model.maker}:${model.id}`;
    this.bridge = new WorkerBridge({ name: 'edge-agent-generation', maker, idleAfter, startTimeout, onStart: async () => {} });
  }

  /** Opens the model; the first call of `generate` does so too. */
  open(): Promise<void> {
    return this.bridge.call((service) => service.open(this.model, this.scripts), { timeout: openTimeout });
  }

  async generate({ signal, onText, ...request }: GenerateRequest): Promise<Generated> {
    await this.open();
    this.lastCall += 1;
    const call = this.lastCall;
    const timer = timed(onText);
    try {
      const made = await this.bridge.call((service) => service.generate(call, request, proxy(timer.piece)), {
        timeout: generateTimeout,
        ...(signal && { signal }),
      });
      return { ...made, firstText: timer.finish().firstText };
    } catch (thrown) {
      if (EdgeAgentError.from(thrown, 'worker-dead').code === 'cancelled')
        void this.bridge.call((service) => service.cancel(call), { timeout: cancelTimeout }).catch(() => {});
      throw thrown;
    }
  }

  stop(): void {
    this.bridge.stop();
  }
}
