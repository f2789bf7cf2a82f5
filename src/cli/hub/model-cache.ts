import { readdir, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { type ModelListing, readListing } from './model-folder.ts';

/** Where pulled models are kept for all projects of this user, by hub id. */
export function modelCache(): string {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'edge-agent', 'models');
}

export async function cachedModels(): Promise<{ directory: string; listing: ModelListing }[]> {
  const found: { directory: string; listing: ModelListing }[] = [];
  for (const owner of await readdir(modelCache()).catch(() => [])) {
    for (const name of await readdir(join(modelCache(), owner)).catch(() => [])) {
      const directory = join(modelCache(), owner, name);
      const listing = await readListing(directory);
      if (listing !== undefined) found.push({ directory, listing });
    }
  }
  return found;
}

/** Removes one model, or all of them and what was left of downloads. */
export async function clearModels(id?: string): Promise<void> {
  await rm(id === undefined ? modelCache() : join(modelCache(), id), { recursive: true, force: true });
}
