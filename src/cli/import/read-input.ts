import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Locale } from '../../language/locale.ts';
import { UsageError } from '../usage-error.ts';
import { decodeText, largestDocument } from './decode-text.ts';
import type { FetchDocument } from './fetch-politely.ts';
import type { FoundPair, Skipped } from './found-pair.ts';
import { PageError } from './html-tree.ts';
import { joinTranslations } from './join-translations.ts';
import type { PageDetails } from './page-details.ts';
import { pairsOfPage, type ReadPage } from './pairs-of-page.ts';
import { readFaqTable } from './read-faq-table.ts';
import { isSitemap, readSitemap } from './read-sitemap.ts';
import { readZendesk } from './read-zendesk.ts';

export interface ReadInput {
  readonly kind: 'page' | 'pages' | 'zendesk' | 'table';
  readonly pairs: readonly FoundPair[];
  readonly skipped: readonly Skipped[];
  /** For a person to look at; one line each. */
  readonly notes: readonly string[];
  /** Pages, articles or rows that were read. */
  readonly count: number;
  readonly pages: readonly PageDetails[];
  readonly sourceLocale?: Locale;
}

export interface ReadOptions {
  readonly fetchDocument: FetchDocument;
  /** At most so many pages. */
  readonly limit: number;
  /** The address of a page that comes as a file. */
  readonly url?: string;
  readonly onProgress?: (done: number, total: number, url: string) => void;
}

/** Reads whatever `import` is given: a page, a list of addresses, a sitemap, an export, a table; from a file or the web. */
export async function readInput(input: string, options: ReadOptions): Promise<ReadInput> {
  if (/^https?:\/\//i.test(input)) {
    const { url, text } = await options.fetchDocument(input);
    return readDocument(text, url, nameOf(url), options);
  }
  const info = await stat(input).catch(() => undefined);
  if (info === undefined) throw new UsageError(`"${input}" does not exist, and is no address that starts with http:// or https://`);
  if (!info.isFile()) throw new UsageError(`"${input}" is a directory; name one file`);
  if (info.size > largestDocument * 5) throw new PageError(`"${input}" is larger than ${(largestDocument * 5) / 1024 / 1024} MB`);
  const name = basename(input);
  const text = decodeText(await readFile(input)).replace(/^\uFEFF/, '');
  if (/\.(?:csv|tsv)$/i.test(name)) return readTableInput(text, name);
  if (/\.(?:json|jsonl|ndjson)$/i.test(name)) return readExport(text, name);
  return readDocument(text, undefined, name, options);
}

/** By what it holds: names and types of documents on the web are often wrong. */
async function readDocument(text: string, address: string | undefined, name: string, options: ReadOptions): Promise<ReadInput> {
  if (text.includes('\u0000')) throw new PageError(`${name} is not text`);
  if (isSitemap(text)) {
    const { urls, skipped } = await readSitemap(text, address, options.fetchDocument);
    return readPages(urls, skipped, options);
  }
  if (/^\s*[[{]/.test(text)) return readExport(text, name);
  if (/<(?:!doctype|html|head|body|main|article|section|div|p|h[1-6]|dl|details|script|meta)\b/i.test(text)) {
    const page = pairsOfPage(text, address ?? options.url, name);
    return inputOfPages('page', [page], [], []);
  }
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.trim());
  const addresses = lines.filter((line) => line !== '' && !line.startsWith('#'));
  const wrong = lines.findIndex((line) => line !== '' && !line.startsWith('#') && !(/^https?:\/\//i.test(line) && URL.canParse(line)));
  if (addresses.length === 0 || wrong !== -1) {
    throw new PageError(
      wrong === -1
        ? `${name} is empty`
        : `${name}:${wrong + 1}: this is neither a page, a sitemap, an export nor a table\n    A list of pages has one address that starts with http:// or https:// on each line.`,
    );
  }
  return readPages([...new Set(addresses)], [], options);
}

function readExport(text: string, name: string): ReadInput {
  const { pairs, skipped, notes, articles, sourceLocale } = readZendesk(text, name);
  const [first] = pairs.flatMap(({ source }) => source ?? []);
  const pages = first === undefined ? [] : [{ url: first, title: '', alternates: [], emails: [], phones: [] }];
  return { kind: 'zendesk', pairs, skipped, notes, count: articles, pages, ...(sourceLocale === undefined ? {} : { sourceLocale }) };
}

function readTableInput(text: string, name: string): ReadInput {
  const { pairs, skipped, rows } = readFaqTable(text, name);
  return { kind: 'table', pairs, skipped, notes: [], count: rows, pages: [] };
}

/** One page after the other; one that fails is passed over and named. */
async function readPages(urls: readonly string[], before: readonly Skipped[], options: ReadOptions): Promise<ReadInput> {
  const skipped: Skipped[] = [...before];
  const pages: ReadPage[] = [];
  const seen = new Set<string>();
  const wanted = urls.slice(0, options.limit);
  for (const [index, url] of wanted.entries()) {
    options.onProgress?.(index, wanted.length, url);
    try {
      const document = await options.fetchDocument(url);
      const page = pairsOfPage(document.text, document.url, nameOf(url));
      const address = page.details.url ?? document.url;
      if (seen.has(address)) skipped.push({ from: url, reason: `it is the same page as ${address}` });
      else if (page.pairs.length === 0) skipped.push({ from: url, reason: 'there is no question with an answer on it' });
      else pages.push(page);
      seen.add(address);
    } catch (thrown) {
      if (!(thrown instanceof PageError)) throw thrown;
      skipped.push({ from: url, reason: thrown.message });
    }
  }
  const left = urls.length - wanted.length;
  const notes = left === 0 ? [] : [`${left} more pages were not read; raise --limit`];
  return { ...inputOfPages('pages', pages, skipped, notes), count: wanted.length };
}

function inputOfPages(
  kind: ReadInput['kind'],
  pages: readonly ReadPage[],
  skipped: readonly Skipped[],
  notes: readonly string[],
): ReadInput {
  const joined = joinTranslations(pages);
  const problems = pages.flatMap(({ details, problems: lines }) => lines.map((line) => `${details.url ?? 'the page'}: ${line}`));
  return {
    kind,
    pairs: joined.pairs,
    skipped,
    notes: [...notes, ...joined.notes, ...problems],
    count: pages.length,
    pages: pages.map(({ details }) => details),
  };
}

function nameOf(url: string): string {
  return URL.canParse(url) ? basename(new URL(url).pathname) || new URL(url).hostname : url;
}
