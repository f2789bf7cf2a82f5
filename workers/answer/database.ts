import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Conversation } from '../../src/memory/conversation.ts';
import type { Manifest } from '../../src/pack/manifest.ts';

/** What stands in IndexedDB on the page's origin. Sites are told apart by their key: the pack's address, or the origin. */
interface Schema extends DBSchema {
  conversations: { key: string; value: Conversation };
  /** By address of the manifest: the version in use and the one before it. */
  packs: { key: string; value: StoredPack };
  /** The encoder's weight files, by SHA-256. */
  weights: { key: string; value: Uint8Array<ArrayBuffer> };
  /** By SHA-256. */
  shards: { key: string; value: Uint8Array<ArrayBuffer> };
}

export interface StoredPack {
  readonly current: Manifest;
  readonly previous?: Manifest;
}

export type Database = IDBPDatabase<Schema>;

export const databaseName = 'edge-agent';

/** Rejects where storage is forbidden, as in some private windows. */
export function openDatabase(onClosed: () => void): Promise<Database> {
  return openDB<Schema>(databaseName, 1, {
    upgrade(database) {
      database.createObjectStore('conversations');
      database.createObjectStore('packs');
      database.createObjectStore('shards');
      database.createObjectStore('weights');
    },
    // Another tab wants a newer layout, or the browser closed the database: let go and open again when next needed.
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
      onClosed();
    },
    terminated: onClosed,
  });
}
