import { type IncomingMessage, type Server, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { RelayErrorCode } from '../../protocol/relay-errors.ts';
import { RelayError } from '../http/relay-error.ts';

/** What Node's parser says of a request that it gives up, by its code; anything else is no HTTP. */
const refusals: Readonly<Record<string, readonly [RelayErrorCode, string]>> = {
  HPE_HEADER_OVERFLOW: ['headers-too-large', 'the headers are larger than 16384 bytes'],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: ['too-large', 'the chunk extensions are too large'],
  ERR_HTTP_REQUEST_TIMEOUT: ['too-slow', 'the request did not arrive in time'],
};

/** Has a server answer in the relay's own JSON what Node refuses before the relay sees a request. */
export function refuseEarly(server: Server, listener: (request: IncomingMessage, response: never) => unknown): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const { code = '' } = error;
    // Whoever is gone hears nothing; and where a reply is on its way, another would be read as part of it.
    if (code === 'ECONNRESET' || !socket.writable || (socket as Socket).bytesWritten > 0) return void socket.destroy();
    const [refusal, message] = refusals[code] ?? ['bad-request', 'the request is not HTTP as it should be'];
    socket.end(rawReply(new RelayError(refusal, message)));
  });
  // Node would refuse what it does not expect without a word; the request itself says what it wants.
  server.on('checkExpectation', listener as never);
}

/** A request whose address or host names nothing, which Node lets pass. */
export function refuseUnnamed(): Response {
  const error = new RelayError('bad-request', 'the request names no host, or an address that is none');
  return Response.json(error.toBody(), { status: error.status, headers: fixedHeaders });
}

const fixedHeaders = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', connection: 'close' };

function rawReply(error: RelayError): string {
  const body = JSON.stringify(error.toBody());
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...fixedHeaders };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${error.status} ${STATUS_CODES[error.status]}\r\n${lines.join('')}\r\n${body}`;
}
