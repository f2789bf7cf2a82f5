import { fileURLToPath } from 'node:url';
import { builtinEncoder } from '../../src/cli/encoders.ts';
import { progressLine } from '../../src/cli/progress.ts';
import { readContentOrFail } from '../../src/cli/read-sources.ts';
import type { AuthoredGuide } from '../../src/content/authored-guide.ts';
import type { Content } from '../../src/content/unit.ts';
import type { Guide } from '../../src/guide/guide.ts';
import { guideEngine } from '../../src/guide/guide-engine.ts';
import { tongues } from '../../src/guide/tongues/tongues.ts';
import { languages } from '../../src/language/locale.ts';
import { buildPack } from '../../src/pack/build-pack.ts';
import { openBase } from '../../src/pack/open-base.ts';
import type { Encoder } from '../../src/retrieve/encoder.ts';
import type { Agent } from '../../src/turn.ts';
import { reportGoals } from './goals.ts';
import { generateCauses, generateTree } from './guides/generate-guides.ts';
import { type ReplyScore, scoreHeldOut } from './guides/held-out-replies.ts';
import { effortOfFix, leastEffort } from './guides/optimal-policy.ts';
import { Random } from './guides/random.ts';
import { drawTruth } from './guides/truth.ts';
import { manners, Visitor } from './guides/visitor.ts';
import { type Walk, walkVisitor } from './guides/walk-visitor.ts';
import { percentile } from './statistics.ts';
import { formatTable } from './table.ts';

const notes = `Simulated visitors have one fault each, drawn from the guide's likelihoods or by a random way through its tree, and answer in
words of their own or the option's: plain; noisy (slips of the finger, no punctuation); wordy; unsure (one answer in four is
"I don't know"); wrong once (a wrong answer, taken back one message later). effort: 1 for each question asked, 6 for each fix tried.
least: the optimal policy's expected effort (value iteration, guides of causes), or the tree's own depth and one fix. A step is
a whole turn with the built-in encoder, in Node; its time is processor time.\n`;

interface Measured extends Walk {
  readonly set: string;
  readonly manner: string;
  /** Effort that cannot be saved. */
  readonly least: number;
}

/** An agent that knows these guides alone. */
async function agentOf(guides: readonly Guide[], locale: string, encoder: Encoder): Promise<Agent> {
  const authored = guides.map(
    (guide): AuthoredGuide => ({
      id: guide.id,
      variants: new Map([[locale, guide]]),
      isShared: false,
      place: { file: '', line: 1 },
      placeOf: () => ({ file: '', line: 1 }),
      gaps: [],
    }),
  );
  const site: Content['site'] = { id: 'bench', name: 'Bench', locales: [locale], contact: {}, suggestions: [], precision: 0.95 };
  const { manifest, files } = await buildPack({ site, terms: [], units: [], guides: authored });
  const entry = manifest.locales[locale] as (typeof manifest.locales)[string];
  const bytes = (shard: { file: string }) => files.get(shard.file) as Uint8Array;
  const shards = { units: bytes(entry.units), words: bytes(entry.words), guides: entry.guides && bytes(entry.guides) };
  const words = new Map(languages.map((language) => [language, tongues[language]]));
  return {
    knowledge: { bases: [openBase(locale, 'pack', shards, entry.calibration)], guides: { engine: guideEngine, tongues: words }, encoder },
    policy: { contact: {} },
    siteName: 'Bench',
  };
}

async function measure(set: string, guides: readonly Guide[], locale: string, encoder: Encoder, rounds: number): Promise<Measured[]> {
  const agent = await agentOf(guides, locale, encoder);
  const walks: Measured[] = [];
  for (const [number, guide] of guides.entries()) {
    const effort = guide.causes !== undefined && guide.causes.length <= 6 && guide.nodes.length <= 6 ? leastEffort(guide) : Number.NaN;
    for (const manner of manners) {
      for (let round = 0; round < rounds; round += 1) {
        const random = new Random(number * 1000 + round);
        const truth = drawTruth(guide, random);
        if (truth === undefined) continue;
        const visitor = new Visitor(locale, manner, truth, random);
        const walk = await walkVisitor(agent, guide, locale, visitor, truth);
        walks.push({ ...walk, set, manner, least: truth.depth === undefined ? effort : truth.depth + effortOfFix });
      }
    }
    line.show(`${set}: ${number + 1} of ${guides.length}`);
  }
  line.end();
  return walks;
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const solvedShare = (walks: readonly Walk[]) => mean(walks.map(({ isSolved }) => (isSolved ? 1 : 0)));
const effortOf = (walks: readonly Walk[]) => mean(walks.map(({ questions, fixes }) => questions + effortOfFix * fixes));

function walkTable(walks: readonly Measured[]): string {
  const rows = [...new Set(walks.map(({ set }) => set))].flatMap((set) =>
    manners.map((manner) => {
      const own = walks.filter((walk) => walk.set === set && walk.manner === manner);
      const least = mean(own.map((walk) => walk.least));
      return [
        `${set}, ${manner}`,
        String(own.length),
        (100 * solvedShare(own)).toFixed(1),
        mean(own.map(({ questions }) => questions)).toFixed(2),
        effortOf(own).toFixed(2),
        Number.isNaN(least) ? '' : least.toFixed(2),
      ];
    }),
  );
  return formatTable(['', 'visitors', 'solved %', 'questions', 'effort', 'least'], rows);
}

function replyTable(scores: readonly ReplyScore[], by: 'locale' | 'kind'): string {
  const groups = [...new Set(scores.map((score) => score[by]))];
  const rows = groups.map((group) => {
    const own = scores.filter((score) => score[by] === group);
    return [group, String(own.length), (100 * rightShare(own)).toFixed(1)];
  });
  return formatTable(['', 'replies', 'right %'], rows);
}

function rightShare(scores: readonly ReplyScore[]): number {
  return scores.filter(({ isRight }) => isRight).length / scores.length;
}

async function demoGuides(locale: string): Promise<Guide[]> {
  const content = await readContentOrFail(fileURLToPath(new URL('../../demo/content', import.meta.url)));
  return (content.guides ?? []).flatMap(({ variants, isShared }) => (isShared ? [] : (variants.get(locale) ?? [])));
}

const line = progressLine();
const encoder = builtinEncoder();
const made = new Random(7);
const causes = Array.from({ length: 100 }, (_, index) => generateCauses(`causes-${index}`, made));
const trees = Array.from({ length: 100 }, (_, index) => generateTree(`tree-${index}`, made));
console.log(notes);
const walks = [
  ...(await measure('demo, en', await demoGuides('en'), 'en', encoder, 40)),
  ...(await measure('demo, zh', await demoGuides('zh'), 'zh', encoder, 40)),
  ...(await measure('100 guides of causes', causes, 'en', encoder, 4)),
  ...(await measure('100 drawn trees', trees, 'en', encoder, 4)),
];
console.log(`${walkTable(walks)}\n`);
const times = walks.flatMap(({ milliseconds }) => milliseconds);
const [p50, p95] = [percentile(times, 0.5), percentile(times, 0.95)];
console.log(
  `time of a step: p50 ${p50.toFixed(2)} ms, p95 ${p95.toFixed(2)} ms, most ${Math.max(...times).toFixed(2)} ms, ${times.length} steps\n`,
);
const replies = await scoreHeldOut(encoder);
console.log(`Replies written by hand, held out\n\n${replyTable(replies, 'locale')}\n\n${replyTable(replies, 'kind')}\n`);
const plain = (set: string) => walks.filter((walk) => walk.set === set && walk.manner === 'plain');
const excess = (set: string) => effortOf(plain(set)) / mean(plain(set).map(({ least }) => least));
reportGoals(
  'bench:guides',
  [
    ...manners.map((manner) => ({
      name: `solved, ${manner} visitors`,
      value: 100 * solvedShare(walks.filter((walk) => walk.manner === manner)),
      limit: 95,
      isLeast: true,
      unit: '%',
    })),
    { name: 'effort against the optimal policy', value: excess('100 guides of causes'), limit: 1.15, unit: 'times' },
    { name: 'effort against the tree’s own depth', value: excess('100 drawn trees'), limit: 1.05, unit: 'times' },
    { name: 'time of a step, p95', value: p95, limit: 5, unit: 'ms' },
    { name: 'replies read rightly', value: 100 * rightShare(replies), limit: 90, isLeast: true, unit: '%' },
  ],
  `${(100 * solvedShare(walks)).toFixed(1)} % of ${walks.length} visitors solved, p95 ${p95.toFixed(2)} ms a step, ${(100 * rightShare(replies)).toFixed(1)} % of ${replies.length} held-out replies right`,
);
