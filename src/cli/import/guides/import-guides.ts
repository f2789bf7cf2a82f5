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
import { siteFacts, writeSite } from '../write-site.ts';
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
  const locale = options.locale ?? languageIn(guides) ?? known?.site.locales[0] ?? 'en';
  const report = { written: [] as string[], unchanged: [] as string[], kept: [] as string[] };
  if (known === undefined && !existsSync(join(out, siteFile))) {
    await writeSite(siteFacts([], out), [locale], out);
    report.written.push(siteFile);
  }
  for (const guide of guides) await writeGuide(guide, locale, known?.site.locales[0] ?? locale, out, options.force, report);
  const unlisted = known !== undefined && !known.site.locales.includes(locale);
  return {
    out,
    guides: guides.map(({ id, questions, fixes }) => ({ id, questions, fixes })),
    ...report,
    notes: [
      ...guides.flatMap(({ notes }) => notes),
      ...(unlisted ? [`${siteFile} does not list ${locale}, which the guide is in; add it to "locales"`] : []),
    ],
  };
}

function languageIn(guides: readonly ConvertedGuide[]): Locale | undefined {
  const words = guides.flatMap(({ data }) => [
    data.title,
    ...((data.questions as { question: string }[]) ?? []).map(({ question }) => question),
  ]);
  return detectLanguage(words.slice(0, 50).join('\n'));
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
