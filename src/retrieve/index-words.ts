import { compoundParts } from '../language/compounds.ts';
import { type Locale, languageOf } from '../language/locale.ts';
import { type Token, tokenize } from '../language/tokens.ts';
import { ByteWriter } from '../pack/bytes.ts';
import { inverseFrequency, repetition, type WordsData } from './words-data.ts';

export interface TextsOfUnit {
  /** All ways to ask, the title first. */
  readonly phrasings: readonly string[];
  /** The answer as plain text. */
  readonly answer: string;
}

interface Term {
  weight: number;
  units: number;
  lastUnit: number;
  /** Documents and counts, alternating: phrasings, then answers. */
  readonly phrasings: number[];
  readonly answers: number[];
}

/** Builds the inverted index of one locale. The same texts give the same arrays. */
export function indexWords(units: readonly TextsOfUnit[], locale: Locale): WordsData {
  const terms = new Map<string, Term>();
  const addParts = languageOf(locale) === 'de' ? compoundSplitter(units, locale) : undefined;
  const tokensOf = (text: string) => {
    const tokens = tokenize(text, locale);
    return addParts === undefined ? tokens : addParts(tokens);
  };
  const phrasingUnit: number[] = [];
  const answerLength = new Uint32Array(units.length);
  const phrasingTokens: Map<string, number>[] = [];
  const phrasingCount = units.reduce((sum, unit) => sum + unit.phrasings.length, 0);
  units.forEach((unit, unitIndex) => {
    for (const phrasing of unit.phrasings) {
      const counts = countTerms(tokensOf(phrasing), terms, unitIndex);
      addDocument(counts, terms, phrasingUnit.length, 'phrasings');
      phrasingTokens.push(counts);
      phrasingUnit.push(unitIndex);
    }
    const counts = countTerms(tokensOf(unit.answer), terms, unitIndex);
    addDocument(counts, terms, phrasingCount + unitIndex, 'answers');
    answerLength[unitIndex] = sum(counts.values());
  });
  const norms = phrasingTokens.map((counts) => norm(counts, terms, units.length));
  return {
    locale,
    unitCount: units.length,
    phrasingCount,
    phrasingUnit: Uint32Array.from(phrasingUnit),
    phrasingNorm: Float32Array.from(norms),
    answerLength,
    ...flatten(terms),
  };
}

/** Gives German compounds their parts, as far as the texts themselves know the parts. */
function compoundSplitter(units: readonly TextsOfUnit[], locale: Locale): (tokens: Token[]) => Token[] {
  const frequency = new Map<string, number>();
  for (const unit of units) {
    for (const text of [...unit.phrasings, unit.answer]) {
      for (const { term } of tokenize(text, locale)) frequency.set(term, (frequency.get(term) ?? 0) + 1);
    }
  }
  return (tokens) => withParts(tokens, (stem) => frequency.get(stem) ?? 0);
}

/** The tokens, each compound followed by its parts. */
export function withParts(tokens: readonly Token[], frequency: (stem: string) => number): Token[] {
  return tokens.flatMap((token) => [
    token,
    ...compoundParts(token.word, frequency).map((part) => ({ term: part, weight: 0.6 * token.weight, word: part })),
  ]);
}

function countTerms(tokens: readonly Token[], terms: Map<string, Term>, unit: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { term, weight } of tokens) {
    counts.set(term, (counts.get(term) ?? 0) + 1);
    const known = terms.get(term);
    if (known === undefined) {
      terms.set(term, { weight, units: 1, lastUnit: unit, phrasings: [], answers: [] });
    } else {
      known.weight = Math.max(known.weight, weight);
      if (known.lastUnit !== unit) {
        known.units += 1;
        known.lastUnit = unit;
      }
    }
  }
  return counts;
}

function addDocument(
  counts: ReadonlyMap<string, number>,
  terms: ReadonlyMap<string, Term>,
  document: number,
  field: 'phrasings' | 'answers',
): void {
  for (const [term, count] of counts) terms.get(term)?.[field].push(document, count);
}

function norm(counts: ReadonlyMap<string, number>, terms: ReadonlyMap<string, Term>, unitCount: number): number {
  let squares = 0;
  for (const [term, count] of counts) {
    const known = terms.get(term);
    if (known === undefined) continue;
    const weight = (percent(known.weight) / 100) * inverseFrequency(known.units, unitCount) * repetition(count);
    squares += weight * weight;
  }
  return Math.sqrt(squares);
}

function percent(weight: number): number {
  return Math.round(weight * 100);
}

function flatten(terms: ReadonlyMap<string, Term>) {
  const encoder = new TextEncoder();
  const sorted = Array.from(terms, ([text, term]) => ({ bytes: encoder.encode(text), term })).sort((a, b) =>
    compareBytes(a.bytes, b.bytes),
  );
  const termBytes = new ByteWriter();
  const postings = new ByteWriter();
  const termStart = new Uint32Array(sorted.length + 1);
  const postingStart = new Uint32Array(sorted.length + 1);
  const termUnits = new Uint32Array(sorted.length);
  const termWeight = new Uint8Array(sorted.length);
  sorted.forEach(({ bytes, term }, index) => {
    termBytes.raw(bytes);
    writePostings(postings, term);
    termStart[index + 1] = termBytes.size;
    postingStart[index + 1] = postings.size;
    termUnits[index] = term.units;
    termWeight[index] = percent(term.weight);
  });
  return { termBytes: termBytes.finish(), termStart, termUnits, termWeight, postings: postings.finish(), postingStart };
}

function writePostings(writer: ByteWriter, term: Term): void {
  let previous = 0;
  for (const list of [term.phrasings, term.answers]) {
    for (let index = 0; index < list.length; index += 2) {
      const document = list[index] as number;
      const count = list[index + 1] as number;
      writer.varint((document - previous) * 2 + (count > 1 ? 1 : 0));
      if (count > 1) writer.varint(count);
      previous = document;
    }
  }
}

export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    const difference = (a[index] as number) - (b[index] as number);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
