import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtinEncoder, encoderOf } from '../../src/cli/encoders.ts';
import { readOffTopic } from '../../src/cli/off-topic.ts';
import { openPackDirectory, writePack } from '../../src/cli/pack-files.ts';
import { readContentOrFail } from '../../src/cli/read-sources.ts';
import { emptyState } from '../../src/decide/state.ts';
import { languages, localeChain } from '../../src/language/locale.ts';
import { buildPack } from '../../src/pack/build-pack.ts';
import { takeTurn } from '../../src/turn.ts';
import { type Goal, reportGoals } from './goals.ts';
import { formatTable } from './table.ts';

/** How far a follow-up after its first question may stay behind the same asked in full, of all conversations. */
const mostBehind = 0.03;

interface Conversation {
  readonly locale: string;
  readonly first: string;
  readonly followUp: string;
  readonly inFull: string;
  readonly unit: string;
}

// For work on follow-ups: the conversations that may be tuned on, with what goes wrong.
const isTuning = process.argv.includes('--tuning');
const demo = new URL('../../demo/content/', import.meta.url).pathname;
const folder = await mkdtemp(join(tmpdir(), 'edge-agent-follow-up-'));
await writePack(await buildPack(await readContentOrFail(demo), { encoder: builtinEncoder(), offTopic: await readOffTopic() }), folder);
const pack = await openPackDirectory(folder, encoderOf);
const lines = (await readFile(new URL(`follow-up/${isTuning ? 'tuning' : 'conversations'}.tsv`, import.meta.url), 'utf8'))
  .trim()
  .split('\n')
  .slice(1);
const conversations = lines.map((line): Conversation => {
  const [locale = '', first = '', followUp = '', inFull = '', unit = ''] = line.split('\t');
  return { locale, first, followUp, inFull, unit };
});

const results: (Conversation & { readonly after: boolean; readonly alone: boolean; readonly full: boolean })[] = [];
for (const each of conversations) {
  const { locale, first, followUp, inFull, unit } = each;
  const agent = await pack.agent(localeChain(locale, Object.keys(pack.manifest.locales), pack.manifest.defaultLocale), locale);
  const ask = async (text: string, state = emptyState) =>
    takeTurn({ kind: 'question', text }, state, agent, { locale, now: '2026-11-01T12:00:00.000Z' });
  const found = async (text: string, state = emptyState) => (await ask(text, state)).parts[0].decision.candidates[0]?.unit;
  const { next } = await ask(first);
  const after = await found(followUp, next);
  const full = await found(inFull);
  results.push({ ...each, after: after === unit, alone: (await found(followUp)) === unit, full: full === unit });
  if (isTuning && after !== unit) console.log(`${locale}  ${first} > ${followUp}: ${after}, not ${unit} (in full: ${full})`);
}
await rm(folder, { recursive: true });

const share = (list: typeof results, name: 'after' | 'alone' | 'full') => list.filter((each) => each[name]).length / list.length;
const percent = (value: number) => (100 * value).toFixed(1);
const rows = languages.map((language) => {
  const own = results.filter(({ locale }) => locale === language);
  return [language, String(own.length), percent(share(own, 'full')), percent(share(own, 'after')), percent(share(own, 'alone'))];
});
console.log(formatTable(['language', 'conversations', 'in full %', 'follow-up %', 'without the first %'], rows));
console.log();
const behind = share(results, 'full') - share(results, 'after');
const goals: Goal[] = [
  { name: 'conversations', value: results.length, limit: 300, isLeast: true, unit: '' },
  { name: 'behind the question in full', value: behind, limit: mostBehind, unit: 'of 1' },
];
reportGoals(
  'bench:follow-up',
  goals,
  `right unit after a follow-up ${percent(share(results, 'after'))} %, asked in full ${percent(share(results, 'full'))} %, follow-up alone ${percent(share(results, 'alone'))} %`,
);
