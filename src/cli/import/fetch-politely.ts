import { setTimeout as wait } from 'node:timers/promises';
import { decodeText } from './decode-text.ts';
import { PageError } from './html-tree.ts';

export interface FetchedDocument {
  /** After redirects. */
  readonly url: string;
  readonly contentType: string;
  readonly text: string;
}

export type FetchDocument = (url: string) => Promise<FetchedDocument>;

const userAgent = 'edge-agent import';
const timeLimit = 20_000;
/** In bytes, as sent. */
const largestBody = 5 * 1024 * 1024;
/** Between two requests, in milliseconds. */
const pause = 250;
const longestRetryWait = 30_000;

/**
 * Fetches one document at a time with a pause between, within limits of time and size. A server that asks for patience
 * (429, 503) is asked once more. Throws a PageError that says why there is no document.
 */
export function politeFetch(options: { readonly pause?: number } = {}): FetchDocument {
  let before: Promise<unknown> = Promise.resolve();
  let isFirst = true;
  return (url) => {
    const turn = before.then(async () => {
      if (!isFirst) await wait(options.pause ?? pause);
      isFirst = false;
      return fetchPatiently(url);
    });
    before = turn.catch(() => undefined);
    return turn;
  };
}

async function fetchPatiently(url: string): Promise<FetchedDocument> {
  const response = await request(url);
  if (response.status !== 429 && response.status !== 503) return documentOf(response, url);
  const seconds = Number(response.headers.get('retry-after') ?? 5);
  await response.body?.cancel();
  await wait(Math.min(longestRetryWait, Number.isFinite(seconds) ? Math.max(0, seconds) * 1000 : 5000));
  return documentOf(await request(url), url);
}

async function request(url: string): Promise<Response> {
  if (!/^https?:\/\//i.test(url)) throw new PageError('only http and https addresses can be fetched');
  try {
    return await fetch(url, {
      headers: { 'user-agent': userAgent, accept: 'text/html, application/xhtml+xml, application/xml, application/json;q=0.9, */*;q=0.1' },
      signal: AbortSignal.timeout(timeLimit),
    });
  } catch (thrown) {
    throw new PageError(failureOf(thrown));
  }
}

async function documentOf(response: Response, url: string): Promise<FetchedDocument> {
  if (!response.ok) {
    await response.body?.cancel();
    throw new PageError(`the server answers ${response.status}${response.statusText === '' ? '' : ` ${response.statusText}`}`);
  }
  const contentType = response.headers.get('content-type') ?? '';
  if (/^(?:image|video|audio|font)\/|\/(?:pdf|zip)\b/i.test(contentType)) {
    await response.body?.cancel();
    throw new PageError(`it is no page (${contentType})`);
  }
  return { url: response.url || url, contentType, text: decodeText(await bodyOf(response), contentType) };
}

async function bodyOf(response: Response): Promise<Uint8Array> {
  const reader = response.body?.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
      size += part.value.length;
      if (size > largestBody) throw new PageError(`it is larger than ${largestBody / 1024 / 1024} MB`);
      parts.push(part.value);
    }
  } catch (thrown) {
    throw thrown instanceof PageError ? thrown : new PageError(failureOf(thrown));
  } finally {
    await reader?.cancel().catch(() => undefined);
  }
  return Buffer.concat(parts);
}

function failureOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  if (thrown.name === 'TimeoutError') return `there was no answer within ${timeLimit / 1000} seconds`;
  const cause = thrown.cause instanceof Error ? ((thrown.cause as NodeJS.ErrnoException).code ?? thrown.cause.message) : undefined;
  return `it cannot be reached (${cause ?? thrown.message})`;
}
