import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import { canonicalLocale } from '../../language/locale.ts';
import { handoffReasons } from '../../protocol/relay.ts';

const text = v.pipe(v.string(), v.trim(), v.nonEmpty('must not be empty'));
const origin = v.pipe(
  v.string(),
  v.check((value) => URL.canParse(value) && new URL(value).origin === value, 'must be an origin such as https://shop.example'),
);
const days = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(36_500));
const clock = v.pipe(v.string(), v.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'must be a time such as 08:00'));
const bucketSchema = v.strictObject({ burst: v.pipe(v.number(), v.minValue(1)), perSecond: v.pipe(v.number(), v.minValue(0.001)) });

const most = v.pipe(v.number(), v.integer(), v.minValue(1));

const siteSchema = v.strictObject({
  /** The id in the site's content. */
  id: text,
  name: text,
  /** What pages name the site by. */
  publicKeys: v.pipe(v.array(text), v.minLength(1, 'must hold a key')),
  origins: v.pipe(v.array(origin), v.minLength(1, 'must hold an origin')),
  /** The language of whoever answers. */
  locale: v.optional(
    v.pipe(
      text,
      v.check((tag) => canonicalLocale(tag) !== undefined, 'must be a locale such as en'),
    ),
    'en',
  ),
  /** Content directory or pack directory: where the decision rights stand. */
  rights: v.optional(text),
  /** The shop's own endpoints. */
  shop: v.optional(v.strictObject({ url: v.pipe(text, v.url('must be an address')), secret: text })),
  identity: v.optional(
    v.strictObject({ secret: v.optional(text), jwksUrl: v.optional(v.pipe(text, v.url('must be an address'))), issuer: v.optional(text) }),
  ),
  /** When somebody answers at the desk. */
  hours: v.optional(
    v.strictObject({
      zone: v.pipe(text, v.check(isZone, 'must be a time zone such as Europe/Amsterdam')),
      open: v.array(
        v.strictObject({
          days: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7))), v.minLength(1)),
          from: clock,
          to: clock,
        }),
      ),
      closed: v.optional(v.array(v.pipe(v.string(), v.isoDate('must be a day such as 2026-12-25'))), []),
    }),
  ),
  /** How soon an answer comes while it is open, in minutes. */
  replyWithin: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  /** Points that a case's reason, mood and value bring; those named replace the built-in ones. */
  priority: v.optional(
    v.strictObject({
      reasons: v.optional(v.partial(v.strictObject(v.entriesFromList(handoffReasons, v.number()))), {}),
      upset: v.optional(v.number()),
      value: v.optional(v.array(v.strictObject({ from: text, points: v.number() })), []),
    }),
    {},
  ),
  /** A larger model for what the device cannot answer: any address that speaks OpenAI's protocol. */
  answers: v.optional(
    v.strictObject({ baseUrl: v.pipe(text, v.url('must be an address')), apiKey: text, model: text, maxTokens: v.optional(most) }),
  ),
  /** Where cases go besides the desk. */
  webhook: v.optional(
    v.strictObject({ url: v.pipe(text, v.url('must be an address')), secret: text, allowPrivate: v.optional(v.boolean()) }),
  ),
  mail: v.optional(
    v.strictObject({ server: v.pipe(text, v.url('must be as in smtps://user:password@mail.example')), from: text, to: v.optional(text) }),
  ),
  /** Address of the pack's manifest, for suggested answers at the desk. */
  pack: v.optional(v.pipe(text, v.url('must be an address'))),
  retention: v.optional(v.strictObject({ conversations: v.optional(days), audit: v.optional(days) }), {}),
});

export const configSchema = v.strictObject({
  port: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(65_535)), 8787),
  host: v.optional(text, 'localhost'),
  /** `postgres://…`, or the path of an SQLite file. */
  database: v.optional(text, 'edge-agent-relay.sqlite'),
  /** 32 bytes or more in base64, newest first; the first run makes one. */
  keys: v.optional(v.pipe(v.array(text), v.minLength(1))),
  /** How many proxies stand in front: so many entries of X-Forwarded-For are believed, from the right. */
  trustedProxies: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10)), 0),
  /** Lets a monitor read /metrics from elsewhere: `Authorization: Bearer <token>`. */
  metricsToken: v.optional(text),
  /** Where browsers reach the relay, as in https://relay.example; behind a proxy the desk needs it. */
  publicUrl: v.optional(v.pipe(text, v.url('must be an address'))),
  rates: v.optional(
    v.strictObject({
      address: v.optional(bucketSchema),
      session: v.optional(bucketSchema),
      site: v.optional(bucketSchema),
      streams: v.optional(v.strictObject({ visitor: most, address: most, all: most })),
    }),
    {},
  ),
  sites: v.pipe(v.array(siteSchema), v.minLength(1, 'must name a site')),
});
export type RelayConfig = v.InferOutput<typeof configSchema>;
export type SiteConfig = RelayConfig['sites'][number];

function isZone(zone: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: zone }).format() !== '';
  } catch {
    return false;
  }
}

/** The file or an environment variable says something that cannot be used; the message says what, and where. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * Reads `relay.yaml`. `${NAME}` in a text stands for an environment variable, so that secrets stay out of the file;
 * `DATABASE_URL`, `PORT` and `HOST` go before what the file says. Paths are relative to the file.
 */
export async function readConfig(file: string, environment: Environment): Promise<RelayConfig> {
  const config = checked(file, configSchema, withEnvironment(await readData(file), environment));
  const { PORT, HOST } = environment;
  const directory = dirname(resolve(file));
  return {
    ...config,
    database: databaseOf(config.database, directory, environment),
    port: PORT === undefined ? config.port : Number(PORT),
    host: HOST ?? config.host,
    sites: config.sites.map((site) => (site.rights === undefined ? site : { ...site, rights: resolve(directory, site.rights) })),
  };
}

const recordsSchema = v.object({ database: configSchema.entries.database, sites: v.array(v.object({ id: text })) });

/** Where a relay keeps its records, and of which sites: whoever only reads them needs none of its secrets. */
export async function readRecordsConfig(
  file: string,
  environment: Environment,
): Promise<{ readonly database: string; readonly sites: readonly string[] }> {
  const { database, sites } = checked(file, recordsSchema, await readData(file));
  const named = withEnvironment({ database, sites: sites.map(({ id }) => id) }, environment) as { database: string; sites: string[] };
  return { ...named, database: databaseOf(named.database, dirname(resolve(file)), environment) };
}

type Environment = Readonly<Record<string, string | undefined>>;

async function readData(file: string): Promise<unknown> {
  const source = await readFile(file, 'utf8').catch((thrown: unknown) => {
    throw new ConfigError(`${file} cannot be read: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
  });
  try {
    return parse(source);
  } catch (thrown) {
    throw new ConfigError(`${file} is not YAML: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
  }
}

function checked<Schema extends v.GenericSchema>(file: string, schema: Schema, data: unknown): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, data);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new ConfigError(`${file}: "${v.getDotPath(issue) ?? 'the file'}" is wrong: ${issue.message}`);
}

function databaseOf(named: string, directory: string, { DATABASE_URL }: Environment): string {
  const database = DATABASE_URL ?? named;
  return /^postgres(?:ql)?:\/\//.test(database) || database === ':memory:' ? database : resolve(directory, database);
}

function withEnvironment(value: unknown, environment: Environment): unknown {
  if (typeof value === 'string') {
    return value.replace(/\$\{(\w+)\}/g, (_, name: string) => {
      const found = environment[name];
      if (found === undefined) throw new ConfigError(`the environment has no ${name}, which the configuration names`);
      return found;
    });
  }
  if (Array.isArray(value)) return value.map((each) => withEnvironment(each, environment));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withEnvironment(each, environment)]));
}
