import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** SHA-256 in hexadecimal. */
export function sha256Hex(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}

/**
 * Whether bytes have this SHA-256 (hexadecimal). By the platform where it can, natively and off the thread; `crypto.subtle`
 * is missing on pages served without TLS, and a shop under development is one.
 */
export async function hasSha256(bytes: Uint8Array<ArrayBuffer>, sha256: string): Promise<boolean> {
  const { subtle } = crypto;
  return sha256 === (subtle === undefined ? sha256Hex(bytes) : bytesToHex(new Uint8Array(await subtle.digest('SHA-256', bytes))));
}
