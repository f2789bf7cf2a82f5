import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { keepRunning } from '../demo/keep-running.ts';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'keep-running-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

it('starts a server again that was killed, and says so; stopped, it stays away', async () => {
  const pids = join(directory, 'pids');
  await writeFile(pids, '');
  const script = join(directory, 'server.mjs');
  await writeFile(
    script,
    `import { appendFileSync } from 'node:fs'; appendFileSync(${JSON.stringify(pids)}, process.pid + '\\n'); setInterval(() => {}, 1000);`,
  );
  const started = async () => (await readFile(pids, 'utf8')).trim().split('\n').filter(Boolean).map(Number);
  const said: string[] = [];
  const failed = vi.fn();
  const server = keepRunning({ name: 'the relay', args: [script], say: (line) => said.push(line), failed, pause: 20 });
  await expect.poll(started, { timeout: 10_000 }).toHaveLength(1);
  process.kill((await started())[0] as number, 'SIGKILL');
  await expect.poll(started, { timeout: 10_000 }).toHaveLength(2);
  expect(said).toEqual(['the relay ended (SIGKILL); it starts again in 0.02 s']);
  const [, second = 0] = await started();
  server.stop();
  await expect.poll(() => isRunning(second), { timeout: 10_000 }).toBe(false);
  expect([await started(), failed.mock.calls]).toEqual([expect.objectContaining({ length: 2 }), []]);
});

it('gives up where a server never ran', async () => {
  const failed = vi.fn();
  keepRunning({ name: 'the relay', args: ['-e', 'process.exit(3)'], say: () => {}, failed });
  await vi.waitFor(() => expect(failed).toHaveBeenCalledWith(3), { timeout: 10_000 });
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
