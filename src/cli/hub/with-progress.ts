import { progressLine } from '../progress.ts';
import type { DownloadOptions } from './hub.ts';

/** Does a download and says on standard error what it is about to fetch, and how far it is. */
export async function withProgress<Result>(
  id: string,
  directory: string,
  pull: (report: DownloadOptions) => Promise<Result>,
): Promise<Result> {
  const line = progressLine();
  try {
    return await pull({
      onPlan: (files) => {
        const total = files.reduce((sum, { size }) => sum + size, 0);
        const rows = files.map(({ path, size }) => `  ${megabytes(size).padStart(10)}  ${path}`);
        process.stderr.write(`${id}: ${megabytes(total)} to ${directory}\n${rows.join('\n')}\n`);
      },
      onProgress: (file, done, all) => line.show(`${file}: ${megabytes(done)} of ${megabytes(all)}`),
    });
  } finally {
    line.end();
  }
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(bytes < 1e6 ? 3 : 1)} MB`;
}
