import { parseArgs } from 'node:util';
import { vi } from 'vitest';
import type { Command } from '../src/cli/command.ts';

/** Runs a command in this process; resolves to what it printed. */
export async function run(command: Command, ...args: string[]): Promise<{ code: number; output: string; errors: string }> {
  let output = '';
  let errors = '';
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    output += text;
    return true;
  });
  const warn = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    errors += text;
    return true;
  });
  try {
    const { positionals, values } = parseArgs({ args, options: command.options, allowPositionals: true });
    const code = await command.run({ positionals, values: values as Record<string, string | boolean | undefined> });
    return { code, output, errors };
  } finally {
    write.mockRestore();
    warn.mockRestore();
  }
}
