import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import { canonicalLocale } from '../../language/locale.ts';

const text = v.pipe(v.string(), v.trim(), v.nonEmpty('must not be empty'));
const origin = v.pipe(
  v.string(),
  v.check((value) => URL.canParse(value) && new URL(value).origin === value, 'must be an origin such as https://shop.example'),
);
const days = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(36_500));
const bucketSchema = v.strictObject({ burst: v.pipe(v.number(), v.minValue(1)), perSecond: v.pipe(v.number(), v.minValue(0.001)) });

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
  rates: v.optional(
    v.strictObject({ address: v.optional(bucketSchema), session: v.optional(bucketSchema), site: v.optional(bucketSchema) }),
    {},
  ),
  sites: v.pipe(v.array(siteSchema), v.minLength(1, 'must name a site')),
});
export type RelayConfig = v.InferOutput<typeof configSchema>;
export type SiteConfig = RelayConfig['sites'][number];

/** The file or an environment variable says something that cannot be used; the message says what, and where. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * Reads `relay.yaml`. `${NAME}` in a text stands for an environment variable, so that secrets stay out of the file;
 * `DATABASE_URL`, `PORT` and `HOST` go before what the file says. Paths are relative to the file.
 */
export async function readConfig(file: string, environment: Readonly<Record<string, string | undefined>>): Promise<RelayConfig> {
  const source = await readFile(file, 'utf8').catch((thrown: unknown) => {
    throw new ConfigError(`${file} cannot be read: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
  });
  let data: unknown;
  try {
    data = parse(source);
  } catch (thrown) {
    throw new ConfigError(`${file} is not YAML: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
  }
  const parsed = v.safeParse(configSchema, withEnvironment(data, environment));
  if (!parsed.success) {
    const [issue] = parsed.issues;
    throw new ConfigError(`${file}: "${v.getDotPath(issue) ?? 'the file'}" is wrong: ${issue.message}`);
  }
  return placed(parsed.output, dirname(resolve(file)), environment);
}

function placed(
  config: RelayConfig,
  directory: string,
  { DATABASE_URL, PORT, HOST }: Readonly<Record<string, string | undefined>>,
): RelayConfig {
  const database = DATABASE_URL ?? config.database;
  return {
    ...config,
    database: /^postgres(?:ql)?:\/\//.test(database) || database === ':memory:' ? database : resolve(directory, database),
    port: PORT === undefined ? config.port : Number(PORT),
    host: HOST ?? config.host,
    sites: config.sites.map((site) => (site.rights === undefined ? site : { ...site, rights: resolve(directory, site.rights) })),
  };
}

function withEnvironment(value: unknown, environment: Readonly<Record<string, string | undefined>>): unknown {
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
