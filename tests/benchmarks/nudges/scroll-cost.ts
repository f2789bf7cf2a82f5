import { readSources } from '../../../src/cli/read-sources.ts';
import { buildPack } from '../../../src/pack/build-pack.ts';
import { launchBrowser, pageWith, startSite } from '../../journeys/site.ts';
import { median } from '../statistics.ts';

const seconds = 5;
const rounds = 5;
/** First calls are compiled; what is asked for is what scrolling costs from then on. */
const warmUp = 2;

/** Milliseconds of script on the main thread in each second of scrolling, medians with and without nudges. */
export async function measureScrolling(contentDirectory: string): Promise<{ with: number; without: number }> {
  const { content } = await readSources(contentDirectory);
  if (content === undefined) throw new Error(`${contentDirectory} cannot be read`);
  const { files } = await buildPack(content);
  const site = await startSite();
  for (const [name, body] of files) site.files.set(`/nudge-pack/${name}`, { body, type: 'application/octet-stream' });
  site.files.set('/page.css', { body: 'p { height: 120px }', type: 'text/css' });
  const body = `<form id="payment"><input></form>${'<p>Something to read, and some more of it.</p>'.repeat(400)}`;
  const page = (consent: string) =>
    pageWith({
      attributes: `data-pack="/nudge-pack/manifest.json" data-offline="off" ${consent}`,
      head: '<link rel="stylesheet" href="/page.css">',
      body,
    });
  site.files.set('/with', page('data-consent="granted"'));
  site.files.set('/without', page('data-nudges="off"'));
  const browser = await launchBrowser();
  const measured: Record<'with' | 'without', number[]> = { with: [], without: [] };
  try {
    for (let round = 0; round < rounds; round += 1)
      for (const name of round % 2 === 0 ? (['with', 'without'] as const) : (['without', 'with'] as const))
        measured[name].push(await measureOne(name));
  } finally {
    await browser.close();
    await site.close();
  }
  return { with: median(measured.with), without: median(measured.without) };

  async function measureOne(name: 'with' | 'without'): Promise<number> {
    const context = await browser.newContext();
    const tab = await context.newPage();
    await tab.goto(site.url + name);
    await tab.locator('edge-agent [part~=launcher]').waitFor();
    if (name === 'with')
      await tab.waitForFunction(
        () => (document.querySelector('edge-agent') as unknown as { nudges: { running?: unknown } }).nudges.running !== undefined,
      );
    await tab.waitForTimeout(1500);
    const devtools = await context.newCDPSession(tab);
    await devtools.send('Performance.enable');
    const script = async () =>
      (await devtools.send('Performance.getMetrics')).metrics.find((each) => each.name === 'ScriptDuration')?.value ?? 0;
    const scroll = async (time: number) => {
      const started = performance.now();
      for (let turn = 0; performance.now() - started < time * 1000; turn += 1) {
        await tab.mouse.wheel(0, 160);
        await tab.mouse.move(400 + (turn % 40), 300);
        await tab.waitForTimeout(16);
      }
    };
    await scroll(warmUp);
    const before = await script();
    const started = performance.now();
    await scroll(seconds);
    const spent = ((await script()) - before) * 1000;
    await context.close();
    return spent / ((performance.now() - started) / 1000);
  }
}
