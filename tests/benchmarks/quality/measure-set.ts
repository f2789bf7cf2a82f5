import { auroc, calibrationError } from '../../../src/cli/figures.ts';
import { readOffTopic } from '../../../src/cli/off-topic.ts';
import { tableRow } from '../../../src/content/csv-table.ts';
import { formatIssue } from '../../../src/content/issue.ts';
import { readContentTable } from '../../../src/content/read-content.ts';
import type { Content } from '../../../src/content/unit.ts';
import { decide } from '../../../src/decide/decide.ts';
import { emptyState } from '../../../src/decide/state.ts';
import { type BuiltPack, buildPack } from '../../../src/pack/build-pack.ts';
import type { ShardEntry } from '../../../src/pack/manifest.ts';
import { openBase } from '../../../src/pack/open-base.ts';
import type { Encoder } from '../../../src/retrieve/encoder.ts';
import type { Evidence } from '../../../src/retrieve/evidence.ts';
import type { KnowledgeBase } from '../../../src/retrieve/knowledge.ts';
import { retrieve } from '../../../src/retrieve/retrieve.ts';
import type { Entry } from '../search/corpus.ts';
import { miniSearchContender } from '../search/minisearch-contender.ts';
import { oramaContender } from '../search/orama-contender.ts';
import type { ContentRow, LabelledQuestion, LabelledSet } from './labelled-set.ts';

/** Shares, 0 to 1; those of what lies out of scope are not a number where a set has nothing out of scope. */
export interface Quality {
  readonly name: string;
  readonly isMacro: boolean;
  readonly asked: number;
  readonly miniSearch: number;
  readonly orama: number;
  readonly words: number;
  readonly vectors: number;
  readonly fused: number;
  readonly head: number;
  readonly answeredRight: number;
  /** Of all answers given. */
  readonly precision: number;
  /** Offered among the choices of a clarifying question. */
  readonly offeredRight: number;
  /** Of the questions out of scope, those that were not answered. */
  readonly refused: number;
  readonly auroc: number;
  readonly calibrationError: number;
  readonly buildSeconds: number;
}

/** What a set's questions find with all peers, and with Edge Agent part by part. */
export async function measureSet(set: LabelledSet, encoder: Encoder, content = contentOf(set.rows)): Promise<Quality> {
  const started = performance.now();
  const pack = await buildPack(content, { encoder, offTopic: await readOffTopic() });
  const buildSeconds = (performance.now() - started) / 1000;
  const locale = content.site.locales[0];
  const inScope = set.questions.filter(({ unit }) => unit !== '');
  const firstRight = async (first: (text: string) => Promise<string | undefined>) => {
    const right: boolean[] = [];
    for (const { question, unit } of inScope) right.push((await first(question)) === unit);
    return share(inScope, right, set.isMacro);
  };
  const whole = baseOf(pack, locale, 'classifier');
  const withEncoder = (base: KnowledgeBase) => async (text: string) =>
    (await retrieve(text, emptyState, { bases: [base], encoder })).candidates[0]?.unit.id;
  const entries = entriesOf(set.rows);
  const peer = async (contender: typeof oramaContender) =>
    firstRight(await contender.open(await contender.build({ locale, entries }), locale));
  return {
    name: set.name,
    isMacro: set.isMacro,
    asked: set.questions.length,
    miniSearch: await peer(miniSearchContender),
    orama: await peer(oramaContender),
    words: await firstRight(withEncoder(baseOf(pack, locale, 'words'))),
    vectors: await firstRight(async (text) => nearest(whole, (await encoder.encode([text], 'question'))[0] ?? null)),
    fused: await firstRight(withEncoder(baseOf(pack, locale, 'vectors'))),
    head: await firstRight(withEncoder(whole)),
    ...(await decisionsOn(set.questions, whole, encoder, set.isMacro)),
    buildSeconds,
  };
}

function contentOf(rows: readonly ContentRow[]): Content {
  const text = ['unit,locale,question,answer', ...rows.map((row) => tableRow([row.unit, row.locale, row.question, row.answer]))];
  const { content, issues } = readContentTable({ path: 'content.csv', text: text.join('\n') });
  if (content === undefined) throw new Error(issues.slice(0, 3).map(formatIssue).join('; '));
  return content;
}

function entriesOf(rows: readonly ContentRow[]): Entry[] {
  const entries = new Map<string, Entry>();
  for (const { unit, question, answer } of rows) {
    const known = entries.get(unit);
    entries.set(unit, {
      id: unit,
      phrasings: known === undefined ? [question] : [...known.phrasings, question],
      answer: known?.answer ?? answer,
    });
  }
  return [...entries.values()];
}

/** One locale of a pack, with its shards up to a kind. */
function baseOf({ manifest, files }: BuiltPack, locale: string, upTo: 'words' | 'vectors' | 'classifier'): KnowledgeBase {
  const entry = manifest.locales[locale];
  const bytes = (shard: ShardEntry | undefined) => (shard === undefined ? undefined : files.get(shard.file));
  const [units, words] = [bytes(entry?.units), bytes(entry?.words)];
  if (entry === undefined || units === undefined || words === undefined) throw new Error(`the pack has no ${locale}`);
  const vectors = upTo === 'words' ? undefined : bytes(entry.vectors);
  const classifier = upTo === 'classifier' ? bytes(entry.classifier) : undefined;
  return openBase(locale, 'pack', { units, words, vectors, classifier }, entry.calibration);
}

function nearest({ units, vectors }: KnowledgeBase, vector: Float32Array | null): string | undefined {
  if (vector === null || vectors === undefined) return undefined;
  const meanings = vectors.search(vector);
  return units.at(meanings.reduce((best, value, unit) => (value > (meanings[best] as number) ? unit : best), 0)).id;
}

async function decisionsOn(questions: readonly LabelledQuestion[], base: KnowledgeBase, encoder: Encoder, isMacro: boolean) {
  const results = [];
  for (const { question, unit } of questions) {
    const evidence: Evidence = await retrieve(question, emptyState, { bases: [base], encoder });
    const context = { locale: base.locale, now: '2026-01-01T12:00:00.000Z' };
    const { decision } = decide({ kind: 'question', text: question }, evidence, emptyState, { contact: {} }, context);
    results.push({ unit, decision, confidence: decision.confidence, isRight: unit !== '' && decision.candidates[0]?.unit === unit });
  }
  const inside = results.filter(({ unit }) => unit !== '');
  const outside = results.filter(({ unit }) => unit === '');
  const answered = results.filter(({ decision }) => decision.kind === 'answer');
  const mean = <Item>(items: readonly Item[], test: (item: Item) => boolean) => items.filter(test).length / items.length;
  return {
    answeredRight: share(
      inside,
      inside.map(({ decision, isRight }) => decision.kind === 'answer' && isRight),
      isMacro,
    ),
    precision: mean(answered, ({ isRight }) => isRight),
    offeredRight: mean(inside, ({ decision, unit }) => decision.kind === 'clarify' && decision.choices.some(({ id }) => id === unit)),
    refused: mean(outside, ({ decision }) => decision.kind !== 'answer'),
    auroc: auroc(
      inside.map(({ confidence }) => confidence),
      outside.map(({ confidence }) => confidence),
    ),
    calibrationError: calibrationError(results),
  };
}

/** Share of the questions that are right; macro: the mean over their units. */
function share(questions: readonly { readonly unit: string }[], right: readonly boolean[], isMacro: boolean): number {
  const byUnit = new Map<string, boolean[]>();
  questions.forEach(({ unit }, index) => {
    const key = isMacro ? unit : '';
    byUnit.set(key, [...(byUnit.get(key) ?? []), right[index] as boolean]);
  });
  const means = [...byUnit.values()].map((list) => list.filter(Boolean).length / list.length);
  return means.reduce((sum, each) => sum + each, 0) / means.length;
}
