import type { GenerationModel, ModelFile } from '../../src/protocol/generation-worker.ts';

/** The models that the site lists, each by the address of its `models.json`; one that cannot be read is left out. */
export async function readListings(addresses: string): Promise<GenerationModel[]> {
  const urls = addresses.split(/\s+/).filter((address) => address !== '');
  const found = await Promise.all(urls.map((address) => readListing(new URL(address, document.baseURI).href).catch(() => undefined)));
  return found.filter((model) => model !== undefined);
}

async function readListing(url: string): Promise<GenerationModel | undefined> {
  const response = await fetch(url, { credentials: 'omit' });
  const listing = (await response.json()) as Partial<GenerationModel>;
  const folder = new URL('.', url).href;
  const { id, maker, files } = listing;
  const isListing = response.ok && typeof id === 'string' && (maker === 'webllm' || maker === 'transformers') && Array.isArray(files);
  if (isListing && files.length > 0 && files.every((file) => isListed(file, folder)))
    return { ...(listing as GenerationModel), url: folder };
  console.warn(`edge-agent: ${url} lists no language model; \`edge-agent models pull\` writes such a file`);
  return undefined;
}

/** Every file lies beside its listing: nobody else's server is asked for one. */
function isListed({ file, bytes, sha256 }: Partial<ModelFile>, folder: string): boolean {
  const isBeside = typeof file === 'string' && URL.canParse(file, folder) && new URL(file, folder).href.startsWith(folder);
  return isBeside && Number.isSafeInteger(bytes) && (bytes as number) > 0 && typeof sha256 === 'string';
}
