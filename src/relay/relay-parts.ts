import { type Clock, isoOf } from './clock.ts';
import type { DeskFiles } from './desk/desk-files.ts';
import { noPasswords, type Passwords } from './desk/passwords.ts';
import { type Hub, InProcessHub } from './events/hub.ts';
import { OpenStreams } from './events/open-streams.ts';
import type { Limits } from './limits/limits.ts';
import { MemoryLimits } from './limits/memory-limits.ts';
import { type Metrics, noMetrics } from './metrics.ts';
import { defaultRates, type Log, type Rates, type RelayOptions } from './options.ts';
import { hmacSha256, newSecret } from './secrets.ts';
import { IdentityReader } from './sessions/identity.ts';
import { Tokens } from './sessions/tokens.ts';
import type { Site } from './site.ts';
import type { AuditEntry } from './storage/audit-trail.ts';
import type { RelayStorage } from './storage/storage.ts';

/** What every part of a relay works with. */
export class RelayParts {
  readonly sites: ReadonlyMap<string, Site>;
  readonly storage: RelayStorage;
  readonly tokens: Tokens;
  readonly hub: Hub;
  readonly limits: Limits;
  readonly rates: Rates;
  /** Streams that are open in this process. */
  readonly streams: OpenStreams;
  readonly metrics: Metrics;
  readonly metricsToken: string | undefined;
  readonly passwords: Passwords;
  readonly deskFiles: DeskFiles;
  readonly log: Log;
  readonly clock: Clock;
  private readonly identities: ReadonlyMap<string, IdentityReader>;
  private readonly siteOfKey: ReadonlyMap<string, Site>;
  private readonly origins: ReadonlySet<string>;
  private readonly key: Uint8Array<ArrayBuffer>;
  private readonly publicOrigin: string | undefined;
  private nothing: Promise<string> | undefined;
  private readonly deferred: (work: Promise<void>) => void;

  constructor(options: RelayOptions) {
    const { sites, storage, keys, hub, limits, rates, metrics, metricsToken, log, clock = Date.now, defer = () => {} } = options;
    this.sites = new Map(sites.map((site) => [site.id, site]));
    this.siteOfKey = new Map(sites.flatMap((site) => site.publicKeys.map((key) => [key, site] as const)));
    this.origins = new Set(sites.flatMap((site) => site.origins));
    this.identities = new Map(
      sites.flatMap(({ id, identity }) => (identity === undefined ? [] : [[id, new IdentityReader(id, identity, clock)] as const])),
    );
    this.storage = storage;
    this.tokens = new Tokens(keys, clock);
    [this.key = new Uint8Array()] = keys;
    this.hub = hub ?? new InProcessHub();
    this.limits = limits ?? new MemoryLimits();
    this.rates = { ...defaultRates, ...rates };
    this.streams = new OpenStreams(this.rates.streams);
    this.metrics = metrics ?? noMetrics;
    this.metricsToken = metricsToken;
    this.log = log ?? (() => {});
    this.clock = clock;
    this.deferred = defer;
    this.passwords = options.passwords ?? noPasswords;
    this.deskFiles = options.deskFiles ?? (async () => undefined);
    this.publicOrigin = options.publicUrl === undefined ? undefined : new URL(options.publicUrl).origin;
  }

  siteByKey(publicKey: string): Site | undefined {
    return this.siteOfKey.get(publicKey);
  }

  identityOf(site: string): IdentityReader | undefined {
    return this.identities.get(site);
  }

  /** Whether any site lists the origin. */
  knowsOrigin(origin: string): boolean {
    return this.origins.has(origin);
  }

  /** A hash that nobody without the relay's key can make or look up. */
  async keyed(purpose: string, data: string): Promise<string> {
    const bytes = await hmacSha256(this.key, `${purpose}\n${data}`);
    return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  }

  /** Goes on after the reply; what it throws is logged. */
  defer(what: string, work: () => Promise<void>): void {
    this.deferred(
      work().catch((thrown: unknown) => {
        this.log('warning', `${what} failed`, { error: thrown instanceof Error ? thrown.message : String(thrown) });
      }),
    );
  }

  async audit(site: Site, entry: Pick<AuditEntry, 'actor' | 'what' | 'subject' | 'data'>): Promise<void> {
    const at = this.clock();
    await this.storage.audit.append({ ...entry, site: site.id, at, keepUntil: at + site.retention.audit * 86_400_000 });
  }

  /** Whether browsers reach it over https alone. */
  get isSecure(): boolean {
    return this.publicOrigin?.startsWith('https:') === true;
  }

  /** The relay's own origin, as browsers see it. */
  ownOrigin(request: Request): string {
    return this.publicOrigin ?? new URL(request.url).origin;
  }

  /** Where a case stands at the desk; undefined where the relay does not know its own address. */
  deskAddress(handoff: string): string | undefined {
    return this.publicOrigin === undefined ? undefined : `${this.publicOrigin}/desk/#${handoff}`;
  }

  /** The hash of a password that nobody has. */
  async hashOfNothing(): Promise<string> {
    this.nothing ??= this.passwords.hash(newSecret());
    return this.nothing;
  }

  now(): string {
    return isoOf(this.clock());
  }
}
