import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { AuthoredGuide } from '../../content/authored-guide.ts';
import { formatIssue, IssueList } from '../../content/issue.ts';
import { joinGuides } from '../../content/join-guides.ts';
import { readGuide } from '../../content/read-guide.ts';
import type { Content } from '../../content/unit.ts';
import type { Choice } from '../../decide/decision.ts';
import { emptyState } from '../../decide/state.ts';
import { drawGuide } from '../../guide/draw-guide.ts';
import { guidePrefix } from '../../guide/guide.ts';
import { guideEngine } from '../../guide/guide-engine.ts';
import { tongues } from '../../guide/tongues/tongues.ts';
import { languages } from '../../language/locale.ts';
import { buildPack } from '../../pack/build-pack.ts';
import { openBase } from '../../pack/open-base.ts';
import type { DayFixCount } from '../../protocol/relay.ts';
import type { KyselyStorage } from '../../relay/node/storage/kysely-storage.ts';
import { type Agent, takeTurn } from '../../turn.ts';
import type { Command } from '../command.ts';
import { readRecords } from '../relay-records.ts';
import { FailedError, UsageError } from '../usage-error.ts';

export const guide: Command = {
  summary: 'draw a guide, walk it in the terminal, or export what became of fixes',
  usage: `edge-agent guide <guides/file.yaml> --svg > guide.svg
edge-agent guide <guides/file.yaml> --play
edge-agent guide --fix-counts --relay <relay.yaml> [--site <id>] [--since <day>] > fix-counts.csv

  --svg            print the guide as an SVG picture
  --play           walk it as a visitor would: type a reply, its number, back, skip, stop
  --locale <tag>   the locale to show, where it has several
  --fix-counts     print what visitors' devices told the relay of fixes, as a table that "build --fix-counts" takes
  --relay <file>   the relay's configuration, which names its database
  --site <id>      of that configuration; may be left out where there is one
  --since <day>    only from that day on, as in 2026-11-01`,
  options: {
    svg: { type: 'boolean', default: false },
    play: { type: 'boolean', default: false },
    locale: { type: 'string' },
    'fix-counts': { type: 'boolean', default: false },
    relay: { type: 'string' },
    site: { type: 'string' },
    since: { type: 'string', default: '0000-00-00' },
  },
  async run({ positionals, values }) {
    const [file] = positionals;
    if (values['fix-counts'] === true) {
      if (file !== undefined || values.relay === undefined) throw new UsageError('write: guide --fix-counts --relay <relay.yaml>');
      const list = (storage: KyselyStorage, site: string) => storage.outcomes.listFixes(site, String(values.since), '9999-12-31');
      process.stdout.write(fixCountTable(await readRecords(String(values.relay), values.site, list)));
      return 0;
    }
    if (file === undefined || positionals.length > 1) throw new UsageError('name one file of a guide');
    if (values.svg === values.play) throw new UsageError('write --svg or --play');
    const authored = await readWithShared(file);
    const wanted = typeof values.locale === 'string' ? values.locale : [...authored.variants.keys()][0];
    const variant = authored.variants.get(wanted ?? '');
    if (wanted === undefined || variant === undefined)
      throw new UsageError(`the guide has no ${wanted}; it has ${[...authored.variants.keys()].join(', ')}`);
    if (values.svg === true) {
      process.stdout.write(drawGuide(variant));
      return 0;
    }
    const site: Content['site'] = { id: 'guide', name: variant.title, locales: [wanted], contact: {}, suggestions: [], precision: 0.95 };
    await play(
      await agentOf({ site, terms: [], units: [], guides: [{ ...authored, variants: new Map([[wanted, variant]]) }] }, wanted),
      authored.id,
      wanted,
    );
    return 0;
  },
};

/** A table as `readFixCounts` takes it, a row for each fix and day. */
function fixCountTable(counts: readonly DayFixCount[]): string {
  const columns = ['day', 'guide', 'fix', 'worked', 'failed', 'held', 'returned'] as const;
  return [columns, ...counts.map((count) => columns.map((column) => count[column]))].map((row) => `${row.join(',')}\n`).join('');
}

/** A guide with the shared ones that it leads to, which lie beside it. */
async function readWithShared(file: string): Promise<AuthoredGuide> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UsageError(`"${file}" cannot be read`);
  });
  const issues = new IssueList();
  const read = readGuide(text, basename(file), 'en', issues);
  const names = (await readdir(dirname(file))).filter((name) => /\.ya?ml$/i.test(name) && name !== basename(file));
  const others = await Promise.all(
    // What is wrong with the others is theirs.
    names.map(async (name) => readGuide(await readFile(join(dirname(file), name), 'utf8'), name, 'en', new IssueList())),
  );
  const shared = others.filter((other) => other?.isShared === true && other.id !== read?.id) as AuthoredGuide[];
  const authored = read === undefined ? undefined : joinGuides([read, ...shared], issues).find(({ id }) => id === read.id);
  if (authored === undefined || issues.issues.length > 0)
    throw new FailedError(`the guide does not hold together\n${issues.issues.map(formatIssue).join('\n')}`);
  return authored;
}

async function agentOf(content: Content, locale: string): Promise<Agent> {
  const { manifest, files } = await buildPack(content);
  const entry = manifest.locales[locale] as (typeof manifest.locales)[string];
  const bytes = (shard: { file: string }) => files.get(shard.file) as Uint8Array;
  const shards = { units: bytes(entry.units), words: bytes(entry.words), guides: entry.guides && bytes(entry.guides) };
  const base = openBase(locale, 'pack', shards, entry.calibration);
  const words = new Map(languages.map((language) => [language, tongues[language]]));
  return {
    knowledge: { bases: [base], guides: { engine: guideEngine, tongues: words } },
    policy: { contact: {} },
    siteName: content.site.name,
  };
}

/** Walks the guide until it ends or the input does. */
async function play(agent: Agent, id: string, locale: string): Promise<void> {
  const context = () => ({ locale, now: new Date().toISOString() });
  let turn = await takeTurn({ kind: 'choice', id: `${guidePrefix}${id}` }, { ...emptyState, offered: [] as Choice[] }, agent, context());
  process.stdout.write(`${turn.parts[0].reply.text}\n> `);
  for await (const line of createInterface({ input: process.stdin })) {
    turn = await takeTurn({ kind: 'question', text: line }, turn.next, agent, context());
    process.stdout.write(`\n${turn.parts[0].reply.text}\n`);
    if (turn.next.guide === undefined) return;
    process.stdout.write('> ');
  }
}
