import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parse } from 'csv-parse/sync';
import { builtinEncoder } from '../../src/cli/encoders.ts';
import { progressLine } from '../../src/cli/progress.ts';
import { readContentOrFail } from '../../src/cli/read-sources.ts';
import { plainText } from '../../src/content/answer-document.ts';
import { type Locale, languages } from '../../src/language/locale.ts';
import { type Goal, reportGoals } from './goals.ts';
import { type ContentRow, findEvaluation, type LabelledQuestion, readSet, withOnePhrasing } from './quality/labelled-set.ts';
import { measureSet, type Quality } from './quality/measure-set.ts';
import { calibrationGoal, qualityGoals } from './quality/quality-goals.ts';
import { formatTable } from './table.ts';

const usage = `npm run bench:quality [-- --data <dir>]

  --data <dir>   the evaluation sets banking77-…, clinc150-… and xsid-… (.content.csv and .labelled.csv), in the folder
                 itself or in its eval/; left out, the demo’s content and questions are measured alone`;

const notes = `First right, in percent: the unit that a question asks for comes first. MiniSearch: fuzzy 0.2, prefix. Orama: tolerance 1.
words, vectors (nearest phrasing), fused: Edge Agent without its classifier; head: as it ships. The last seven: what its
decisions do at the thresholds that the build sets. macro: each unit counts the same, questions that stand in the content
and units that it lacks are left out. The encoder, the classifier’s constants and the confidence never saw these sets.\n`;

const sets = ['banking77-5shot', 'banking77-10shot', 'clinc150-5shot', 'clinc150-10shot', 'clinc150-10shot-oos'];
const macroSets = ['ar', 'de', 'ja', 'zh'].flatMap((language) => [`xsid-${language}`, `xsid-en-to-${language}`]).sort();

function tableOf(rows: readonly Quality[]): string {
  const percent = (share: number) => (Number.isNaN(share) ? '' : (100 * share).toFixed(1));
  return formatTable(
    [
      '',
      'asked',
      'MiniSearch',
      'Orama',
      'words',
      'vectors',
      'fused',
      'head',
      'answered right',
      'precision',
      'offered right',
      'OOS refused',
      'AUROC',
      'ECE',
      'build s',
    ],
    rows.map((row) => [
      row.isMacro ? `${row.name} (macro)` : row.name,
      String(row.asked),
      ...[row.miniSearch, row.orama, row.words, row.vectors, row.fused, row.head].map(percent),
      ...[row.answeredRight, row.precision, row.offeredRight, row.refused, row.auroc, row.calibrationError].map(percent),
      row.buildSeconds.toFixed(1),
    ]),
  );
}

/** The demo's content in one language, asked what a list of questions asks. */
async function measureDemo(encoder: Parameters<typeof measureSet>[1], list: string, locale: Locale): Promise<Quality> {
  const demo = (path: string) => fileURLToPath(new URL(`../../demo/${path}`, import.meta.url));
  const content = await readContentOrFail(demo('content'));
  const rows = content.units.flatMap(({ id, variants }): ContentRow[] => {
    const variant = variants.get(locale);
    if (variant === undefined) return [];
    const answer = plainText(variant.answer);
    return [variant.question, ...variant.phrasings].map((question) => ({ unit: id, locale, question, answer }));
  });
  const all: LabelledQuestion[] = parse(await readFile(demo(list), 'utf8'), { columns: true, bom: true });
  const questions = all.filter((question) => question.locale === locale);
  const single = { ...content, site: { ...content.site, locales: [locale] as const } };
  return measureSet({ name: `demo, ${list.replace('.csv', '')}, ${locale}`, rows, questions, isMacro: false }, encoder, single);
}

const { values } = parseArgs({ options: { data: { type: 'string' } } });
const encoder = builtinEncoder();
if (encoder === undefined) throw new Error('the built-in encoder is missing');
const line = progressLine();
const measured: Quality[] = [];
if (values.data === undefined) {
  console.log(`Only the demo is measured. The official splits are not in the repository; name their folder:\n${usage}\n`);
} else {
  const directory = findEvaluation(values.data);
  if (directory === undefined) throw new Error(`there is no banking77-5shot.content.csv in "${values.data}" or its eval/\n${usage}`);
  const found = await Promise.all([
    ...sets.map((name) => readSet(directory, name, false)),
    ...macroSets.map((name) => readSet(directory, name, true)),
  ]);
  const single = found.filter(({ name }) => name.endsWith('-5shot')).map(withOnePhrasing);
  for (const set of [...found, ...single]) {
    line.show(`measuring ${set.name}`);
    measured.push(await measureSet(set, encoder));
  }
}
line.show('measuring the demo');
const known = await measureDemo(encoder, 'questions.csv', 'en');
// Written when all was frozen, by somebody who knew the content and nothing of the engine.
const heldOut: Quality[] = [];
for (const locale of languages) heldOut.push(await measureDemo(encoder, 'held-out-questions.csv', locale));
line.end();
console.log(`${notes}\n${tableOf([...measured, known, ...heldOut])}\n`);
const goals: Goal[] = [...measured, known].flatMap((quality) => [...qualityGoals(quality), calibrationGoal(quality)]);
const asked = heldOut.reduce((sum, each) => sum + each.asked, 0);
const overall = (name: 'head' | 'miniSearch') => (100 * heldOut.reduce((sum, each) => sum + each.asked * each[name], 0)) / asked;
const summary = `held-out questions in nine languages: first right ${overall('head').toFixed(1)} %, MiniSearch ${overall('miniSearch').toFixed(1)} %`;
reportGoals('bench:quality', goals, summary);
