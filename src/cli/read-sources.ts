import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { endlessLoops } from '../content/check/check-guides.ts';
import { formatIssue } from '../content/issue.ts';
import { type ReadContent, readContentDirectory, readContentTable, type SourceFile } from '../content/read-content.ts';
import type { Content } from '../content/unit.ts';
import { builtInJourneys } from './package-files.ts';
import { FailedError, UsageError } from './usage-error.ts';

const authored = /\.(?:md|ya?ml|csv)$/i;
/** Other JSON files in a content directory are no content. */
const authoredProducts = /^products\/.*\.json$/i;
const mostIssuesShown = 40;
/** In bytes; JavaScript's longest string is twice as long. */
const largestFile = 256 * 1024 * 1024;
/** Files open at a time: systems allow a thousand or so. */
const filesAtOnce = 64;

export interface SourceFiles {
  readonly files: readonly SourceFile[];
  /** One table as a whole site's content, instead of a content directory. */
  readonly isTable: boolean;
  /** Journeys that come with the package, by id. */
  readonly builtIn: ReadonlyMap<string, string>;
}

/** Reads a content directory or a single table from disk. */
export async function readSources(path: string): Promise<ReadContent> {
  return readSourcesFrom(await readSourceFiles(path));
}

export async function readSourceFiles(path: string): Promise<SourceFiles> {
  const info = await stat(path).catch(() => undefined);
  if (info === undefined) throw new UsageError(`"${path}" does not exist`);
  const builtIn = await builtInJourneys();
  if (!info.isFile()) return { files: await readTree(path), isTable: false, builtIn };
  if (!/\.csv$/i.test(path)) throw new UsageError(`"${path}" is neither a directory nor a .csv file`);
  return { files: [{ path: basename(path), text: await readText(path) }], isTable: true, builtIn };
}

export function readSourcesFrom({ files, isTable, builtIn }: SourceFiles): ReadContent {
  const [table] = files;
  return isTable && table !== undefined ? readContentTable(table) : readContentDirectory(files, builtIn);
}

/** The content, or a FailedError that lists all that is wrong with it. */
export async function readContentOrFail(path: string): Promise<Content> {
  const { content, issues: unreadable } = await readSources(path);
  const issues = [...unreadable, ...(content?.guides ?? []).flatMap(endlessLoops)];
  if (content !== undefined && issues.length === 0) return content;
  const shown = issues.slice(0, mostIssuesShown).map(formatIssue);
  const rest = issues.length > mostIssuesShown ? [`… and ${issues.length - mostIssuesShown} more`] : [];
  throw new FailedError(
    [
      `${issues.length} ${issues.length === 1 ? 'thing is' : 'things are'} wrong with the content; nothing was written`,
      ...shown,
      ...rest,
    ].join('\n'),
  );
}

/** All authored files of a directory; names that start with a dot and `node_modules` are passed over. */
export async function readTree(directory: string): Promise<SourceFile[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch((thrown: unknown) => {
    throw new FailedError(`"${directory}" cannot be read: ${messageOf(thrown)}`);
  });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)).split(sep))
    .filter((parts) => authored.test(parts.at(-1) ?? '') || authoredProducts.test(parts.join('/')))
    .filter((parts) => !parts.some((part) => part.startsWith('.') || part === 'node_modules'))
    .map((parts) => parts.join('/'));
  const files: SourceFile[] = [];
  for (let index = 0; index < paths.length; index += filesAtOnce) {
    const some = paths.slice(index, index + filesAtOnce);
    files.push(...(await Promise.all(some.map(async (path) => ({ path, text: await readText(join(directory, path)) })))));
  }
  return files;
}

/** A file's text, taken for UTF-8; what is not becomes U+FFFD, which the readers refuse with its line. */
async function readText(path: string): Promise<string> {
  try {
    const { size } = await stat(path);
    if (size > largestFile)
      throw new FailedError(`"${path}" has ${size} bytes; ${largestFile} are allowed\n    Split it into several files.`);
    return await readFile(path, 'utf8');
  } catch (thrown) {
    if (thrown instanceof FailedError) throw thrown;
    throw new FailedError(`"${path}" cannot be read: ${messageOf(thrown)}`);
  }
}

function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
