import * as v from 'valibot';
import type { Locale } from '../../language/locale.ts';
import {
  type FactsReply,
  type FactsRequest,
  factsReplySchema,
  findCustomerReplySchema,
  type PerformReply,
  type PerformRequest,
  performReplySchema,
  sendCodeReplySchema,
} from '../../protocol/shop.ts';
import { type Clock, sleep } from '../clock.ts';
import { newId } from '../secrets.ts';
import { type Shop, ShopUnreachable } from './shop.ts';
import { keyOfSecret, signedHeaders } from './signature.ts';

export interface SignedHttpShopOptions {
  /** Address under which the endpoints lie, as in https://shop.example/edge-agent */
  readonly url: string;
  /** `whsec_…`, shared with the shop's server alone. */
  readonly secret: string;
  readonly clock?: Clock;
  readonly fetch?: typeof fetch;
  /** For one try, in milliseconds. */
  readonly timeout?: number;
  /** Waits between tries, in milliseconds; one fewer than there are tries. */
  readonly pauses?: readonly number[];
}

/** In bytes; a shop that answers more is not answering us. */
const largestReply = 512 * 1024;

/**
 * A shop behind signed HTTP. Every request may be sent again: look-ups change nothing, and what changes something carries
 * an id that the shop acts on once. Redirects are not followed, since a signature is for one address.
 */
export class SignedHttpShop implements Shop {
  private readonly key: Uint8Array<ArrayBuffer>;
  private readonly url: string;
  private readonly clock: Clock;
  private readonly send: typeof fetch;
  private readonly timeout: number;
  private readonly pauses: readonly number[];

  constructor({ url, secret, clock = Date.now, fetch: send = fetch, timeout = 5000, pauses = [150, 600] }: SignedHttpShopOptions) {
    this.key = keyOfSecret(secret);
    this.url = url.replace(/\/+$/, '');
    this.clock = clock;
    this.send = send;
    this.timeout = timeout;
    this.pauses = pauses;
  }

  async findCustomer(contact: string): Promise<string | null> {
    return (await this.post('/customers/find', newId('find'), { contact }, findCustomerReplySchema)).customer;
  }

  async sendCode(code: { customer: string; code: string; expires: string; locale: Locale }): Promise<void> {
    await this.post('/codes/send', newId('code'), code, sendCodeReplySchema);
  }

  async facts(request: FactsRequest, signal?: AbortSignal): Promise<FactsReply> {
    return this.post('/facts', newId('facts'), request, factsReplySchema, signal);
  }

  async perform(request: PerformRequest, signal?: AbortSignal): Promise<PerformReply> {
    return this.post(`/actions/${encodeURIComponent(request.action)}`, request.id, request, performReplySchema, signal);
  }

  private async post<T>(path: string, id: string, request: object, schema: v.GenericSchema<unknown, T>, signal?: AbortSignal): Promise<T> {
    const body = JSON.stringify(request);
    for (let tries = 0; ; tries += 1) {
      try {
        return this.read(path, await this.attempt(path, id, body, signal), schema);
      } catch (thrown) {
        if (signal?.aborted) throw thrown;
        const failure =
          thrown instanceof ShopUnreachable ? thrown : new ShopUnreachable(`${path}: ${String(thrown)}`, false, { cause: thrown });
        const pause = this.pauses[tries];
        if (failure.isFinal || pause === undefined) throw failure;
        await sleep(pause, signal);
      }
    }
  }

  private async attempt(path: string, id: string, body: string, signal?: AbortSignal): Promise<string> {
    const timeout = AbortSignal.timeout(this.timeout);
    const response = await this.send(`${this.url}${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(await signedHeaders(this.key, id, body, this.clock())),
      },
      body,
      redirect: 'error',
      signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
    });
    const text = await readAtMost(response, largestReply);
    if (response.ok) return text;
    const isPassing = response.status >= 500 || response.status === 429 || response.status === 408;
    throw new ShopUnreachable(`${path}: the shop answered ${response.status}`, !isPassing);
  }

  private read<T>(path: string, text: string, schema: v.GenericSchema<unknown, T>): T {
    let data: unknown;
    try {
      data = JSON.parse(text);
    } catch {
      throw new ShopUnreachable(`${path}: the shop's reply is not JSON`, true);
    }
    const parsed = v.safeParse(schema, data);
    if (parsed.success) return parsed.output;
    const [issue] = parsed.issues;
    throw new ShopUnreachable(`${path}: the shop's reply has a wrong "${v.getDotPath(issue) ?? ''}": ${issue.message}`, true);
  }
}

async function readAtMost(response: Response, most: number): Promise<string> {
  if (response.body === null) return '';
  const decoder = new TextDecoder();
  const reader = response.body.getReader();
  let text = '';
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.byteLength;
    if (size > most) {
      await reader.cancel();
      throw new ShopUnreachable('the reply is too large', true);
    }
    text += decoder.decode(value, { stream: true });
  }
}
