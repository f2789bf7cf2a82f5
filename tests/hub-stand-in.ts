import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A local server that answers as the hub does, for one repository at one commit. */
export interface HubStandIn {
  readonly address: string;
  /** What was asked for since the start or since somebody emptied it. */
  readonly requests: { url: string; range: string | undefined }[];
  /** Name of a file of which other bytes come than the hub's hash says; empty for none. */
  damaged: string;
  close(): void;
}

/** @param elsewhere files outside the repository, by their path on the server */
export async function startHub(
  id: string,
  files: ReadonlyMap<string, Uint8Array>,
  elsewhere: ReadonlyMap<string, Uint8Array> = new Map(),
): Promise<HubStandIn> {
  const server = createServer((request, response) => {
    const url = request.url ?? '';
    const { range } = request.headers;
    hub.requests.push({ url, range });
    if (url === `/api/models/${id}/revision/main`) return response.end(JSON.stringify({ sha: 'abc', cardData: { license: 'mit' } }));
    if (url === `/api/models/${id}/tree/abc?recursive=true`) return response.end(JSON.stringify(treeOf(files)));
    const name = url.replace(`/${id}/resolve/abc/`, '');
    const bytes = files.get(name) ?? elsewhere.get(url);
    if (bytes === undefined) return response.writeHead(404).end();
    const from = Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1] ?? 0);
    response.writeHead(from > 0 ? 206 : 200, { 'Content-Length': bytes.length - from });
    if (request.method === 'HEAD') return response.end();
    return response.end(name === hub.damaged ? new Uint8Array(bytes.length - from) : bytes.subarray(from));
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const hub: HubStandIn = {
    address: `http://localhost:${(server.address() as AddressInfo).port}`,
    requests: [],
    damaged: '',
    close: () => server.close(),
  };
  return hub;
}

/** As the hub lists files: large ones by the SHA-256 of their content, small ones by git's name for them. */
function treeOf(files: ReadonlyMap<string, Uint8Array>) {
  return [...files].map(([path, bytes]) => ({
    type: 'file',
    path,
    size: bytes.length,
    oid: createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex'),
    ...(/\.(?:onnx|bin)$/.test(path) && { lfs: { oid: createHash('sha256').update(bytes).digest('hex') } }),
  }));
}
