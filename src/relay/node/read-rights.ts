import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { IssueList } from '../../content/issue.ts';
import { siteFile } from '../../content/read-content.ts';
import { readRights as readAuthored, rightsOf } from '../../content/read-rights.ts';
import { readYaml } from '../../content/read-yaml.ts';
import { siteSchema } from '../../content/schema.ts';
import { readManifest } from '../../pack/manifest.ts';
import type { Rights } from '../../policy/rights.ts';
import { ConfigError } from './config.ts';

/**
 * The decision rights of a site, from the pack that visitors get, or from its authored content: the same rules that the
 * device decides by. Throws a ConfigError where they cannot be read: without them nothing may be decided.
 */
export async function readRights(directory: string): Promise<Rights> {
  const manifest = join(directory, 'manifest.json');
  if (existsSync(manifest)) return readManifest(await readFile(manifest, 'utf8')).rights ?? {};
  const settings = await readFile(join(directory, siteFile), 'utf8').catch(() => undefined);
  if (settings === undefined) throw new ConfigError(`${directory} holds neither a pack's manifest.json nor ${siteFile}`);
  const issues = new IssueList();
  const read = readYaml(settings, siteSchema, siteFile, issues);
  const [locale = 'en'] = read?.data.locales ?? [];
  const placeAt = (path: readonly PropertyKey[]) => ({ file: siteFile, line: read?.lineOf(path) ?? 1 });
  const authored = read === undefined ? [] : readAuthored(read.data.policy.rights ?? {}, locale, placeAt, issues);
  const [issue] = issues.issues;
  if (issue !== undefined) throw new ConfigError(`${join(directory, siteFile)}:${issue.place.line}: ${issue.message}`);
  return rightsOf(authored);
}
