import type { Talk } from '../../src/handoff/talk.ts';
import type { Conversation } from '../../src/memory/conversation.ts';
import { allShards, type Manifest } from '../../src/pack/manifest.ts';
import type { Inventory, Stored } from '../../src/protocol/answer-worker.ts';
import { pagesCache } from '../../src/protocol/offline-worker.ts';
import { type Database, type OutboxEntry, openDatabase, type StoredPack } from './database.ts';

/**
 * What is kept on the device for one site. Every method works without storage too: reading finds nothing, writing says
 * why it did not happen. Nothing is written before `allow(true)`.
 */
export class Storage {
  private database: Promise<Database> | undefined;
  private isAllowed = false;

  constructor(private readonly site: string) {}

  allow(mayStore: boolean): void {
    this.isAllowed = mayStore;
  }

  async conversation(): Promise<Conversation | null> {
    return this.reading(async (database) => (await database.get('conversations', this.site)) ?? null, null);
  }

  /** Keeps the newer one where two tabs disagree. */
  async saveConversation(conversation: Conversation): Promise<Stored> {
    return this.writing(async (database) => {
      const transaction = database.transaction('conversations', 'readwrite');
      const saved = await transaction.store.get(this.site);
      const isOlder = saved !== undefined && saved.revision > conversation.revision;
      if (!isOlder) await transaction.store.put(conversation, this.site);
      await transaction.done;
      return isOlder ? 'older' : 'stored';
    });
  }

  async pack(url: string): Promise<StoredPack | undefined> {
    return this.reading((database) => database.get('packs', url), undefined);
  }

  async shard(sha256: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    return this.reading((database) => database.get('shards', sha256), undefined);
  }

  /**
   * Saves a version with the shards at hand, all in one transaction: after a crash the old version or the new one is
   * there, never half of one. The version before it stays; shards that neither of the two uses go.
   */
  async savePack(url: string, manifest: Manifest, shards: ReadonlyMap<string, Uint8Array<ArrayBuffer>>): Promise<Stored> {
    return this.writing(async (database) => {
      const transaction = database.transaction(['packs', 'shards'], 'readwrite');
      const packs = transaction.objectStore('packs');
      const stored = await packs.get(url);
      const previous = stored?.current.version === manifest.version ? stored.previous : stored?.current;
      await packs.put({ current: manifest, ...(previous === undefined ? {} : { previous }) }, url);
      const files = transaction.objectStore('shards');
      for (const [sha256, bytes] of shards) await files.put(bytes, sha256);
      const used = new Set(
        (await packs.getAll())
          .flatMap((pack) => [pack.current, pack.previous].flatMap((manifest) => (manifest === undefined ? [] : allShards(manifest))))
          .map((shard) => shard.sha256),
      );
      for (const sha256 of await files.getAllKeys()) if (!used.has(sha256)) await files.delete(sha256);
      await transaction.done;
      return 'stored';
    });
  }

  async weights(sha256: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    return this.reading((database) => database.get('weights', sha256), undefined);
  }

  /** Saves the encoder's weight files; those of another release go. */
  async saveWeights(files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>, current: ReadonlySet<string>): Promise<Stored> {
    return this.writing(async (database) => {
      const transaction = database.transaction('weights', 'readwrite');
      for (const [sha256, bytes] of files) await transaction.store.put(bytes, sha256);
      for (const sha256 of await transaction.store.getAllKeys()) if (!current.has(sha256)) await transaction.store.delete(sha256);
      await transaction.done;
      return 'stored';
    });
  }

  async talk(): Promise<Talk | undefined> {
    return this.reading((database) => database.get('talks', this.site), undefined);
  }

  /** Keeps the one that knows more events where two tabs disagree, unless it is another talk altogether. */
  async saveTalk(talk: Talk): Promise<Stored> {
    return this.writing(async (database) => {
      const transaction = database.transaction('talks', 'readwrite');
      const saved = await transaction.store.get(this.site);
      const isOlder = saved?.id === talk.id && saved.last > talk.last;
      if (!isOlder) await transaction.store.put(talk, this.site);
      await transaction.done;
      return isOlder ? 'older' : 'stored';
    });
  }

  /** What waits to be sent, oldest first. */
  async outbox(): Promise<OutboxEntry[]> {
    return this.reading((database) => database.getAllFromIndex('outbox', 'site', this.site), []);
  }

  async addToOutbox(entry: Omit<OutboxEntry, 'site' | 'place'>): Promise<Stored> {
    return this.writing(async (database) => {
      await database.add('outbox', { ...entry, site: this.site });
      return 'stored';
    });
  }

  async replaceInOutbox(entry: OutboxEntry): Promise<Stored> {
    return this.writing(async (database) => {
      await database.put('outbox', entry);
      return 'stored';
    });
  }

  async removeFromOutbox(place: number): Promise<void> {
    await this.reading((database) => database.delete('outbox', place), undefined);
  }

  async renewal(): Promise<string | undefined> {
    return this.reading((database) => database.get('renewals', this.site), undefined);
  }

  async saveRenewal(token: string): Promise<void> {
    await this.writing(async (database) => {
      await database.put('renewals', token, this.site);
      return 'stored';
    });
  }

  async inventory(): Promise<Inventory> {
    const pages = await keptPages();
    const nothing: Inventory = { messages: 0, needs: 0, pages, packs: [], weights: 0, storage: 'unavailable' };
    return this.reading(async (database) => {
      const conversation = await database.get('conversations', this.site);
      const packs = await database.getAll('packs');
      const shards = new Set(await database.getAllKeys('shards'));
      return {
        messages: conversation?.messages.length ?? 0,
        needs: conversation?.needs.length ?? 0,
        pages,
        packs: packs.map(({ current }) => inventoryOf(current, shards)),
        weights: (await database.getAll('weights')).reduce((sum, bytes) => sum + bytes.length, 0),
        storage: 'available',
      };
    }, nothing);
  }

  async erase(): Promise<void> {
    await this.reading(async (database) => {
      const stores = ['conversations', 'packs', 'shards', 'weights', 'talks', 'outbox', 'renewals'] as const;
      const transaction = database.transaction(stores, 'readwrite');
      await Promise.all([...stores.map((store) => transaction.objectStore(store).clear()), transaction.done]);
    }, undefined);
  }

  private async reading<Value>(work: (database: Database) => Promise<Value>, otherwise: Value): Promise<Value> {
    try {
      return await work(await this.open());
    } catch {
      return otherwise;
    }
  }

  private async writing(work: (database: Database) => Promise<Stored>): Promise<Stored> {
    if (!this.isAllowed) return 'not-allowed';
    try {
      return await work(await this.open());
    } catch (thrown) {
      return thrown instanceof DOMException && thrown.name === 'QuotaExceededError' ? 'full' : 'unavailable';
    }
  }

  /** The promise is kept, not its result; a failed one is forgotten, so that the next call tries again. */
  private open(): Promise<Database> {
    const forget = () => {
      this.database = undefined;
    };
    this.database ??= openDatabase(forget).catch((thrown: unknown) => {
      forget();
      throw thrown;
    });
    return this.database;
  }
}

/** How many pages the offline worker keeps; where there is no such storage, none. */
async function keptPages(): Promise<number> {
  try {
    return (await caches.has(pagesCache)) ? (await (await caches.open(pagesCache)).keys()).length : 0;
  } catch {
    return 0;
  }
}

function inventoryOf(manifest: Manifest, stored: ReadonlySet<string>): Inventory['packs'][number] {
  const kept = Object.entries(manifest.locales).filter(([, entry]) => stored.has(entry.words.sha256));
  const bytes = allShards(manifest)
    .filter(({ sha256 }) => stored.has(sha256))
    .reduce((sum, shard) => sum + shard.bytes, 0);
  return { site: manifest.site.name, version: manifest.version, locales: kept.map(([locale]) => locale), bytes };
}
