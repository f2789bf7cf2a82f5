const text = new TextEncoder();

/** An id that nobody can guess: 128 random bits behind a letter that says what it is of. */
export function newId(kind: string): string {
  return `${kind}_${base64Url(crypto.getRandomValues(new Uint8Array(16)))}`;
}

/** A secret to be kept by whoever it is given to: 256 random bits. */
export function newSecret(): string {
  return base64Url(crypto.getRandomValues(new Uint8Array(32)));
}

/** Six digits, each code as likely as any other. */
export function newCode(): string {
  const [word = new Uint32Array(1)] = [crypto.getRandomValues(new Uint32Array(1))];
  const value = word[0] as number;
  // The last, incomplete million of the 2^32 would make low codes likelier.
  return value >= 4_294_000_000 ? newCode() : String(value % 1_000_000).padStart(6, '0');
}

export async function sha256(data: string): Promise<string> {
  return base64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', text.encode(data))));
}

export async function hmacSha256(key: Uint8Array<ArrayBuffer>, data: string): Promise<Uint8Array> {
  const imported = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', imported, text.encode(data)));
}

/** Takes as long for texts that differ early as for ones that differ late. */
export function equalsInConstantTime(a: string, b: string): boolean {
  const left = text.encode(a);
  const right = text.encode(b);
  let difference = left.length ^ right.length;
  for (let index = 0; index < left.length; index += 1) difference |= (left[index] as number) ^ (right[index % (right.length || 1)] ?? 0);
  return difference === 0;
}

export function base64Url(bytes: Uint8Array): string {
  return base64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

export function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

/** Throws where the text is no base64. */
export function bytesOfBase64(encoded: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
}
