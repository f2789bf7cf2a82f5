import { canonicalLocale, type Locale } from '../language/locale.ts';
import { IssueList } from './issue.ts';
import { readCsvUnits } from './read-csv.ts';
import { readMarkdownUnit } from './read-markdown.ts';
import { readYaml } from './read-yaml.ts';
import { readYamlUnits } from './read-yaml-units.ts';
import { siteSchema } from './schema.ts';
import type { Contact, Content, Site } from './unit.ts';
import { UnitCollector } from './unit-draft.ts';

/** One authored file: path relative to the content directory with `/`, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

export interface ReadContent {
  /** Undefined where anything is wrong. */
  readonly content: Content | undefined;
  readonly issues: IssueList['issues'];
}

const siteFile = 'edge-agent.yaml';
const defaultPrecision = 0.95;

/** Reads a content directory's files: `edge-agent.yaml`, `units/**` in Markdown and YAML, and any table. */
export function readContentDirectory(files: readonly SourceFile[]): ReadContent {
  const issues = new IssueList();
  const collector = new UnitCollector(issues);
  const settings = files.find(({ path }) => path === siteFile);
  if (settings === undefined) {
    issues.add(
      { file: siteFile, line: 1 },
      'the file is missing',
      'Create it with the site’s id, name and locales:\n      site: {id: shop, name: My shop}\n      locales: [en]',
    );
    return { content: undefined, issues: issues.issues };
  }
  const site = readSite(settings.text, issues);
  if (site === undefined) return { content: undefined, issues: issues.issues };
  for (const { path, text } of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    if (/\.csv$/i.test(path) && path !== 'terms.csv') readCsvUnits(text, path, collector, issues);
    else if (/^units\/.*\.md$/.test(path)) readMarkdownUnit(text, path, site.locales[0], collector, issues);
    else if (/^units\/.*\.ya?ml$/.test(path)) readYamlUnits(text, path, collector, issues);
  }
  return finish(site, collector, issues);
}

/** Reads a single table as a whole site's content; the locales are those that occur, the first one the default. */
export function readContentTable(file: SourceFile): ReadContent {
  const issues = new IssueList();
  const collector = new UnitCollector(issues);
  const locales = readCsvUnits(file.text, file.path, collector, issues);
  const name = (file.path.split('/').pop() ?? 'site').replace(/\.csv$/i, '');
  const site: Site = { id: name, name, locales: [locales[0] ?? 'en', ...locales.slice(1)], contact: {}, precision: defaultPrecision };
  return finish(site, collector, issues);
}

function finish(site: Site, collector: UnitCollector, issues: IssueList): ReadContent {
  const units = collector.finish();
  for (const unit of units) {
    for (const [locale, { place }] of unit.variants) {
      if (!site.locales.includes(locale)) {
        issues.add(
          place,
          `unit "${unit.id}" has words in ${locale}, which the site does not list`,
          `Add ${locale} to "locales" in ${siteFile}, or correct the locale.`,
        );
      }
    }
  }
  if (units.length === 0 && issues.issues.length === 0) {
    issues.add(
      { file: siteFile, line: 1 },
      'there is not a single unit',
      'Add one as units/<id>.md, or a table with the columns unit,locale,question,answer.',
    );
  }
  return { content: issues.issues.length === 0 ? { site, units } : undefined, issues: issues.issues };
}

function readSite(text: string, issues: IssueList): Site | undefined {
  const read = readYaml(text, siteSchema, siteFile, issues);
  if (read === undefined) return undefined;
  const { site, locales: tags, contact, policy } = read.data;
  const locales: Locale[] = [];
  tags.forEach((tag, index) => {
    const locale = canonicalLocale(tag);
    if (locale === undefined)
      issues.add(
        { file: siteFile, line: read.lineOf(['locales', index]) },
        `"${tag}" is not a locale`,
        'Write a tag such as en, pt-BR or zh.',
      );
    else if (!locales.includes(locale)) locales.push(locale);
  });
  const [first, ...rest] = locales;
  if (first === undefined) return undefined;
  return {
    id: site.id,
    name: site.name,
    ...(site.url === undefined ? {} : { url: site.url }),
    locales: [first, ...rest],
    contact: contactOf(contact, first),
    precision: policy.precision ?? defaultPrecision,
  };
}

function contactOf(
  {
    email,
    phone,
    url,
    hours,
  }: {
    email?: string | undefined;
    phone?: string | undefined;
    url?: string | undefined;
    hours?: string | Record<string, string> | undefined;
  },
  defaultLocale: Locale,
): Contact {
  return {
    ...(email === undefined ? {} : { email }),
    ...(phone === undefined ? {} : { phone }),
    ...(url === undefined ? {} : { url }),
    ...(hours === undefined ? {} : { hours: typeof hours === 'string' ? { [defaultLocale]: hours } : hours }),
  };
}
