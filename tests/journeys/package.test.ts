import { execFile, spawn } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, Visitor, watchErrors } from './site.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../', import.meta.url));
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'edge-agent-package-'));
  // What browsers load and the compiled command are built by the run that this test is part of.
  await run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], { cwd: root });
  const [archive = ''] = (await readdir(folder)).filter((name) => name.endsWith('.tgz'));
  await writeFile(join(folder, 'package.json'), '{"private": true}');
  await run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', `./${archive}`], { cwd: folder });
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const command = (...args: string[]) => run('npx', ['--no-install', 'edge-agent', ...args], { cwd: folder });

/** Starts `edge-agent serve` and resolves to the address that it prints. */
function serve(directory: string) {
  const server = spawn('node_modules/.bin/edge-agent', ['serve', directory, '--port', '0'], { cwd: folder });
  const address = new Promise<string>((resolve, reject) => {
    let printed = '';
    server.stdout.on('data', (chunk) => {
      printed += chunk;
      const [url] = /http:\/\/\S+/.exec(printed) ?? [];
      if (url !== undefined) resolve(url);
    });
    server.on('exit', (code) => reject(new Error(`serve ended with ${code}: ${printed}`)));
  });
  return { address, stop: () => server.kill() };
}

test('the packed package, installed in an empty folder, builds a pack, answers, and serves the widget', async () => {
  await writeFile(
    join(folder, 'faq.csv'),
    'unit,locale,question,answer\nreturns,en,How do I return something?,Send it back within 30 days.\ndelivery,en,How long does delivery take?,Two days.\n',
  );
  const { stdout: built } = await command('build', 'faq.csv', '--out', 'site/pack', '--agent', 'site/edge-agent', '--json');
  const { script } = JSON.parse(built) as { script: { file: string; integrity: string } };
  const { stdout: asked } = await command('ask', '--pack', 'site/pack', 'How do I return something?', '--json');
  expect(JSON.parse(asked)).toMatchObject({ kind: 'answer', unit: 'returns', text: 'Send it back within 30 days.' });

  await writeFile(
    join(folder, 'site/index.html'),
    `<!doctype html><html lang="en"><title>A shop</title><link rel="icon" href="data:,"><script src="/edge-agent/${script.file}" integrity="${script.integrity}" data-pack="/pack/manifest.json" async></script>`,
  );
  const server = serve('site');
  const browser = await launchBrowser();
  try {
    const visitor = await Visitor.at(await browser.newContext(), await server.address);
    const errors = watchErrors(visitor.page);
    await visitor.open();
    expect(await visitor.ask('How do I return something?')).toContain('Send it back within 30 days.');
    expect(errors).toEqual([]);
  } finally {
    await browser.close();
    server.stop();
  }
});
