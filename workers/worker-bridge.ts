import { type Remote, releaseProxy, wrap } from 'comlink';
import { EdgeAgentError, type ErrorCode, errorAdvice, type WireError } from '../src/protocol/errors.ts';
import { aliveProperty } from '../src/protocol/worker-life.ts';

/** How to come by a worker, or by the same service on the page's own thread where workers are forbidden. */
export interface WorkerMaker<Service> {
  /** Starts a worker with this name. Rejects where workers are forbidden. */
  start(name: string): Promise<Worker>;
  /** The service without a worker. */
  withoutWorker(): Promise<Service>;
}

export interface BridgeOptions<Service> {
  readonly name: string;
  readonly maker: WorkerMaker<Service>;
  /** Called on every fresh service before anything else, so that a restarted one knows what the last one knew. */
  readonly onStart: (service: Promised<Service>) => Promise<unknown>;
  /** Without a call for this long the worker is stopped; the next call starts it again. Milliseconds. */
  readonly idleAfter: number;
  /** How long a worker may take to answer for the first time before the page does without. Milliseconds. */
  readonly startTimeout: number;
}

/** The service as seen from here: the same methods, all asynchronous. */
export type Promised<Service> = {
  [Name in keyof Service]: Service[Name] extends (...args: infer Args) => Promise<infer Result>
    ? (...args: Args) => Promise<Result>
    : never;
};

interface Running<Service> {
  readonly service: Promised<Service>;
  readonly isWorker: boolean;
  /** Rejects when the worker dies; never resolves. */
  readonly death: Promise<never>;
  stop(): void;
}

export interface CallOptions {
  readonly timeout: number;
  readonly signal?: AbortSignal;
}

/**
 * Owns one worker: starts it on the first call, restarts it after a crash, stops it when idle. Every call ends: with its
 * result, or rejected as `worker-dead`, `timeout` or `cancelled`.
 */
export class WorkerBridge<Service> {
  private running: Promise<Running<Service>> | undefined;
  private idleTimer: ReturnType<typeof setTimeout> | undefined;
  private calls = 0;

  constructor(private readonly options: BridgeOptions<Service>) {}

  /** Calls the service. A call that the worker's death cut short is made once more on a fresh worker. */
  async call<Result>(use: (service: Promised<Service>) => Promise<Result>, options: CallOptions): Promise<Result> {
    this.calls += 1;
    clearTimeout(this.idleTimer);
    try {
      return await this.attempt(use, options).catch((thrown: unknown) => {
        if (EdgeAgentError.from(thrown, 'bad-request').code !== 'worker-dead') throw thrown;
        return this.attempt(use, options);
      });
    } finally {
      this.calls -= 1;
      if (this.calls === 0) this.idleTimer = setTimeout(() => this.stop(), this.options.idleAfter);
    }
  }

  /** Stops the worker; calls under way reject as `worker-dead`. */
  stop(): void {
    clearTimeout(this.idleTimer);
    void this.running?.then(
      (running) => running.stop(),
      () => {},
    );
    this.running = undefined;
  }

  private async attempt<Result>(use: (service: Promised<Service>) => Promise<Result>, { timeout, signal }: CallOptions): Promise<Result> {
    const starting = limitOf(undefined, signal);
    const running = await Promise.race([this.start(), starting.promise]).finally(starting.clear);
    const limit = limitOf(timeout, signal);
    try {
      return await Promise.race([use(running.service).catch(rethrowNamed), running.death, limit.promise]);
    } catch (thrown) {
      // A worker that let a call time out may hang for ever: the next call gets a fresh one.
      if (thrown instanceof EdgeAgentError && thrown.code === 'timeout' && running.isWorker) this.stop();
      throw thrown;
    } finally {
      limit.clear();
    }
  }

  /** The promise is kept, not a flag; it is forgotten when it rejects or the worker dies. */
  private start(): Promise<Running<Service>> {
    if (this.running === undefined) {
      const starting = this.startFresh();
      this.running = starting;
      const forget = () => {
        if (this.running === starting) this.running = undefined;
      };
      starting.then((running) => running.death.catch(forget), forget);
    }
    return this.running;
  }

  private async startFresh(): Promise<Running<Service>> {
    const { options } = this;
    const running = await this.startWorker().catch(async () => withoutWorker(await options.maker.withoutWorker()));
    await Promise.race([options.onStart(running.service).catch(rethrowNamed), running.death]);
    return running;
  }

  private async startWorker(): Promise<Running<Service>> {
    const name = `${this.options.name}:${crypto.randomUUID?.() ?? Math.random().toString(36)}`;
    const worker = await this.options.maker.start(name);
    const remote = wrap<Service>(worker);
    let die: (reason: EdgeAgentError) => void = () => {};
    const death = new Promise<never>((_, reject) => {
      die = reject;
    });
    death.catch(() => {});
    const dead = (why: string) => {
      die(new EdgeAgentError('worker-dead', why));
      worker.terminate();
    };
    worker.addEventListener('error', (event) => dead(event.message || 'the worker failed'));
    worker.addEventListener('messageerror', () => dead('a message could not be read'));
    const limit = limitOf(this.options.startTimeout);
    try {
      await Promise.race([(remote as unknown as Record<string, Promise<unknown>>)[aliveProperty], death, limit.promise]);
    } catch (thrown) {
      worker.terminate();
      throw thrown;
    } finally {
      limit.clear();
    }
    watchLock(name, () => dead('the worker stopped'));
    return {
      service: remote as unknown as Promised<Service>,
      isWorker: true,
      death,
      stop: () => {
        (remote as Remote<object>)[releaseProxy]();
        dead('the worker was stopped');
      },
    };
  }
}

function withoutWorker<Service>(service: Service): Running<Service> {
  return { service: service as Promised<Service>, isWorker: false, death: new Promise<never>(() => {}), stop: () => {} };
}

/** The worker holds a lock of its own name since before it answered first; it comes free when the worker is gone. */
function watchLock(name: string, onFree: () => void): void {
  if ('locks' in navigator) navigator.locks.request(name, onFree).catch(() => {});
}

/** Rejects when the time is up or the call is given up, also before. @param timeout left out, time has no end */
function limitOf(timeout?: number, signal?: AbortSignal): { promise: Promise<never>; clear(): void } {
  let clear = () => {};
  const promise = new Promise<never>((_, reject) => {
    const late = () => reject(new EdgeAgentError('timeout', `no answer within ${timeout} ms`));
    const timer = timeout === undefined ? undefined : setTimeout(late, timeout);
    const onAbort = () => reject(new EdgeAgentError('cancelled', 'the call was cancelled'));
    if (signal?.aborted) onAbort();
    signal?.addEventListener('abort', onAbort, { once: true });
    clear = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    };
  });
  promise.catch(() => {});
  return { promise, clear };
}

function rethrowNamed(thrown: unknown): never {
  throw isWireError(thrown) ? EdgeAgentError.fromWire(thrown) : thrown;
}

function isWireError(thrown: unknown): thrown is WireError {
  return typeof thrown === 'object' && thrown !== null && 'code' in thrown && (thrown.code as ErrorCode) in errorAdvice;
}
