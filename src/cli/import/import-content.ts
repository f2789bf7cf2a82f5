import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { plainText } from '../../content/answer-document.ts';
import { formatIssue } from '../../content/issue.ts';
import { compileMarkdown } from '../../content/markdown.ts';
import { MarkdownError } from '../../content/markdown-limits.ts';
import { readContentDirectory, siteFile } from '../../content/read-content.ts';
import type { Content } from '../../content/unit.ts';
import type { Locale } from '../../language/locale.ts';
import { builtInJourneys } from '../package-files.ts';
import { readTree } from '../read-sources.ts';
import { FailedError } from '../usage-error.ts';
import type { FoundPair, Skipped } from './found-pair.ts';
import { commonestLocale, groupUnits } from './group-units.ts';
import { type KnownUnit, nameUnits } from './name-units.ts';
import { type ReadInput, type ReadOptions, readInput } from './read-input.ts';
import { siteFacts, writeSite } from './write-site.ts';
import { writeUnits } from './write-units.ts';

export interface ImportReport {
  readonly out: string;
  readonly kind: ReadInput['kind'];
  /** Pages, articles or rows. */
  readonly read: number;
  readonly pairs: number;
  /** Pairs that said again what another one said. */
  readonly repeated: number;
  readonly units: number;
  /** The default first. */
  readonly locales: readonly Locale[];
  /** Paths relative to the content directory. */
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  readonly kept: readonly string[];
  readonly skipped: readonly Skipped[];
  readonly notes: readonly string[];
}

/**
 * Reads an FAQ and writes it into a content directory, which is created where there is none. Throws a PageError where the
 * input cannot be read, a FailedError where the directory's settings cannot.
 */
export async function importContent(input: string, out: string, options: ReadOptions & { readonly force: boolean }): Promise<ImportReport> {
  const before = await contentIn(out);
  const read = await readInput(input, options);
  const defaultLocale = before?.site.locales[0] ?? defaultLocaleOf(read);
  const { units, repeated } = groupUnits(read.pairs, defaultLocale);
  const named = nameUnits(units, knownUnits(before), plainTextOf);
  const files = await writeUnits(named, out, defaultLocale, options.force);
  const locales = localesOf(read.pairs, defaultLocale);
  const isNew = before === undefined && read.pairs.length > 0;
  if (isNew) await writeSite(siteFacts(read.pages, out), locales, out);
  const unlisted = before === undefined ? [] : locales.filter((locale) => !before.site.locales.includes(locale));
  const notes = unlisted.map((locale) => `${siteFile} does not list ${locale}, which some questions are in; add it to "locales"`);
  return {
    out,
    kind: read.kind,
    read: read.count,
    pairs: read.pairs.length,
    repeated,
    units: units.length,
    locales,
    written: isNew ? [siteFile, ...files.written] : files.written,
    unchanged: files.unchanged,
    kept: files.kept,
    skipped: [...read.skipped, ...files.skipped],
    notes: [...read.notes, ...notes],
  };
}

/** What the directory holds already, as far as it can be read; undefined where it has no settings yet. */
async function contentIn(directory: string): Promise<Content | undefined> {
  if (!existsSync(join(directory, siteFile))) return undefined;
  const { readable, issues } = readContentDirectory(await readTree(directory), await builtInJourneys());
  if (readable !== undefined) return readable;
  throw new FailedError(`the content in "${directory}" cannot be added to as it is\n${issues.map(formatIssue).join('\n')}`);
}

function knownUnits(content: Content | undefined): KnownUnit[] {
  return (content?.units ?? []).flatMap(({ id, variants }) =>
    Array.from(variants, ([locale, { place, question, answer }]) => ({
      id,
      path: place.file,
      locale,
      question,
      answer: plainText(answer),
    })),
  );
}

function plainTextOf(markdown: string): string {
  try {
    return plainText(compileMarkdown(markdown));
  } catch (thrown) {
    if (thrown instanceof MarkdownError) return '';
    throw thrown;
  }
}

/** The locale that the source calls its own where it has words in it, else the commonest. */
function defaultLocaleOf({ pairs, sourceLocale }: ReadInput): Locale {
  if (sourceLocale !== undefined && pairs.some(({ locale }) => locale === sourceLocale)) return sourceLocale;
  return commonestLocale(pairs) ?? 'en';
}

function localesOf(pairs: readonly FoundPair[], defaultLocale: Locale): Locale[] {
  return [...new Set([defaultLocale, ...pairs.map(({ locale }) => locale)])];
}
