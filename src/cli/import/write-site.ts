import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { stringify } from 'yaml';
import { siteFile } from '../../content/read-content.ts';
import type { Locale } from '../../language/locale.ts';
import { slugOf } from './name-units.ts';
import type { PageDetails } from './page-details.ts';

export interface SiteFacts {
  readonly id: string;
  readonly name: string;
  readonly url?: string;
  readonly emails: readonly string[];
  readonly phones: readonly string[];
}

/** What the pages tell of their site: its name, its address, how to reach it. */
export function siteFacts(pages: readonly PageDetails[], directory: string): SiteFacts {
  const url = pages.map((page) => page.url).find((each) => each !== undefined);
  const origin = url === undefined ? undefined : new URL(url).origin;
  const host = url === undefined ? undefined : new URL(url).hostname.replace(/^www\./, '');
  const fallback = basename(resolve(directory));
  const name =
    pages.map(({ siteName }) => siteName).find((each) => each !== undefined && each !== '') ??
    nameFromTitles(pages) ??
    host?.replace(/^(?:help|support|faq)\./, '') ??
    fallback;
  const id = slugOf(hostLabel(host) ?? name) ?? slugOf(fallback) ?? 'site';
  const distinct = (texts: readonly string[]) => [...new Set(texts)].slice(0, 3);
  return {
    id,
    name,
    ...(origin === undefined ? {} : { url: origin }),
    emails: distinct(pages.flatMap(({ emails }) => emails)),
    phones: distinct(pages.flatMap(({ phones }) => phones)),
  };
}

/** `help.shop.co.uk` → `shop`, `shop.example` → `shop`. */
function hostLabel(host: string | undefined): string | undefined {
  if (host === undefined || !/[a-z]/i.test(host)) return undefined;
  const labels = host.split('.').filter((label) => !/^(?:help|support|faqs?|docs|shop|store|m|com|co|org|net|gov|ac|edu)$/.test(label));
  return labels.length > 1 ? labels.at(-2) : labels[0];
}

/** "FAQ | Shop", "Shop – Help": the part that titles share, or the last one of a single title. */
function nameFromTitles(pages: readonly PageDetails[]): string | undefined {
  const parts = pages.map(({ title }) => title.split(/\s+[|–—·»:-]\s+/).map((part) => part.trim()));
  const [first = []] = parts;
  const shared = first.filter((part) => part !== '' && parts.every((each) => each.includes(part)));
  return (pages.length > 1 ? (shared.at(-1) ?? first.at(-1)) : first.at(-1)) || undefined;
}

/** Writes `edge-agent.yaml`; contacts that were on the pages are proposed as comments. */
export async function writeSite(facts: SiteFacts, locales: readonly Locale[], directory: string): Promise<void> {
  await mkdir(directory, { recursive: true });
  await writeFile(join(directory, siteFile), siteText(facts, locales, directory));
}

/** What `writeSite` writes: a file that still says this has not been edited since. */
export function siteText(facts: SiteFacts, locales: readonly Locale[], directory: string): string {
  const { id, name, url, emails, phones } = facts;
  const data = stringify(
    { site: { id, name, ...(url === undefined ? {} : { url }) }, locales },
    { lineWidth: 0, collectionStyle: 'block' },
  );
  const found = [
    ...(emails[0] === undefined ? [] : [`#   email: ${emails[0]}${others(emails)}`]),
    ...(phones[0] === undefined ? [] : [`#   phone: "${phones[0]}"${others(phones)}`]),
  ];
  const contacts = found.length > 0 ? found : ['#   email: help@shop.example', '#   url: https://shop.example/contact'];
  const lines = [
    `# yaml-language-server: $schema=${schemaPath(directory)}`,
    data.trimEnd(),
    '# How visitors reach a person when the agent has no answer; correct it and take the "# " away:',
    '# contact:',
    ...contacts,
  ];
  return `${lines.join('\n')}\n`;
}

function others([, ...rest]: readonly string[]): string {
  return rest.length === 0 ? '' : `  # or ${rest.join(', ')}`;
}

/** The schema in the installed package, relative to the content directory, as editors resolve it. */
function schemaPath(directory: string): string {
  const schema = 'node_modules/edge-agent/src/content/schemas/edge-agent.schema.json';
  const content = resolve(directory);
  const up = relative(content, process.cwd()).split(sep).join('/');
  for (let folder = content, path = '.'; ; folder = dirname(folder), path = path === '.' ? '..' : `${path}/..`) {
    if (existsSync(join(folder, 'node_modules', 'edge-agent'))) return `${path}/${schema}`;
    if (dirname(folder) === folder) break;
  }
  // Not installed yet: where it will be once it is, if the command runs in the project.
  return /^(?:\.\.(?:\/|$))+$/.test(up) ? `${up}/${schema}` : `./${schema}`;
}
