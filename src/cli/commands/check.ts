import { stat } from 'node:fs/promises';
import { linksOf } from '../../content/check/check-answers.ts';
import { checkContent } from '../../content/check/check-content.ts';
import { type Finding, type Level, levels, onItsLine, sortFindings } from '../../content/check/finding.ts';
import type { SourceFile } from '../../content/read-content.ts';
import { checkAddresses, checkOnline, checkPublicFiles, isRelative, isWebAddress } from '../check/check-links.ts';
import { checkUnsafeLinks } from '../check/unsafe-links.ts';
import type { Command } from '../command.ts';
import { progressLine } from '../progress.ts';
import { readSourceFiles, readSourcesFrom } from '../read-sources.ts';
import { UsageError } from '../usage-error.ts';

export const check: Command = {
  summary: 'look for what is wrong or missing in content',
  usage: `edge-agent check <content-dir | file.csv> [--public <dir>] [--online] [--now <date>] [--strict] [--json]

Lists what keeps a pack from being built (errors), what is likely to mislead visitors (warnings: broken links, duplicate
and contradicting questions, conditions that never hold, validity that is over, overdue reviews, words left untranslated),
and what wants care (notes: missing locales, sources and owners, very long answers).
  --public <dir>   the site's files: relative links and pictures have to be there
  --online         ask for external links, too
  --now <date>     the day that counts as today, as in 2026-11-30
  --strict         notes count as well
  --json           print one JSON object
Exit code 0 where there are no errors and no warnings (with --strict: no notes either), else 1.`,
  options: {
    public: { type: 'string' },
    online: { type: 'boolean', default: false },
    now: { type: 'string' },
    strict: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
  async run({ positionals, values }) {
    const [source] = positionals;
    if (source === undefined || positionals.length > 1) throw new UsageError('name one content directory or .csv file');
    const publicFiles = typeof values.public === 'string' ? values.public : undefined;
    if (publicFiles !== undefined && !(await stat(publicFiles).catch(() => undefined))?.isDirectory()) {
      throw new UsageError(`"${publicFiles}" is no directory`);
    }
    const report = await checkSource(source, { today: dayOf(values.now), publicFiles, isOnline: values.online === true });
    process.stdout.write(values.json === true ? `${JSON.stringify(jsonOf(report))}\n` : `${spoken(report)}\n`);
    const { error, warning, note } = report.counts;
    return error + warning + (values.strict === true ? note : 0) > 0 ? 1 : 0;
  },
};

function dayOf(value: string | boolean | undefined): string {
  const day = typeof value === 'string' ? value : new Date().toISOString().slice(0, 10);
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || Number.isNaN(Date.parse(day))) throw new UsageError('--now takes a day, as in 2026-11-30');
  return day;
}

interface Report {
  readonly units: number;
  readonly locales: readonly string[];
  readonly findings: readonly Finding[];
  readonly counts: Readonly<Record<Level, number>>;
  /** Links that were not looked at. */
  readonly unchecked: { readonly relative: number; readonly external: number };
}

async function checkSource(
  source: string,
  options: { today: string; publicFiles: string | undefined; isOnline: boolean },
): Promise<Report> {
  const files = await readSourceFiles(source);
  const content = readSourcesFrom(files);
  const { readable } = content;
  const links = readable === undefined ? [] : linksOf(readable);
  const table = files.isTable ? files.files[0]?.path : undefined;
  const line = progressLine();
  const found = [
    ...checkContent(content, { today: options.today, ...(table === undefined ? {} : { settings: { file: table, line: 1 } }) }),
    ...checkUnsafeLinks(files.files),
    ...checkAddresses(links),
    ...(options.publicFiles === undefined ? [] : await checkPublicFiles(links, options.publicFiles)),
    ...(options.isOnline ? await checkOnline(links, (done, total) => line.show(`asking for link ${done} of ${total}`)) : []),
  ];
  line.end();
  const linesOf = lineReader(files.files);
  const findings = sortFindings(found.map((finding) => onItsLine(finding, linesOf)));
  const count = (level: Level) => findings.filter((finding) => finding.level === level).length;
  const distinct = (test: (href: string) => boolean) => new Set(links.map(({ href }) => href).filter(test)).size;
  return {
    units: readable?.units.length ?? 0,
    locales: readable?.site.locales ?? [],
    findings,
    counts: { error: count('error'), warning: count('warning'), note: count('note') },
    unchecked: {
      relative: options.publicFiles === undefined ? distinct(isRelative) : 0,
      external: options.isOnline ? 0 : distinct(isWebAddress),
    },
  };
}

/** The lines of a file; of tables with a hundred thousand rows none, as each finding would search them all. */
function lineReader(files: readonly SourceFile[]): (file: string) => readonly string[] {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const read = new Map<string, readonly string[]>();
  return (file) => {
    const text = texts.get(file) ?? '';
    const lines = read.get(file) ?? (text.length > largestSearched ? [] : text.split(/\r\n|\r|\n/));
    read.set(file, lines);
    return lines;
  };
}

/** In characters. */
const largestSearched = 1_000_000;

function jsonOf({ units, locales, findings, counts, unchecked }: Report) {
  return {
    units,
    locales,
    errors: counts.error,
    warnings: counts.warning,
    notes: counts.note,
    unchecked,
    findings: findings.map(({ level, rule, place, message, mend, units: about }) => ({
      level,
      rule,
      ...place,
      message,
      mend,
      units: about,
    })),
  };
}

const mostShownOfRule = 20;

function spoken({ units, findings, counts, unchecked }: Report): string {
  const lines: string[] = [];
  for (const level of levels) {
    const shown = new Map<string, number>();
    for (const finding of findings.filter((each) => each.level === level)) {
      const { rule, place, message, mend } = finding;
      const before = shown.get(rule) ?? 0;
      shown.set(rule, before + 1);
      if (before < mostShownOfRule) lines.push(`${level.padEnd(7)} ${place.file}:${place.line}: ${message} [${rule}]`, `        ${mend}`);
    }
    for (const [rule, count] of shown)
      if (count > mostShownOfRule) lines.push(`${level.padEnd(7)} … and ${count - mostShownOfRule} more [${rule}]; --json lists all`);
  }
  const counted = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`;
  if (unchecked.relative > 0)
    lines.push(`${counted(unchecked.relative, 'relative link')} not checked; --public <dir> names the site's files`);
  if (unchecked.external > 0) lines.push(`${counted(unchecked.external, 'external link')} not checked; --online asks for them`);
  lines.push(
    `${counted(counts.error, 'error')}, ${counted(counts.warning, 'warning')}, ${counted(counts.note, 'note')} in ${counted(units, 'unit')}`,
  );
  return lines.join('\n');
}
