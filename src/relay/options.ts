import type { Clock } from './clock.ts';
import type { DeskFiles } from './desk/desk-files.ts';
import type { Passwords } from './desk/passwords.ts';
import type { Hub } from './events/hub.ts';
import type { Bucket, Limits } from './limits/limits.ts';
import type { Metrics } from './metrics.ts';
import type { Site } from './site.ts';
import type { RelayStorage } from './storage/storage.ts';

export interface RelayOptions {
  readonly sites: readonly Site[];
  readonly storage: RelayStorage;
  /** Keys of 32 bytes or more that sign sessions; the first signs, all are accepted. */
  readonly keys: readonly Uint8Array<ArrayBuffer>[];
  /** Left out: events reach this process alone. */
  readonly hub?: Hub;
  /** For requests in general; left out: in memory, each instance by itself. */
  readonly limits?: Limits;
  readonly rates?: Partial<Rates>;
  /** Checks who logs in at the desk; without it there is no desk. */
  readonly passwords?: Passwords;
  /** The desk's built files. */
  readonly deskFiles?: DeskFiles;
  /** Where the relay is reached, as in https://relay.example; left out, as requests name it. */
  readonly publicUrl?: string;
  readonly metrics?: Metrics;
  /** Lets whoever sends it as a bearer token read /metrics; left out, only this machine may. */
  readonly metricsToken?: string;
  readonly log?: Log;
  readonly clock?: Clock;
  /** Takes work that goes on after the reply; hosts that stop with the reply (`waitUntil`) have to be told of it. */
  readonly defer?: (work: Promise<void>) => void;
}

/** How much each may ask for. */
export interface Rates {
  readonly address: Bucket;
  readonly session: Bucket;
  readonly site: Bucket;
  /** Event streams that one instance holds open at once. */
  readonly streams: { readonly visitor: number; readonly address: number; readonly all: number };
}

export const defaultRates: Rates = {
  address: { burst: 240, perSecond: 8 },
  session: { burst: 60, perSecond: 3 },
  site: { burst: 3000, perSecond: 300 },
  streams: { visitor: 6, address: 60, all: 20_000 },
};

/** One line of the log; never a token, a code, an address of mail or what anybody said. */
export type Log = (
  level: 'info' | 'warning' | 'error',
  what: string,
  details?: Readonly<Record<string, string | number | boolean>>,
) => void;
