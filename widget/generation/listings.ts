import type { GenerationModel } from '../../src/protocol/generation-worker.ts';

/** The models that the site lists, each by the address of its `models.json`; one that cannot be read is left out. */
export async function readListings(addresses: string): Promise<GenerationModel[]> {
  const urls = addresses.split(/\s+/).filter((address) => address !== '');
  const found = await Promise.all(urls.map((address) => readListing(new URL(address, document.baseURI).href).catch(() => undefined)));
  return found.filter((model) => model !== undefined);
}

async function readListing(url: string): Promise<GenerationModel | undefined> {
  const response = await fetch(url, { credentials: 'omit' });
  const listing = (await response.json()) as Partial<GenerationModel>;
  const isListing = response.ok && typeof listing.id === 'string' && Array.isArray(listing.files);
  if (!isListing || (listing.maker !== 'webllm' && listing.maker !== 'transformers')) return undefined;
  return { ...(listing as GenerationModel), url: new URL('.', url).href };
}
