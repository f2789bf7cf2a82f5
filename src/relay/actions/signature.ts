import { base64, bytesOfBase64, equalsInConstantTime, hmacSha256 } from '../secrets.ts';

/**
 * Signatures of requests between servers, in the manner of Standard Webhooks (https://www.standardwebhooks.com):
 * `webhook-signature: v1,<base64 of HMAC-SHA256 over id.timestamp.body>`, several ones parted by spaces.
 */

/** How far a timestamp may be off, in seconds: what was recorded cannot be played back later. */
const tolerance = 300;

/** The bytes of a secret as it stands in settings: `whsec_` and base64 of 24 bytes or more. Throws an Error where it is none. */
export function keyOfSecret(secret: string): Uint8Array<ArrayBuffer> {
  if (!/^whsec_[A-Za-z0-9+/]+={0,2}$/.test(secret)) throw new Error('a signing secret is "whsec_" and base64');
  const key = bytesOfBase64(secret.slice('whsec_'.length));
  if (key.byteLength < 24) throw new Error('a signing secret has 24 bytes or more');
  return key;
}

/** @param now milliseconds since 1970 */
export async function signedHeaders(
  key: Uint8Array<ArrayBuffer>,
  id: string,
  body: string,
  now: number,
): Promise<Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string>> {
  const timestamp = String(Math.floor(now / 1000));
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': await signatureOf(key, id, timestamp, body) };
}

/** Whether a request is signed with one of the keys, and lately. */
export async function isSigned(keys: readonly Uint8Array<ArrayBuffer>[], headers: Headers, body: string, now: number): Promise<boolean> {
  const id = headers.get('webhook-id') ?? '';
  const timestamp = headers.get('webhook-timestamp') ?? '';
  const given = (headers.get('webhook-signature') ?? '').split(' ').slice(0, 10);
  if (id === '' || !/^\d{1,12}$/.test(timestamp) || Math.abs(now / 1000 - Number(timestamp)) > tolerance) return false;
  let isRight = false;
  for (const key of keys) {
    const expected = await signatureOf(key, id, timestamp, body);
    for (const signature of given) if (equalsInConstantTime(expected, signature)) isRight = true;
  }
  return isRight;
}

async function signatureOf(key: Uint8Array<ArrayBuffer>, id: string, timestamp: string, body: string): Promise<string> {
  return `v1,${base64(await hmacSha256(key, `${id}.${timestamp}.${body}`))}`;
}
