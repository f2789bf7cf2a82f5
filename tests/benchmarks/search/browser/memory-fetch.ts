/**
 * Runs in a worker before the answer worker's own file: fetches a whole pack and the encoder's weights, then answers
 * every request for one of these files out of memory. So what is measured starts when the bytes are there.
 */
const parameters = new URL(self.location.href).searchParams;
const files = new Map<string, ArrayBuffer>();

async function keep(address: string): Promise<ArrayBuffer> {
  const bytes = await (await fetch(address)).arrayBuffer();
  files.set(address, bytes);
  return bytes;
}

/** A manifest and all files that it names. */
async function keepAll(manifest: string): Promise<void> {
  const text = new TextDecoder().decode(await keep(manifest));
  for (const [, file = ''] of text.matchAll(/"file": ?"([^"]+)"/g)) await keep(new URL(file, manifest).href);
}

await keepAll(parameters.get('pack') ?? '');
await keepAll(new URL('manifest.json', parameters.get('encoder') ?? '').href);

const fetchFromNetwork = self.fetch.bind(self);
self.fetch = (input, init) => {
  const bytes = files.get(input instanceof Request ? input.url : String(input));
  return bytes === undefined ? fetchFromNetwork(input, init) : Promise.resolve(new Response(bytes));
};

export {};
