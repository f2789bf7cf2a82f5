import type { ScriptAddress } from '../../src/protocol/answer-worker.ts';
import { EdgeAgentError } from '../../src/protocol/errors.ts';

const fetchTimeout = 10_000;

/**
 * A piece of the engine that the answer worker loads by itself, because not every site's visitors need it. Whatever
 * fails, units go on answering, and the next turn tries again.
 */
export class EngineSource<Engine> {
  private loading: Promise<Engine> | undefined;

  /** @param pick takes the engine out of what the script exports */
  constructor(
    private readonly script: ScriptAddress,
    private readonly pick: (exported: never) => Engine,
  ) {}

  /** The engine, or undefined where it cannot be loaded now. */
  async load(): Promise<Engine | undefined> {
    this.loading ??= this.fetch();
    try {
      return await this.loading;
    } catch {
      this.loading = undefined;
      return undefined;
    }
  }

  /** A worker has no link element to check an import with: the fetch before it does, and leaves the file in the cache for it. */
  private async fetch(): Promise<Engine> {
    const { url, integrity } = this.script;
    const options: RequestInit = { integrity, cache: 'force-cache', credentials: 'omit', signal: AbortSignal.timeout(fetchTimeout) };
    const response = await fetch(url, options);
    if (!response.ok) throw new EdgeAgentError('pack-unreachable', `${url} answers with status ${response.status}`);
    return this.pick((await import(/* @vite-ignore */ url)) as never);
  }
}
