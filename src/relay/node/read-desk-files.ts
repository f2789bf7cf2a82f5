import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import type { DeskFiles } from '../desk/desk-files.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json; charset=utf-8',
  '.bin': 'application/octet-stream',
};

/** What the desk loads besides its own files: the engine, for suggested answers. */
const shared = ['agent/', 'encoder/'];

/**
 * The desk's files out of the folder with all that browsers load, by the paths that stand in it when it is read: no path
 * that is asked for touches the disk otherwise. Its own folder comes first; the engine's are below it, `agent/…`.
 */
export async function readDeskFiles(directory: string): Promise<DeskFiles> {
  const names = existsSync(directory) ? await readdir(directory, { recursive: true, withFileTypes: true }) : [];
  const files = new Map(
    names
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [relative(directory, file).split(sep).join('/'), file] as const)
      .filter(([path]) => ['desk/', ...shared].some((folder) => path.startsWith(folder)))
      .map(([path, file]) => [path.replace(/^desk\//, ''), file] as const),
  );
  return async (path) => {
    const file = files.get(path);
    const type = types[extname(path)];
    if (file === undefined || type === undefined) return undefined;
    return { bytes: Uint8Array.from(await readFile(file)), type };
  };
}
