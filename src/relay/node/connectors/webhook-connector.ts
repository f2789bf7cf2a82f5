import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import { keyOfSecret, signedHeaders } from '../../actions/signature.ts';
import type { Connector, Notice } from '../../connectors/connector.ts';
import { isPublicAddress, lookUpPublic } from './public-address.ts';

export interface WebhookOptions {
  readonly name?: string;
  readonly url: string;
  /** `whsec_…`, by which the receiver knows that it comes from here. */
  readonly secret: string;
  /** For a receiver on one's own network, and for tests: also http, and any address. */
  readonly allowPrivate?: boolean;
}

/** Posts each new case to an address, signed in the manner of Standard Webhooks. Redirects are not followed. */
export class WebhookConnector implements Connector {
  readonly name: string;
  readonly takes = new Set<Notice['kind']>(['opened']);
  private readonly url: URL;
  private readonly key: Uint8Array<ArrayBuffer>;
  private readonly allowPrivate: boolean;

  /** Throws an Error where the address cannot be used. */
  constructor({ name = 'webhook', url, secret, allowPrivate = false }: WebhookOptions) {
    this.name = name;
    this.url = new URL(url);
    this.key = keyOfSecret(secret);
    this.allowPrivate = allowPrivate;
    const host = this.url.hostname.replace(/^\[|\]$/g, '');
    if (this.url.protocol !== 'https:' && !(allowPrivate && this.url.protocol === 'http:')) throw new Error(`webhook ${url}: https only`);
    if (!allowPrivate && isIP(host) !== 0 && !isPublicAddress(host)) throw new Error(`webhook ${url}: not on the open internet`);
  }

  async deliver(notice: Notice, id: string, { id: site }: { id: string }, signal: AbortSignal): Promise<void> {
    const body = JSON.stringify({ type: `handoff.${notice.kind}`, site, ...notice });
    const headers = await signedHeaders(this.key, id, body, Date.now());
    const status = await this.post(body, headers, signal);
    if (status < 200 || status > 299) throw new Error(`the webhook answered ${status}`);
  }

  private post(body: string, headers: Record<string, string>, signal: AbortSignal): Promise<number> {
    return new Promise((resolve, reject) => {
      const send = this.url.protocol === 'https:' ? requestHttps : requestHttp;
      const options = {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
        signal,
        ...(this.allowPrivate ? {} : { lookup: lookUpPublic }),
      };
      const request = send(this.url, options, (response: IncomingMessage) => {
        // What it says besides is of no interest, however long it is.
        response.destroy();
        resolve(response.statusCode ?? 0);
      });
      request.on('error', reject);
      request.end(body);
    });
  }
}
