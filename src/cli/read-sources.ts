import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { formatIssue } from '../content/issue.ts';
import { type ReadContent, readContentDirectory, readContentTable, type SourceFile } from '../content/read-content.ts';
import type { Content } from '../content/unit.ts';
import { FailedError, UsageError } from './usage-error.ts';

const authored = /\.(?:md|ya?ml|csv)$/i;
const mostIssuesShown = 40;

/** Reads a content directory or a single table from disk. */
export async function readSources(path: string): Promise<ReadContent> {
  const info = await stat(path).catch(() => undefined);
  if (info === undefined) throw new UsageError(`"${path}" does not exist`);
  if (info.isFile()) {
    if (!/\.csv$/i.test(path)) throw new UsageError(`"${path}" is neither a directory nor a .csv file`);
    return readContentTable({ path: basename(path), text: await readFile(path, 'utf8') });
  }
  return readContentDirectory(await readTree(path));
}

/** The content, or a FailedError that lists all that is wrong with it. */
export async function readContentOrFail(path: string): Promise<Content> {
  const { content, issues } = await readSources(path);
  if (content !== undefined) return content;
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

export async function readTree(directory: string): Promise<SourceFile[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile() && authored.test(entry.name)).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(
    paths
      .filter(
        (path) =>
          !relative(directory, path)
            .split(sep)
            .some((part) => part.startsWith('.') || part === 'node_modules'),
      )
      .map(async (path) => ({ path: relative(directory, path).split(sep).join('/'), text: await readFile(path, 'utf8') })),
  );
}
