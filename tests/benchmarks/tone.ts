import { readFile } from 'node:fs/promises';
import { brotliCompressSync } from 'node:zlib';
import { type Language, languages } from '../../src/language/locale.ts';
import { allCues } from '../../src/tone/cues/all-cues.ts';
import { type Cues, compileCues } from '../../src/tone/cues.ts';
import { readTone } from '../../src/tone/read-tone.ts';
import { toneThreshold } from '../../src/tone/tone-weights.ts';
import { bundleText } from './bundle.ts';
import { type Goal, reportGoals } from './goals.ts';
import { percentile } from './statistics.ts';
import { formatTable } from './table.ts';

const notes = `270 messages to a shop, 30 a language, half of them from people who are upset; written by hand before anything was
fitted, and read by nothing else. The peer is what a rule of thumb would do: upset is who writes in capitals, with two
exclamation or question marks, or with an angry face. AUROC: how often an upset message is scored above a calm one.
Second look: 108 messages in plainer or more roundabout words (two in three upset), written by the same hand when the words
and weights were done; the hand that wrote the first set also wrote the words, so this row is the one to believe.\n`;

interface Message {
  readonly language: Language;
  readonly upset: boolean;
  readonly text: string;
}
interface Judgement {
  readonly score: number;
  readonly isUpset: boolean;
}
type Judge = (message: Message) => Judgement;

async function readMessages(name: string): Promise<Message[]> {
  const rows = (await readFile(new URL(`tone/${name}`, import.meta.url), 'utf8')).trim().split('\n').slice(1);
  return rows.map((row) => {
    const [language, upset, text = ''] = row.split('\t');
    return { language: language as Language, upset: upset === '1', text };
  });
}

const messages = await readMessages('held-out.tsv');
const secondLook = await readMessages('second-look.tsv');
const cues = Object.fromEntries(languages.map((each) => [each, compileCues(allCues[each], each)])) as Record<Language, Cues>;

const edgeAgent: Judge = ({ text, language }) => {
  const { upset, level } = readTone(text, cues[language]);
  return { score: upset, isUpset: level === 'upset' };
};
const ruleOfThumb: Judge = ({ text }) => {
  const letters = text.match(/\p{L}/gu) ?? [];
  const capitals = letters.filter((letter) => letter !== letter.toLowerCase()).length / Math.max(1, letters.length);
  const marks = text.match(/[!?！？؟]/gu)?.length ?? 0;
  const score = (capitals > 0.6 ? 1 : capitals) + Math.min(1, Math.max(0, marks - 1) / 2) + (/[😠😡🤬]/u.test(text) ? 1 : 0);
  return { score, isUpset: score >= 0.5 };
};

function measure(judge: Judge, among: readonly Message[]) {
  const judged = among.map((message) => ({ ...judge(message), truth: message.upset }));
  const said = judged.filter(({ isUpset }) => isUpset);
  const upset = judged.filter(({ truth }) => truth);
  const calm = judged.filter(({ truth }) => !truth);
  const hits = said.filter(({ truth }) => truth).length;
  const wins = upset.flatMap((one) => calm.map((other) => (one.score > other.score ? 1 : one.score === other.score ? 0.5 : 0)));
  return {
    precision: said.length === 0 ? 1 : hits / said.length,
    recall: hits / upset.length,
    auroc: wins.reduce((sum: number, win) => sum + win, 0) / wins.length,
  };
}

function measureTime(): { p50: number; p95: number } {
  const times = Array.from({ length: 20 }, () => messages).flatMap((round) =>
    round.map((message) => {
      const started = performance.now();
      edgeAgent(message);
      return performance.now() - started;
    }),
  );
  return { p50: percentile(times, 0.5), p95: percentile(times, 0.95) };
}

const figures = (judge: Judge, among: readonly Message[]) => Object.values(measure(judge, among)).map((value) => value.toFixed(3));
console.log(notes);
console.log(
  formatTable(
    ['', 'precision', 'recall', 'AUROC', 'rule: precision', 'recall', 'AUROC'],
    [
      ...languages.map((language) => ({ name: language, among: messages.filter((message) => message.language === language) })),
      { name: 'all', among: messages },
      { name: 'second look', among: secondLook },
    ].map(({ name, among }) => [name, ...figures(edgeAgent, among), ...figures(ruleOfThumb, among)]),
  ),
);

const whole = measure(edgeAgent, messages);
const again = measure(edgeAgent, secondLook);
const { p50, p95 } = measureTime();
const { brotli: engine } = await bundleText(
  `export { readTone } from './src/tone/read-tone.ts'; export { nextMood } from './src/tone/mood.ts';`,
);
const words = await Promise.all(
  languages.map(async (each) => brotliCompressSync(await readFile(new URL(`../../src/tone/cues/${each}.ts`, import.meta.url))).length),
);
const largest = (engine + Math.max(...words)) / 1000;
console.log(
  `\nthreshold ${toneThreshold}; p50 ${p50.toFixed(3)} ms; engine ${(engine / 1000).toFixed(1)} kB brotli, a language's words at most ${(Math.max(...words) / 1000).toFixed(1)} kB\n`,
);

const goals: Goal[] = [
  { name: 'precision', value: whole.precision, limit: 0.85, isLeast: true, unit: '' },
  { name: 'recall', value: whole.recall, limit: 0.8, isLeast: true, unit: '' },
  { name: 'AUROC', value: whole.auroc, limit: 0.93, isLeast: true, unit: '' },
  { name: 'precision, second look', value: again.precision, limit: 0.9, isLeast: true, unit: '' },
  { name: 'AUROC, second look', value: again.auroc, limit: 0.85, isLeast: true, unit: '' },
  { name: 'time per message, p95', value: p95, limit: 1, unit: 'ms' },
  { name: 'code and one language, brotli', value: largest, limit: 15, unit: 'kB' },
];
reportGoals(
  'bench:tone',
  goals,
  `precision ${whole.precision.toFixed(3)}, recall ${whole.recall.toFixed(3)}, AUROC ${whole.auroc.toFixed(3)} in nine languages; second look ${again.precision.toFixed(3)}, ${again.recall.toFixed(3)}, ${again.auroc.toFixed(3)}`,
);
