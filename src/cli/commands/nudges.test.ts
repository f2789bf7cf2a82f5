import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { KyselyStorage } from '../../relay/node/storage/kysely-storage.ts';
import { FailedError, UsageError } from '../usage-error.ts';
import { nudges } from './nudges.ts';

afterEach(() => vi.restoreAllMocks());

async function report(lines: readonly string[], more: Record<string, string> = {}): Promise<{ code: number; said: string }> {
  const file = join(await mkdtemp(join(tmpdir(), 'nudges-')), 'counts.jsonl');
  await writeFile(file, lines.join('\n'));
  let said = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said += String(text);
    return true;
  });
  const code = await nudges.run({ positionals: ['report', file], values: { alpha: '0.05', guard: '0.6', json: true, ...more } });
  return { code, said };
}

const line = (arm: string, exposed: number, succeeded: number, dismissed = 0) =>
  JSON.stringify({ nudge: 'pay', arm, exposed, succeeded, dismissed });

describe('edge-agent nudges report', () => {
  it('sums up what devices counted, and tells the lift over the hold-out', async () => {
    const { code, said } = await report([line('a', 400, 140), line('hold-out', 500, 75), line('a', 500, 150)]);
    expect(code).toBe(0);
    const [pay] = JSON.parse(said).nudges;
    expect(pay).toMatchObject({
      nudge: 'pay',
      advice: 'stop',
      arms: [{ arm: 'hold-out' }, { arm: 'a', exposed: 900, succeeded: 290, lift: { verdict: 'helps' } }],
    });
  });

  it('exits with 1 where a nudge harms or is to be paused', async () => {
    expect((await report([line('a', 900, 90), line('hold-out', 900, 300)])).code).toBe(1);
    expect((await report([line('a', 900, 90, 800)])).code).toBe(1);
  });

  it('names the line that is no count', async () => {
    await expect(report([line('a', 10, 1), 'nonsense'])).rejects.toThrow(FailedError);
    await expect(report([line('a', 10, 11)])).rejects.toThrow(/:1: more successes/);
    await expect(report([line('a', 10, 1)], { alpha: '2' })).rejects.toThrow(UsageError);
  });

  it.each([
    ['{"nudge": "pay", "arm": "a", "succeeded": 1}', ':1: "exposed" is missing'],
    ['{"nudge": "pay", "arm": "a", "exposed": 10, "succeeded": -1}', ':1: "succeeded" must be a whole number, 0 or more'],
    ['{"nudge": "pay", "arm": "a", "exposed": "10", "succeeded": 1}', ':1: "exposed" must be a whole number, 0 or more'],
    ['{"nudge": 7, "arm": "a", "exposed": 10, "succeeded": 1}', ':1: "nudge" must be a text'],
    ['nonsense', ':1: the line must be one JSON object'],
    ['null', ':1: the line must be one JSON object'],
    ['{"nudge": "pay", "arm": "a", "exposed": 1, "succeeded": 1, "dismissed": 2}', ':1: more dismissals than showings'],
  ])('says in plain words what is wrong with %s', async (text, words) => {
    await expect(report([text])).rejects.toThrow(`${words}\n    Write it as in: {`);
  });

  it('says in plain words why a file cannot be read', async () => {
    const read = (file: string) => nudges.run({ positionals: ['report', file], values: { alpha: '0.05', guard: '0.6' } });
    await expect(read('gone.jsonl')).rejects.toThrow(new UsageError('"gone.jsonl" cannot be read: there is no such file'));
    await expect(read(tmpdir())).rejects.toThrow('it is a folder, not a file');
  });

  it('reads what devices told a relay, and exports it for another day', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'nudges-'));
    const config = join(directory, 'relay.yaml');
    // Whoever reads the records has none of the relay's secrets and ports.
    const site = (id: string) =>
      `{id: ${id}, name: S, publicKeys: [pk_${id}], origins: ["http://localhost:\${DEMO_PORT}"], identity: {secret: "\${UNKNOWN_SECRET}"}}`;
    await writeFile(config, `database: relay.sqlite\nsites: [${site('shop')}, ${site('other')}]\n`);
    const storage = await KyselyStorage.open(join(directory, 'relay.sqlite'));
    const pay = { nudge: 'pay', dismissed: 0 };
    const told = [
      { ...pay, day: '2026-11-01', arm: 'a', exposed: 400, succeeded: 140 },
      { ...pay, day: '2026-11-02', arm: 'a', exposed: 500, succeeded: 150 },
      { ...pay, day: '2026-11-02', arm: 'hold-out', exposed: 500, succeeded: 75 },
    ];
    await storage.outcomes.add('shop', 'key', { counts: [], nudges: told, fixes: [] }, Date.now());
    await storage.close();
    const run = async (verb: string, more: Record<string, string> = {}) => {
      const said: string[] = [];
      vi.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0);
      const values = { alpha: '0.05', guard: '0.6', since: '0000-00-00', json: true, relay: config, site: 'shop', ...more };
      expect(await nudges.run({ positionals: [verb], values })).toBe(0);
      return said;
    };
    const [all = ''] = await run('report');
    expect(JSON.parse(all).nudges[0].arms).toMatchObject([{ arm: 'hold-out' }, { arm: 'a', exposed: 900, succeeded: 290 }]);
    expect((await run('export', { since: '2026-11-02' })).map((each) => JSON.parse(each))).toEqual(told.slice(1));
    await expect(run('report', { site: 'nobody' })).rejects.toThrow(/shop, other/);
  });
});
