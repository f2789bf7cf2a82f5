import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Talk } from '../../src/handoff/talk.ts';
import type { Conversation } from '../../src/memory/conversation.ts';
import type { Manifest } from '../../src/pack/manifest.ts';
import type { RelayAddress } from '../relay/relay-session.ts';

/** What stands in IndexedDB on the page's origin. Sites are told apart by their key: the pack's address, or the origin. */
interface Schema extends DBSchema {
  conversations: { key: string; value: Conversation };
  /** By address of the manifest: the version in use and the one before it. */
  packs: { key: string; value: StoredPack };
  /** The encoder's weight files, by SHA-256. */
  weights: { key: string; value: Uint8Array<ArrayBuffer> };
  /** By SHA-256. */
  shards: { key: string; value: Uint8Array<ArrayBuffer> };
  /** The talk with a person that is under way, or was last, by site. */
  talks: { key: string; value: Talk };
  /** What waits to be sent to the relay, in the order in which it was written. */
  outbox: { key: number; value: OutboxEntry; indexes: { site: string } };
  /** By site: the token by which the relay knows the visitor again. */
  renewals: { key: string; value: string };
}

/** One thing that goes to the relay exactly once. */
export interface OutboxEntry {
  /** Place in the order; given by the database. */
  readonly place?: number;
  readonly site: string;
  /** Where it goes. */
  readonly relay: Pick<RelayAddress, 'url' | 'site'>;
  /** Idempotency key. */
  readonly id: string;
  /** The device's id of the talk that it belongs to. */
  readonly talk: string;
  readonly kind: 'open' | 'message' | 'leave';
  readonly body: unknown;
  /** ISO 8601 time at which it was written. */
  readonly at: string;
  /** Why the relay will not take it, once it has said so. */
  readonly refused?: string;
}

export interface StoredPack {
  readonly current: Manifest;
  readonly previous?: Manifest;
}

export type Database = IDBPDatabase<Schema>;

export const databaseName = 'edge-agent';

/** Rejects where storage is forbidden, as in some private windows. */
export function openDatabase(onClosed: () => void): Promise<Database> {
  return openDB<Schema>(databaseName, 2, {
    upgrade(database, before) {
      if (before < 2) {
        database.createObjectStore('talks');
        database.createObjectStore('outbox', { keyPath: 'place', autoIncrement: true }).createIndex('site', 'site');
        database.createObjectStore('renewals');
      }
      if (before >= 1) return;
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
