import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { readContentDirectory, siteFile } from '../../../content/read-content.ts';
import { detectLanguage } from '../../../language/detect.ts';
import type { Locale } from '../../../language/locale.ts';
import { builtInJourneys } from '../../package-files.ts';
import { readTree } from '../../read-sources.ts';
import { UsageError } from '../../usage-error.ts';
import { decodeText } from '../decode-text.ts';
import { siteFacts, siteText, writeSite } from '../write-site.ts';
import { type ConvertedGuide, guideOfFlowchart } from './guide-of-flowchart.ts';
import { readFlowcharts } from './read-flowchart.ts';

export interface GuideImportReport {
  readonly out: string;
  readonly guides: readonly { readonly id: string; readonly questions: number; readonly fixes: number }[];
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  /** Files that are there with other content. */
  readonly kept: readonly string[];
  readonly notes: readonly string[];
}

/** Reads flowcharts and writes each as `guides/<id>.yaml`. Throws a PageError where one does not hold together; then nothing is written. */
export async function importGuides(
  input: string,
  out: string,
  options: { readonly force: boolean; readonly locale?: Locale },
): Promise<GuideImportReport> {
  const bytes = await readFile(input).catch(() => {
    throw new UsageError(`"${input}" cannot be read; name one file`);
  });
  const guides = readFlowcharts(decodeText(bytes).replace(/^\uFEFF/, ''), basename(input)).map(guideOfFlowchart);
  const known = existsSync(join(out, siteFile)) ? readContentDirectory(await readTree(out), await builtInJourneys()).readable : undefined;
  const languages = guides.map(languageIn);
  // A chart too short to show its language is in that of the others.
  const otherwise = languages.find((each) => each !== undefined) ?? known?.site.locales[0] ?? 'en';
  const localeOf = (index: number) => options.locale ?? languages[index] ?? otherwise;
  const locales = [...new Set(guides.map((_, index) => localeOf(index)))];
  const report = { written: [] as string[], unchanged: [] as string[], kept: [] as string[] };
  if (known === undefined && !existsSync(join(out, siteFile))) {
    await writeSite(siteFacts([], out), locales, out);
    report.written.push(siteFile);
  }
  const listed = known?.site.locales ?? locales;
  const unlisted = locales.filter((locale) => !listed.includes(locale));
  const isAdded = unlisted.length > 0 && (await isUnedited(out, listed));
  if (isAdded) {
    await writeSite(siteFacts([], out), [...listed, ...unlisted], out);
    report.written.push(siteFile);
  }
  for (const [index, guide] of guides.entries())
    await writeGuide(guide, localeOf(index), listed[0] ?? localeOf(index), out, options.force, report);
  return {
    out,
    guides: guides.map(({ id, questions, fixes }) => ({ id, questions, fixes })),
    ...report,
    notes: [
      ...guides.flatMap(({ notes }) => notes),
      ...(isAdded ? [] : unlisted.map((locale) => `${siteFile} does not list ${locale}, which a guide is in; add it to "locales"`)),
    ],
  };
}

/** Whether the settings are just as an import wrote them: nobody has made them their own yet. */
async function isUnedited(out: string, locales: readonly Locale[]): Promise<boolean> {
  return (await readFile(join(out, siteFile), 'utf8')) === siteText(siteFacts([], out), locales, out);
}

/** Enough lines of a guide to tell its language by. */
const mostLines = 50;

/** The language of a guide's words; names of tags and entities in them are in none. */
function languageIn({ data }: ConvertedGuide): Locale | undefined {
  const questions = (data.questions ?? []) as readonly { readonly question: string }[];
  const fixes = (data.fixes ?? []) as readonly { readonly fix: string }[];
  const words = [String(data.title), ...questions.map(({ question }) => question), ...fixes.map(({ fix }) => fix)];
  const plain = words.slice(0, mostLines).map((line) => line.replace(/<\/?[a-z!][^>]*>|&(?:#\w+|[a-z]+);/gi, ' '));
  return detectLanguage(plain.join('\n'));
}

async function writeGuide(
  { id, data }: ConvertedGuide,
  locale: Locale,
  defaultLocale: Locale,
  out: string,
  force: boolean,
  report: Record<'written' | 'unchanged' | 'kept', string[]>,
): Promise<void> {
  const path = `guides/${id.replace(/[^\p{L}\p{N}._-]+/gu, '-')}.yaml`;
  const { id: own, ...rest } = data;
  const text = stringify({ id: own, ...(locale === defaultLocale ? {} : { locale }), ...rest }, { lineWidth: 0 });
  const before = await readFile(join(out, path), 'utf8').catch(() => undefined);
  if (before === text) report.unchanged.push(path);
  else if (before !== undefined && !force) report.kept.push(path);
  else {
    await mkdir(dirname(join(out, path)), { recursive: true });
    await writeFile(join(out, path), text);
    report.written.push(path);
  }
}
