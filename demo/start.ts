import { spawn } from 'node:child_process';
import { buildBrowser } from '../widget/build/build-browser.ts';
import { buildDemo, demoDir } from './build-demo.ts';
import { commandFile } from './edge-agent-command.ts';

// `npm start`: builds everything and serves the demo.
const port = process.env.PORT ?? '4173';
const started = performance.now();

function step(text: string): void {
  const seconds = ((performance.now() - started) / 1000).toFixed(0).padStart(2);
  process.stderr.write(`${seconds} s  ${text}\n`);
}

step('building the agent for browsers');
await buildBrowser();
const { pages } = await buildDemo(demoDir, step);
step(`done: ${pages} pages. The shop is at the address below, the town at /city/. Stop with Ctrl+C.`);
const server = spawn(process.execPath, [commandFile, 'serve', demoDir, '--port', port], { stdio: 'inherit' });
server.on('exit', (code) => {
  process.exitCode = code ?? 0;
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal));
