import { parseArgs } from 'node:util';
import { EdgeAgentError, errorAdvice } from '../protocol/errors.ts';
import type { Command } from './command.ts';
import { commands } from './commands/commands.ts';
import { FailedError, UsageError } from './usage-error.ts';

async function main(argv: readonly string[]): Promise<number> {
  const [name, ...rest] = argv;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    process.stdout.write(overview());
    return name === undefined ? 2 : 0;
  }
  if (name === '--version') {
    const { version } = (await import('../../package.json', { with: { type: 'json' } })).default;
    process.stdout.write(`${version}\n`);
    return 0;
  }
  const load = commands[name];
  if (load === undefined) {
    process.stderr.write(`edge-agent: there is no command "${name}"\n\n${overview()}`);
    return 2;
  }
  const command = await load();
  try {
    if (rest.includes('--help') || rest.includes('-h')) {
      process.stdout.write(`${command.usage}\n`);
      return 0;
    }
    return await command.run(parse(command, rest));
  } catch (thrown) {
    return report(name, command, thrown);
  }
}

function parse(command: Command, args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: command.options, allowPositionals: true, strict: true }) as {
      positionals: string[];
      values: Record<string, string | boolean | undefined>;
    };
  } catch (thrown) {
    throw new UsageError(thrown instanceof Error ? thrown.message : String(thrown));
  }
}

function report(name: string, command: Command, thrown: unknown): number {
  if (thrown instanceof UsageError) {
    process.stderr.write(`edge-agent ${name}: ${thrown.message}\n\n${command.usage}\n`);
    return 2;
  }
  if (thrown instanceof FailedError) {
    process.stderr.write(`edge-agent ${name}: ${thrown.message}\n`);
    return 1;
  }
  if (thrown instanceof EdgeAgentError) {
    process.stderr.write(`edge-agent ${name}: ${thrown.message}\n    ${errorAdvice[thrown.code]}\n`);
    return 1;
  }
  throw thrown;
}

function overview(): string {
  const lines = Object.entries(summaries).map(([name, summary]) => `  ${name.padEnd(8)} ${summary}`);
  return `edge-agent <command> [options]\n\n${lines.join('\n')}\n\nedge-agent <command> --help tells more.\n`;
}

const summaries: Record<string, string> = {
  build: 'compile content to a pack',
  ask: 'ask a pack a question, or many as JSON lines',
  eval: 'measure a pack on labelled questions',
  check: 'look for what is wrong or missing in content',
  import: 'turn an existing FAQ into unit files, or a flowchart into a guide',
  guide: 'draw a guide, or walk it in the terminal',
  redact: 'take card numbers, addresses, passwords and the like out of texts',
  dev: 'preview content in a page, rebuilt as you write',
  models: 'pull, list or clear the files of hub encoders',
  relay: 'run the server side: actions, and the desk where people answer',
  drafts: 'write out the units that people drafted at the desk',
  nudges: 'tell whether nudges helped, with intervals and a test that may be stopped early',
  serve: 'serve static files with the right headers',
};

process.exitCode = await main(process.argv.slice(2));
