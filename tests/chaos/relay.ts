import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildCommand } from '../benchmarks/relay/relay-process.ts';
import { runChaos } from './run-chaos.ts';

// `npm run chaos:relay [-- --failures 500 --database sqlite|postgres --browsers]`: what is promised of the relay, under real
// failures; with `--browsers` between a visitor's page and the desk in two browser contexts, over the built agent.
const { values } = parseArgs({
  options: {
    failures: { type: 'string', default: '500' },
    database: { type: 'string', default: 'sqlite' },
    browsers: { type: 'boolean', default: false },
  },
});
const database = values.database === 'postgres' ? 'postgres' : 'sqlite';
console.error('compiling the command');
buildCommand();
const run = values.browsers ? (await import('../journeys/fixtures/talk.ts')).runTalk : runChaos;
const { failures, messages, faults } = await run({
  failures: Number(values.failures),
  database,
  program: fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url)),
  onFailure: (count, what) => count % 25 === 0 && console.error(`${count}: ${what}`),
});
for (const [what, count] of Object.entries(failures)) console.log(`${String(count).padStart(5)}  ${what}`);
for (const fault of faults.slice(0, 20)) console.log(`FAULT  ${fault}`);
const total = Object.values(failures).reduce((sum, count) => sum + count, 0);
console.log(
  `\nchaos: ${messages} messages through ${total} failures on ${database}${values.browsers ? ', between two browsers' : ''}: ${faults.length === 0 ? 'none lost, doubled or out of order' : `${faults.length} FAULTS`}`,
);
process.exitCode = faults.length === 0 ? 0 : 1;
