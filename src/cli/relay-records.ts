import type { KyselyStorage } from '../relay/node/storage/kysely-storage.ts';
import { FailedError, UsageError } from './usage-error.ts';

/**
 * Reads of a relay's database, which its configuration names, without the relay's ports and secrets.
 * @param named a site of that configuration; may be left out where there is one
 */
export async function readRecords<Read>(
  file: string,
  named: string | boolean | undefined,
  read: (storage: KyselyStorage, site: string) => Promise<Read>,
): Promise<Read> {
  const { ConfigError, readRecordsConfig } = await import('../relay/node/config.ts');
  const { KyselyStorage } = await import('../relay/node/storage/kysely-storage.ts');
  const { database, sites } = await readRecordsConfig(file, process.env).catch((thrown: unknown) => {
    throw thrown instanceof ConfigError ? new FailedError(thrown.message) : thrown;
  });
  const site = named === undefined && sites.length === 1 ? sites[0] : sites.find((id) => id === named);
  if (site === undefined) throw new UsageError(`--site takes one of: ${sites.join(', ')}`);
  const storage = await KyselyStorage.open(database);
  try {
    return await read(storage, site);
  } finally {
    await storage.close();
  }
}
