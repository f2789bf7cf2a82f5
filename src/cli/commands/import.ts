import { authoredLocale, localeMend } from '../../content/authored-locale.ts';
import type { Arguments, Command } from '../command.ts';
import { politeFetch } from '../import/fetch-politely.ts';
import type { Skipped } from '../import/found-pair.ts';
import { type GuideImportReport, importGuides } from '../import/guides/import-guides.ts';
import { PageError } from '../import/html-tree.ts';
import { type ImportReport, importContent } from '../import/import-content.ts';
import { progressLine } from '../progress.ts';
import { FailedError, UsageError } from '../usage-error.ts';

const mostPages = 1000;
const mostLinesShown = 20;

export const importCommand: Command = {
  summary: 'turn an existing FAQ into unit files, or a flowchart into a guide',
  usage: `edge-agent import <file | url-list> --out <content-dir> [--as units|guide] [--url <address>] [--limit <n>] [--force] [--json]

Reads questions with their answers and writes them as unit files that a person can edit. The input is a page (.html), a
list of addresses (one a line), a sitemap.xml, an address of any of these, a Zendesk Guide export (.json, .jsonl), or a
table (.csv, .tsv) with columns such as question and answer. As a guide: a flowchart as JSON ({"id","title","symptoms",
"nodes","edges"}, or a list of them), as Mermaid "flowchart", or as a table from,label,to.
  --out <dir>      the content directory; files there that differ are left alone and listed
  --as <what>      units (the default), or guide
  --locale <tag>   the language of a guide, where it is not to be told from its words
  --url <address>  where a page that comes as a file is found, for its links
  --limit <n>      read at most so many pages (${mostPages})
  --force          overwrite files that differ
  --json           print one JSON object`,
  options: {
    out: { type: 'string' },
    as: { type: 'string', default: 'units' },
    locale: { type: 'string' },
    url: { type: 'string' },
    limit: { type: 'string', default: String(mostPages) },
    force: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
  async run({ positionals, values }) {
    const [input] = positionals;
    const { out, url } = values;
    if (input === undefined || positionals.length > 1) throw new UsageError('name one file or address');
    if (typeof out !== 'string') throw new UsageError('say where the units go with --out <dir>');
    if (values.as === 'guide') return importAsGuide(input, out, values);
    if (values.as !== 'units') throw new UsageError(`there is no import as "${values.as}"; write --as units or --as guide`);
    if (typeof url === 'string' && !/^https?:\/\//i.test(url))
      throw new UsageError('--url takes an address that starts with http:// or https://');
    const limit = Number(values.limit);
    if (!Number.isInteger(limit) || limit < 1) throw new UsageError('--limit takes a whole number from 1 on');
    const line = progressLine();
    const reading = {
      fetchDocument: politeFetch(),
      limit,
      ...(typeof url === 'string' ? { url } : {}),
      onProgress: (done: number, total: number, page: string) => line.show(`reading ${done + 1} of ${total}: ${page}`),
    };
    const report = await importContent(input, out, { ...reading, force: values.force === true }).catch((thrown: unknown) => {
      throw thrown instanceof PageError ? new FailedError(`${input} cannot be imported: ${thrown.message}`) : thrown;
    });
    line.end();
    process.stdout.write(values.json === true ? `${JSON.stringify(report)}\n` : `${spoken(report)}\n`);
    return report.pairs === 0 ? 1 : 0;
  },
};

async function importAsGuide(input: string, out: string, { force, json, locale: tag }: Arguments['values']): Promise<number> {
  const locale = typeof tag === 'string' ? authoredLocale(tag) : undefined;
  if (tag !== undefined && locale === undefined) throw new UsageError(`"${tag}" is not a locale; ${localeMend}`);
  const options = { force: force === true, ...(locale === undefined ? {} : { locale }) };
  const report = await importGuides(input, out, options).catch((thrown: unknown) => {
    throw thrown instanceof PageError ? new FailedError(`${input} cannot be imported: ${thrown.message}`) : thrown;
  });
  process.stdout.write(json === true ? `${JSON.stringify(report)}\n` : `${spokenGuides(report)}\n`);
  return 0;
}

function spokenGuides({ guides, written, unchanged, kept, notes, out }: GuideImportReport): string {
  const lines = guides.map(
    ({ id, questions, fixes }) => `Read ${id}: ${counted(questions, 'question', 'questions')}, ${counted(fixes, 'fix', 'fixes')}.`,
  );
  lines.push(
    `Wrote ${counted(written.length, 'file', 'files')} to ${out}${unchanged.length > 0 ? `; ${unchanged.length} were there already` : ''}.`,
  );
  if (kept.length > 0) lines.push('Left alone what differs; --force overwrites:', ...listed(kept));
  if (notes.length > 0) lines.push('Please look at:', ...listed(notes));
  lines.push(`Next: read them over, then\n  edge-agent check ${out}\n  edge-agent guide ${out}/${written.at(-1) ?? 'guides/…'} --play`);
  return lines.join('\n');
}

const nouns = { page: ['page', 'pages'], pages: ['page', 'pages'], zendesk: ['article', 'articles'], table: ['row', 'rows'] } as const;

function spoken(report: ImportReport): string {
  const { out, read, pairs, units, repeated, written, unchanged, kept, skipped, notes } = report;
  const [one, many] = nouns[report.kind];
  const lines = [
    `Read ${counted(read, one, many)}: ${counted(pairs, 'question', 'questions')} with answers, ${counted(units, 'unit', 'units')}.`,
  ];
  if (repeated > 0) lines.push(`${counted(repeated, 'question was', 'questions were')} there more than once.`);
  if (pairs > 0) {
    lines.push(
      `Wrote ${counted(written.length, 'file', 'files')} to ${out}${unchanged.length > 0 ? `; ${unchanged.length} were there already` : ''}.`,
    );
  }
  if (kept.length > 0) {
    lines.push(
      `Left alone ${counted(kept.length, 'file that differs', 'files that differ')} (edited, or the page changed); --force overwrites:`,
    );
    lines.push(...listed(kept));
  }
  if (skipped.length > 0)
    lines.push(`Skipped ${skipped.length}:`, ...listed(skipped.map(({ from, reason }: Skipped) => `${from}: ${reason}`)));
  if (notes.length > 0) lines.push('Please look at:', ...listed(notes));
  lines.push(
    pairs === 0
      ? 'No question with an answer was found. What is read: schema.org FAQPage, <details>, <dl>, accordions, and headings that ask something.'
      : `Next: read the files over, then\n  edge-agent check ${out}\n  edge-agent build ${out} --out pack`,
  );
  return lines.join('\n');
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

function listed(lines: readonly string[]): string[] {
  const shown = lines.slice(0, mostLinesShown).map((line) => `  ${line}`);
  return lines.length > mostLinesShown ? [...shown, `  … and ${lines.length - mostLinesShown} more (--json lists all)`] : shown;
}
