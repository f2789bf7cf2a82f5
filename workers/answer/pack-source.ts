import type { TongueData } from '../../src/guide/tongues/tongue-data.ts';
import { type Language, type Locale, localeChain, spokenLanguage } from '../../src/language/locale.ts';
import { Terms } from '../../src/language/terms.ts';
import { readCues } from '../../src/pack/cues-shard.ts';
import { hasSha256 } from '../../src/pack/hash.ts';
import { type Manifest, readManifest, type ShardEntry, tonguesFor } from '../../src/pack/manifest.ts';
import { openBase } from '../../src/pack/open-base.ts';
import { readTongue } from '../../src/pack/tongue-shard.ts';
import type { PackStatus } from '../../src/protocol/answer-worker.ts';
import { EdgeAgentError } from '../../src/protocol/errors.ts';
import type { KnowledgeBase } from '../../src/retrieve/knowledge.ts';
import { type Cues, compileCues } from '../../src/tone/cues.ts';
import type { Storage } from './storage.ts';

const fetchTimeout = 15_000;
/** How long a version is taken to be the newest, in milliseconds. */
const freshFor = 60_000;

/** What a pack has for one visitor. */
export interface OpenedPack {
  readonly manifest: Manifest;
  /** Best first. */
  readonly bases: KnowledgeBase[];
  readonly tongues: ReadonlyMap<Language, TongueData>;
  /** What tells of the mood in the visitor's language; where that is missing everybody counts as calm. */
  readonly cues?: Cues;
}

/** One version of a pack, as far as it was opened. */
interface OpenVersion {
  readonly manifest: Manifest;
  readonly from: 'network' | 'device';
  readonly bases: Map<string, Promise<KnowledgeBase>>;
  readonly tongues: Map<Language, Promise<TongueData>>;
  readonly cues: Map<Language, Promise<Cues>>;
  /** Bytes by hash, until they are stored. */
  readonly shards: Map<string, Uint8Array<ArrayBuffer>>;
  isStored: boolean;
}

/**
 * The pack behind one address: from the device at once where it is kept, else from the network; newer versions are
 * fetched whole in the background and swapped in between two turns. A version that does not open is never swapped in.
 */
export class PackSource {
  private opening: Promise<OpenVersion> | undefined;
  private current: OpenVersion | undefined;
  private previous: Manifest | undefined;
  private updating: Promise<void> | undefined;
  private checkedAt = Number.NEGATIVE_INFINITY;
  private failure: EdgeAgentError | undefined;

  constructor(
    private readonly url: string,
    private readonly storage: Storage,
    private readonly fetchFile: typeof fetch = (...args) => fetch(...args),
  ) {}

  get status(): PackStatus {
    if (this.current !== undefined) return { state: 'ready', version: this.current.manifest.version, from: this.current.from };
    return this.failure === undefined ? { state: 'none' } : { state: 'failed', error: this.failure.toWire() };
  }

  /** The bases for a visitor's locale, best first. Rejects with `pack-…` where not even one of them opens. */
  async bases(locale: string, also: readonly Locale[] = []): Promise<OpenedPack> {
    const version = await this.open();
    const available = Object.keys(version.manifest.locales);
    const asked = also.filter((each) => available.includes(each));
    const chain = [...new Set([...localeChain(locale, available, version.manifest.defaultLocale), ...asked])];
    const settled = await Promise.allSettled(chain.map((each) => this.base(version, each)));
    const bases = settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    const failed = settled.find((each) => each.status === 'rejected');
    if (bases.length === 0 && failed !== undefined) return this.rollBack(locale, failed.reason);
    this.refreshSoon();
    const [tongues, cues] = await Promise.all([this.tongues(version, locale, bases), this.cues(version, spokenLanguage(locale))]);
    return { manifest: version.manifest, bases, tongues, ...(cues && { cues }) };
  }

  /** The present version does not open at all: the one before it does the work, if it is still on the device. */
  private async rollBack(locale: string, reason: unknown): Promise<OpenedPack> {
    const { previous } = this;
    this.previous = undefined;
    this.current = previous === undefined ? undefined : { ...this.versionOf(previous), from: 'device', isStored: true };
    this.opening = this.current === undefined ? undefined : Promise.resolve(this.current);
    if (this.current !== undefined) return this.bases(locale);
    this.failure = EdgeAgentError.from(reason, 'pack-invalid');
    throw this.failure;
  }

  /** Writes to the device what was fetched before the visitor allowed it. */
  async persist(): Promise<void> {
    if (this.current !== undefined) await this.store(this.current);
  }

  /** The newest check for a newer version, for whoever has to wait for it. */
  async settled(): Promise<void> {
    await this.updating;
  }

  private open(): Promise<OpenVersion> {
    this.opening ??= this.openFirst().then(
      (version) => {
        this.current = version;
        this.failure = undefined;
        return version;
      },
      (thrown: unknown) => {
        // Forgotten, so that the next question tries again.
        this.opening = undefined;
        this.failure = EdgeAgentError.from(thrown, 'pack-unreachable');
        throw this.failure;
      },
    );
    return this.opening;
  }

  private async openFirst(): Promise<OpenVersion> {
    const stored = await this.storage.pack(this.url);
    if (stored !== undefined) {
      this.previous = stored.previous;
      return { ...this.versionOf(stored.current), from: 'device', isStored: true };
    }
    this.checkedAt = performance.now();
    return this.versionOf(await this.fetchManifest());
  }

  private versionOf(manifest: Manifest): OpenVersion {
    return { manifest, from: 'network', bases: new Map(), tongues: new Map(), cues: new Map(), shards: new Map(), isStored: false };
  }

  /** What guides need of the languages; where that is missing the guides wait, and units answer. */
  private async tongues(version: OpenVersion, locale: Locale, bases: readonly KnowledgeBase[]): Promise<Map<Language, TongueData>> {
    const opened = new Map<Language, TongueData>();
    const wanted = tonguesFor(
      version.manifest,
      locale,
      bases.map((base) => base.locale),
    );
    for (const language of wanted) {
      let tongue = version.tongues.get(language);
      if (tongue === undefined) {
        const shard = version.manifest.tongues?.[language] as ShardEntry;
        tongue = this.shard(version, shard).then(readTongue);
        version.tongues.set(language, tongue);
        tongue.then(
          () => this.store(version),
          () => version.tongues.delete(language),
        );
      }
      const data = await tongue.catch(() => undefined);
      if (data !== undefined) opened.set(language, data);
    }
    return opened;
  }

  private async cues(version: OpenVersion, language: Language): Promise<Cues | undefined> {
    const shard = version.manifest.cues?.[language];
    if (shard === undefined) return undefined;
    let cues = version.cues.get(language);
    if (cues === undefined) {
      cues = this.shard(version, shard).then((bytes) => compileCues(readCues(bytes), language));
      version.cues.set(language, cues);
      cues.then(
        () => this.store(version),
        () => version.cues.delete(language),
      );
    }
    return cues.catch(() => undefined);
  }

  private base(version: OpenVersion, locale: string): Promise<KnowledgeBase> {
    let base = version.bases.get(locale);
    if (base === undefined) {
      base = this.openLocale(version, locale);
      version.bases.set(locale, base);
      base.then(
        () => this.store(version),
        () => version.bases.delete(locale),
      );
    }
    return base;
  }

  private async openLocale(version: OpenVersion, locale: string): Promise<KnowledgeBase> {
    const entry = version.manifest.locales[locale];
    if (entry === undefined) throw new EdgeAgentError('pack-invalid', `the pack has no ${locale}`);
    const [units, words, vectors, classifier, guides, journeys, products] = await Promise.all([
      this.shard(version, entry.units),
      this.shard(version, entry.words),
      entry.vectors === undefined ? undefined : this.shard(version, entry.vectors),
      entry.classifier === undefined ? undefined : this.shard(version, entry.classifier),
      entry.guides === undefined ? undefined : this.shard(version, entry.guides),
      entry.journeys === undefined ? undefined : this.shard(version, entry.journeys),
      entry.products === undefined ? undefined : this.shard(version, entry.products),
    ]);
    const shards = { units, words, vectors, classifier, guides, journeys, products };
    return openBase(locale, 'pack', shards, entry.calibration, new Terms(version.manifest.terms, locale));
  }

  /** From the device, else from the network; bytes with a wrong hash are fetched anew once, past every cache. */
  private async shard(version: OpenVersion, shard: ShardEntry): Promise<Uint8Array<ArrayBuffer>> {
    const stored = await this.storage.shard(shard.sha256);
    if (stored !== undefined && (await fits(stored, shard))) return stored;
    for (const cache of ['default', 'reload'] as const) {
      const bytes = new Uint8Array(await (await this.get(shard.file, cache)).arrayBuffer());
      if (await fits(bytes, shard)) {
        version.shards.set(shard.sha256, bytes);
        return bytes;
      }
    }
    throw new EdgeAgentError('pack-corrupt', `${shard.file} does not match its hash`);
  }

  private async fetchManifest(): Promise<Manifest> {
    return readManifest(await (await this.get(this.url, 'no-cache')).text());
  }

  private async get(file: string, cache: RequestCache): Promise<Response> {
    const address = new URL(file, this.url).href;
    let response: Response;
    try {
      response = await this.fetchFile(address, { cache, credentials: 'omit', signal: AbortSignal.timeout(fetchTimeout) });
    } catch (cause) {
      throw new EdgeAgentError('pack-unreachable', `${address} cannot be fetched`, { cause });
    }
    if (!response.ok) throw new EdgeAgentError('pack-unreachable', `${address} answers with status ${response.status}`);
    return response;
  }

  private refreshSoon(): void {
    if (this.updating !== undefined || performance.now() - this.checkedAt < freshFor) return;
    this.checkedAt = performance.now();
    this.updating = this.refresh()
      // Offline, or a half-published version: the one in use stays, the next check tries again.
      .catch(() => {})
      .finally(() => {
        this.updating = undefined;
      });
  }

  /** Opens the new version in every locale that the present one is open in, and only then changes over. */
  private async refresh(): Promise<void> {
    const before = this.current;
    const manifest = await this.fetchManifest();
    if (before === undefined || manifest.version === before.manifest.version) return;
    const next = this.versionOf(manifest);
    const locales = [...before.bases.keys()].filter((locale) => locale in manifest.locales);
    await Promise.all((locales.length > 0 ? locales : [manifest.defaultLocale]).map((locale) => this.base(next, locale)));
    this.previous = before.manifest;
    this.current = next;
    this.opening = Promise.resolve(next);
    await this.store(next);
  }

  private async store(version: OpenVersion): Promise<void> {
    if (version !== this.current || (version.isStored && version.shards.size === 0)) return;
    if ((await this.storage.savePack(this.url, version.manifest, version.shards)) !== 'stored') return;
    version.isStored = true;
    version.shards.clear();
  }
}

async function fits(bytes: Uint8Array<ArrayBuffer>, shard: ShardEntry): Promise<boolean> {
  return bytes.length === shard.bytes && hasSha256(bytes, shard.sha256);
}
