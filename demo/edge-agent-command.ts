import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** Runs the `edge-agent` command as a site's owner would, and returns what it printed. */
export type EdgeAgent = (...parameters: readonly string[]) => Promise<string>;

export const commandFile = fileURLToPath(new URL('../src/cli/edge-agent.js', import.meta.url));

export const edgeAgent: EdgeAgent = async (...parameters) => {
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, [commandFile, ...parameters], { maxBuffer: 16 * 1024 * 1024 }).catch((thrown: unknown) => {
    const said = thrown instanceof Error && 'stderr' in thrown ? String(thrown.stderr) : String(thrown);
    throw new Error(`edge-agent ${parameters.join(' ')}\n${said}`);
  });
  return stdout;
};
