import type { NudgeSet } from '../../src/nudge/nudge.ts';
import { readNudges } from '../../src/pack/nudges-shard.ts';
import type { NudgePort, NudgeRun } from './nudge-port.ts';
import { NudgesOnPage } from './nudges-on-page.ts';

const fetchTimeout = 15_000;

/** Loads a site's nudges and sets them to work on this page. Rejects where they cannot be loaded or are damaged. */
export async function startNudges(port: NudgePort): Promise<NudgeRun> {
  const run = new NudgesOnPage(await loadNudges(port.shard), port);
  await run.start();
  return run;
}

/** The browser itself checks the hash. */
async function loadNudges({ url, integrity }: NudgePort['shard']): Promise<NudgeSet> {
  const response = await fetch(url, { integrity, credentials: 'omit', signal: AbortSignal.timeout(fetchTimeout) });
  if (!response.ok) throw new Error(`${url} answers with status ${response.status}`);
  return readNudges(new Uint8Array(await response.arrayBuffer()));
}
