import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { IssueList } from '../../content/issue.ts';
import { variantOf } from '../../content/unit-draft.ts';
import type { Locale } from '../../language/locale.ts';
import type { FoundPair, Skipped } from './found-pair.ts';
import type { NamedUnit } from './name-units.ts';

export interface WrittenFiles {
  /** Paths relative to the content directory. */
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  /** Files that hold something else than the import would write: somebody changed them, or the page changed. */
  readonly kept: readonly string[];
  readonly skipped: readonly Skipped[];
}

/**
 * Writes `units/<topic>/<id>.md` and `<id>.<locale>.md`. A file that is there with other content stays as it is, unless
 * `force` is given.
 */
export async function writeUnits(
  units: readonly NamedUnit[],
  directory: string,
  defaultLocale: Locale,
  force: boolean,
): Promise<WrittenFiles> {
  const written: string[] = [];
  const unchanged: string[] = [];
  const kept: string[] = [];
  const skipped: Skipped[] = [];
  for (const { path, text, pair } of units.flatMap((unit) => filesOf(unit, defaultLocale))) {
    const reason = /\.md$/i.test(path) ? problemOf(pair) : `${path} has it already`;
    if (reason !== undefined) {
      skipped.push({ from: `${pair.source ?? pair.page}: ${pair.question}`, reason });
      continue;
    }
    const before = await readFile(join(directory, path), 'utf8').catch(() => undefined);
    if (before !== undefined && before.replaceAll('\r\n', '\n') === text) unchanged.push(path);
    else if (before !== undefined && !force) kept.push(path);
    else {
      await mkdir(dirname(join(directory, path)), { recursive: true });
      await writeFile(join(directory, path), text);
      written.push(path);
    }
  }
  return { written, unchanged, kept, skipped };
}

function filesOf(unit: NamedUnit, defaultLocale: Locale): { path: string; text: string; pair: FoundPair }[] {
  const hasDefault = unit.paths.has(defaultLocale) || unit.pairs.some(({ locale }) => locale === defaultLocale);
  const [anyPath] = unit.paths.values();
  const folder = anyPath !== undefined && /\.md$/i.test(anyPath) ? dirname(anyPath) : `units/${unit.topic}`;
  return unit.pairs.map((pair, index) => {
    const suffix = pair.locale === defaultLocale ? '' : `.${pair.locale}`;
    const path =
      unit.paths.get(pair.locale) ?? (anyPath !== undefined && !/\.md$/i.test(anyPath) ? anyPath : `${folder}/${unit.id}${suffix}.md`);
    // What holds for the whole unit stands in the file of the default locale; where there is none, in the first.
    const tellsOfUnit = hasDefault ? pair.locale === defaultLocale : index === 0 && (unit.paths.size === 0 || unit.paths.has(pair.locale));
    return { path, text: fileText(pair, tellsOfUnit, hasDefault), pair };
  });
}

function fileText(pair: FoundPair, tellsOfUnit: boolean, hasDefault: boolean): string {
  const { question, phrasings, source, answer, updated } = pair;
  const care = {
    ...(source === undefined ? {} : { source }),
    ...(updated === undefined ? {} : { review: aYearAfter(updated) }),
    // The reader wants a unit without words in the default locale to say something of the unit itself.
    ...(hasDefault || source !== undefined ? {} : { risk: 'normal' }),
  };
  const frontMatter = { question, ...(phrasings.length === 0 ? {} : { phrasings }), ...(tellsOfUnit ? care : {}) };
  return `---\n${stringify(frontMatter, { lineWidth: 0 })}---\n${answer}\n`;
}

/** Knowledge is to be read again a year after it was last changed. 29 February becomes 28. */
function aYearAfter(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${Number(year) + 1}-${month}-${month === '02' && day === '29' ? '28' : day}`;
}

/** Why `build` would refuse it. */
function problemOf({ question, phrasings, answer }: FoundPair): string | undefined {
  const issues = new IssueList();
  variantOf({ question, phrasings, answer }, { file: '', line: 1 }, issues);
  return issues.issues[0]?.message;
}
