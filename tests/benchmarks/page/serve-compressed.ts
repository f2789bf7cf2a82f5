import type { IncomingMessage, ServerResponse } from 'node:http';
import { brotliCompressSync } from 'node:zlib';

const types: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  bin: 'application/octet-stream',
};

/** Answers requests for files held in memory, compressed as a shop's server would. */
export function serveCompressed(files: ReadonlyMap<string, Uint8Array>): (request: IncomingMessage, response: ServerResponse) => boolean {
  const compressed = new Map(Array.from(files, ([path, bytes]) => [path, brotliCompressSync(bytes)]));
  return ({ url = '' }, response) => {
    const path = url.split('?', 1)[0] ?? '';
    const bytes = compressed.get(path);
    if (bytes === undefined) return false;
    response.writeHead(200, {
      'Content-Type': types[path.split('.').pop() ?? ''] ?? 'application/octet-stream',
      'Content-Encoding': 'br',
      'Content-Length': bytes.length,
      'Cache-Control': 'no-cache',
    });
    response.end(bytes);
    return true;
  };
}
