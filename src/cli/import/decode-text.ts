import { gunzipSync } from 'node:zlib';
import { PageError } from './html-tree.ts';

/** In bytes, after unpacking. */
export const largestDocument = 20 * 1024 * 1024;

/**
 * The text of a document in whichever encoding it is: by byte order mark, by what the server says, by what the document
 * says, else UTF-8, else Windows-1252, as browsers do. Compressed documents are unpacked. Throws a PageError.
 */
export function decodeText(bytes: Uint8Array, contentType = ''): string {
  const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? unpacked(bytes) : bytes;
  const start = new TextDecoder('latin1').decode(plain.subarray(0, 2048));
  const label =
    markedEncoding(plain) ??
    /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType)?.[1] ??
    /<meta[^>]+charset\s*=\s*["']?([\w.:-]+)/i.exec(start)?.[1] ??
    /^\s*<\?xml[^>]+encoding\s*=\s*["']([\w.:-]+)/i.exec(start)?.[1];
  return decodeAs(label, plain) ?? decodeAs('utf-8', plain) ?? decodeAs('windows-1252', plain) ?? '';
}

function markedEncoding(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8' : undefined;
}

function decodeAs(label: string | undefined, bytes: Uint8Array): string | undefined {
  if (label === undefined) return undefined;
  try {
    const decoder = new TextDecoder(label, { fatal: true });
    const text = decoder.decode(bytes);
    return decoder.encoding === 'windows-1252'
      ? text.replace(/[\u0080-\u009F]/g, (code) => windows1252[code.charCodeAt(0) - 0x80] ?? code)
      : text;
  } catch {
    return undefined; // unknown encoding, or not in it
  }
}

/** What Windows-1252 has from 0x80 on; Node 20 decodes it as Latin-1, which has control characters there. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

function unpacked(bytes: Uint8Array): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: largestDocument });
  } catch {
    throw new PageError('it is compressed and cannot be unpacked');
  }
}
