import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handoff } from '../handoffs/handoff.fixture.ts';
import { defaultPriority, priorityOf } from '../handoffs/priority.ts';
import { ConfigError, readConfig, type SiteConfig } from './config.ts';
import { makeSite } from './make-site.ts';
import { readRights } from './read-rights.ts';
import { ScryptPasswords } from './scrypt-passwords.ts';
import { KyselyStorage } from './storage/kysely-storage.ts';

const command = fileURLToPath(new URL('../../cli/edge-agent.js', import.meta.url));
const minimal = 'sites:\n  - { id: shop, name: Shop, publicKeys: [pk], origins: ["https://shop.example"] }\n';
let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'relay-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

async function config(text: string, environment: Record<string, string> = {}) {
  const file = join(directory, 'relay.yaml');
  await writeFile(file, text);
  return readConfig(file, environment);
}

/** Runs the command until it has printed so many lines, or ends. */
function run(
  args: readonly string[],
  lines = Number.POSITIVE_INFINITY,
): Promise<{ code: number | null; out: string; err: string; stop(): Promise<number | null> }> {
  const child = spawn(process.execPath, [command, ...args]);
  let out = '';
  let err = '';
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const stop = () => {
    child.kill('SIGTERM');
    return ended;
  };
  return new Promise((resolve) => {
    child.stdout.on('data', (chunk) => {
      out += chunk;
      if (out.split('\n').length > lines) resolve({ code: null, out, err, stop });
    });
    void ended.then((code) => resolve({ code, out, err, stop }));
  });
}

describe('relay.yaml', () => {
  it('says what makes a case urgent: reasons, mood and what is at stake', async () => {
    const priority = '    priority: { reasons: { asked: 3 }, upset: 7, value: [{ from: 100 EUR, points: 50 }] }\n';
    const site = `sites:\n  - id: shop\n    name: Shop\n    publicKeys: [pk]\n    origins: ["https://shop.example"]\n${priority}`;
    const [first] = (await config(site)).sites;
    const { priority: rules } = await makeSite(first as SiteConfig);
    expect(priorityOf({ ...handoff, reason: 'asked', mood: 'upset', value: { minor: 10_000, currency: 'EUR' } }, rules)).toBe(60);
    expect(priorityOf({ ...handoff, reason: 'risk' }, rules)).toBe(defaultPriority.reasons.risk);
    const wrong = (await config(site.replace('100 EUR', 'much'))).sites[0] as SiteConfig;
    await expect(makeSite(wrong)).rejects.toThrow('is no amount');
  });

  it('needs little, and the environment goes first', async () => {
    expect(await config(minimal)).toMatchObject({ port: 8787, host: 'localhost', database: join(directory, 'edge-agent-relay.sqlite') });
    const url = 'postgres://relay@db/relay';
    expect(await config(minimal, { DATABASE_URL: url, PORT: '9000' })).toMatchObject({ port: 9000, database: url });
    const secret = `keys: ["\${RELAY_KEY}"]\n`;
    expect((await config(secret + minimal, { RELAY_KEY: 'abc' })).keys).toEqual(['abc']);
  });

  it.each([
    [`keys: ["\${NOT_THERE}"]\n`, 'the environment has no NOT_THERE'],
    ['port: 70000\n', '"port" is wrong'],
    ['hosts: all\n', '"hosts" is wrong'],
    ['a: [\n', 'is not YAML'],
  ])('%j: %s', async (text, message) => {
    const given = config(text + minimal);
    await expect(given).rejects.toBeInstanceOf(ConfigError);
    await expect(given).rejects.toThrow(message);
  });

  it('names the site and field at fault', async () => {
    await expect(config(minimal.replace('https://shop.example', 'https://shop.example/path'))).rejects.toThrow(
      '"sites.0.origins.0" is wrong: must be an origin',
    );
    await expect(config('sites: []')).rejects.toThrow('must name a site');
  });

  it('reads decision rights from authored content, as a pack has them, and refuses what it cannot read', async () => {
    await writeFile(
      join(directory, 'edge-agent.yaml'),
      'site: {id: shop, name: Shop}\nlocales: [en]\nsuggestions: [somewhere-else]\npolicy:\n  rights:\n    give-credit:\n      - {id: small, right: confirm, limits: [{amount: 25 USD}], because: "A small one."}\n',
    );
    expect(await readRights(directory)).toMatchObject({
      'give-credit': [{ id: 'small', right: 'confirm', limits: [{ amount: { minor: 2500, currency: 'USD' } }] }],
    });
    await writeFile(
      join(directory, 'edge-agent.yaml'),
      'site: {id: shop, name: Shop}\nlocales: [en]\npolicy: {rights: {give-credit: [{id: a, right: whoever, because: x}]}}\n',
    );
    await expect(readRights(directory)).rejects.toBeInstanceOf(ConfigError);
    await expect(readRights(join(directory, 'nowhere'))).rejects.toThrow('holds neither');
  });
});

describe('the command', { timeout: 180_000 }, () => {
  it('runs a relay, shows the first log-in once, and writes drafts out', async () => {
    const file = join(directory, 'run.yaml');
    await writeFile(file, `database: run.sqlite\n${minimal}`);
    const first = await run(['relay', '--config', file, '--port', '0'], 1);
    const [, email = '', password = ''] = /log-in, shown this once: (\S+) with the password (\S+)/.exec(first.err) ?? [];
    const url = first.out.trim();
    expect(await (await fetch(`${url}health`)).json()).toEqual({ status: 'ok' });
    const login = await fetch(`${url}desk/api/login`, {
      method: 'POST',
      headers: { origin: url.slice(0, -1), 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    expect(login.status).toBe(200);
    expect((await fetch(`${url}metrics`)).status).toBe(200);
    expect(await first.stop()).toBe(0);
    const second = await run(['relay', '--config', file, '--port', '0'], 1);
    expect(second.err).not.toContain('password');
    expect(await second.stop()).toBe(0);
    const third = await run(['relay', '--config', file, '--port', '0', '--reset-admin'], 1);
    expect(third.err).toContain(`${email} with the password`);
    expect(third.err).not.toContain(password);
    expect(await third.stop()).toBe(0);

    const storage = await KyselyStorage.open(join(directory, 'run.sqlite'));
    await storage.desk.addDraft({
      id: 'd-1',
      site: 'shop',
      handoff: 'h-1',
      by: 'Ada',
      at: '2026-11-21T09:30:00.000Z',
      unit: 'left-earbud',
      locale: 'de',
      question: 'Linker Ohrhörer: "setzt aus"?',
      phrasings: ['links kein Ton'],
      answer: 'Setzen Sie **beide** zurück.',
    });
    await storage.close();
    const drafts = await run(['drafts', directory, '--config', file, '--json']);
    expect([drafts.code, JSON.parse(drafts.out)]).toEqual([0, { site: 'shop', drafts: 1, written: ['left-earbud'] }]);
    expect(await readFile(join(directory, 'units/drafts/left-earbud.de.md'), 'utf8')).toBe(
      '---\nquestion: \'Linker Ohrhörer: "setzt aus"?\'\nphrasings:\n  - links kein Ton\nsource: Case h-1, 2026-11-21\nowner: Ada\n---\nSetzen Sie **beide** zurück.\n',
    );
    expect(JSON.parse((await run(['drafts', directory, '--config', file, '--json'])).out).written).toEqual([]);
  });

  it('says what is wrong with its configuration', async () => {
    const missing = await run(['relay', '--config', join(directory, 'nowhere.yaml')]);
    expect([missing.code, missing.err]).toEqual([1, expect.stringContaining('cannot be read')]);
    const help = await run(['relay', '--help']);
    expect([help.code, help.out]).toEqual([0, expect.stringContaining('DATABASE_URL')]);
  });
});

describe('passwords', () => {
  it('are hashed with a salt of their own, and checked', async () => {
    const passwords = new ScryptPasswords();
    const [one, two] = await Promise.all([passwords.hash('correct horse'), passwords.hash('correct horse')]);
    expect(one).not.toBe(two);
    expect(one).toMatch(/^scrypt\$32768\$8\$3\$/);
    expect(await passwords.verify('correct horse', one as string)).toBe(true);
    expect(await passwords.verify('correct hors', one as string)).toBe(false);
    expect(await passwords.verify('', 'nonsense')).toBe(false);
  });
});
