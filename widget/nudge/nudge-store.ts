import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { type Memory, newMemory } from '../../src/nudge/memory.ts';
import type { Visit } from '../../src/nudge/visit.ts';
import { nudgeDatabase } from './nudge-database.ts';

interface Schema extends DBSchema {
  /** By site. */
  memories: { key: string; value: Memory };
}

/** A visit that was left for longer than this is over, in milliseconds. */
const visitEnds = 30 * 60_000;

/**
 * What nudges keep on the device, with consent: the memory in IndexedDB for all tabs, the visit in the tab's own session
 * storage. What cannot be kept is not shown either, so a failure is told and not hidden.
 */
export class NudgeStore {
  private database: Promise<IDBPDatabase<Schema>> | undefined;
  private isClosed = false;

  constructor(private readonly site: string) {}

  /**
   * Changes the memory in one transaction, in which no other tab can have its say.
   * @param change gets the memory as it is now and returns what is to be kept
   * @returns what was kept; rejects where nothing can be
   */
  async update(change: (memory: Memory) => Memory): Promise<Memory> {
    const database = await this.open();
    const transaction = database.transaction('memories', 'readwrite', { durability: 'strict' });
    const before = (await transaction.store.get(this.site)) ?? newMemory(randomSeed(), Date.now());
    const after = change(before);
    if (after !== before) await transaction.store.put(after, this.site);
    await transaction.done;
    return after;
  }

  /** The visit that this tab was in, moved to a clock that stands at `now`. */
  visit(now: number): Visit | undefined {
    try {
      const saved = JSON.parse(sessionStorage.getItem(this.visitKey) ?? 'null') as { visit: Visit; left: number } | null;
      const away = saved === null ? Number.POSITIVE_INFINITY : Math.abs(Date.now() - saved.left);
      if (saved === null || away > visitEnds) return undefined;
      const moved = now - away - saved.visit.now;
      return JSON.parse(JSON.stringify(saved.visit), (key, value) =>
        times.has(key) ? (value ?? Number.NEGATIVE_INFINITY) + moved : value,
      );
    } catch {
      return undefined;
    }
  }

  saveVisit(visit: Visit): void {
    if (this.isClosed) return;
    try {
      sessionStorage.setItem(this.visitKey, JSON.stringify({ visit, left: Date.now() }));
    } catch {
      // Full or forbidden: the next page starts a visit of its own.
    }
  }

  close(): void {
    this.isClosed = true;
    void this.database?.then((database) => database.close()).catch(() => {});
  }

  private get visitKey(): string {
    return `${nudgeDatabase}:${this.site}`;
  }

  private open(): Promise<IDBPDatabase<Schema>> {
    if (this.isClosed) return Promise.reject(new DOMException('nudges have stopped', 'InvalidStateError'));
    this.database ??= openDB<Schema>(nudgeDatabase, 1, {
      upgrade: (database) => {
        database.createObjectStore('memories');
      },
      // Another tab deletes it all: let go, so that it can.
      blocking: (_current, _blocked, event) => {
        (event.target as IDBDatabase).close();
        this.database = undefined;
      },
      terminated: () => {
        this.database = undefined;
      },
    }).catch((thrown: unknown) => {
      this.database = undefined;
      throw thrown;
    });
    return this.database;
  }
}

/** The fields of a visit that are times on its clock; JSON writes those that never were as null. */
const times = new Set(['now', 'activeAt', 'typedAt', 'askedAt', 'at']);

function randomSeed(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('');
}
