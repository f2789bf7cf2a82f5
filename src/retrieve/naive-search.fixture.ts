import { type Locale, spokenLanguage } from '../language/locale.ts';
import { endingsOf, irregularForms } from '../language/stem-tables.ts';
import { type Token, tokenize } from '../language/tokens.ts';
import type { TextsOfUnit } from './index-words.ts';
import { inverseFrequency, repetition } from './words-data.ts';

/** What an index holds, gathered the slow way: every text tokenised again, nothing sorted or packed. */
export class NaiveSearch {
  private readonly documents: readonly { unit: number; isAnswer: boolean; counts: ReadonlyMap<string, number> }[];
  readonly terms: ReadonlyMap<string, { weight: number; units: number }>;

  constructor(
    private readonly units: readonly TextsOfUnit[],
    private readonly locale: Locale,
  ) {
    this.documents = units.flatMap(({ phrasings, answer }, unit) => [
      ...phrasings.map((text) => ({ unit, isAnswer: false, counts: countsOf(tokenize(text, locale)) })),
      { unit, isAnswer: true, counts: countsOf(tokenize(answer, locale)) },
    ]);
    const tokens = units.flatMap(({ phrasings, answer }) => [...phrasings, answer].flatMap((text) => tokenize(text, locale)));
    this.terms = new Map(
      tokens.map(({ term }) => [
        term,
        {
          weight: Math.round(100 * Math.max(...tokens.filter((token) => token.term === term).map(({ weight }) => weight))) / 100,
          units: new Set(this.documents.filter(({ counts }) => counts.has(term)).map(({ unit }) => unit)).size,
        },
      ]),
    );
  }

  /** Every unit's figures, by unit. */
  search(question: string): { phrasing: number; answer: number; known: number }[] {
    const query = this.queryOf(question);
    const longest = this.documents.filter(({ isAnswer }) => isAnswer).map(({ counts }) => total(counts.values()));
    const average = Math.max(1, total(longest) / Math.max(1, this.units.length));
    return this.units.map((_, unit) => {
      const cosines = this.documents.filter((each) => each.unit === unit && !each.isAnswer).map(({ counts }) => this.cosine(counts, query));
      const answer = this.documents.find((each) => each.unit === unit && each.isAnswer);
      const length = total(answer?.counts.values() ?? []) / average;
      const fit = total(
        Array.from(query.weights, ([term, weight]) => {
          const count = answer?.counts.get(term) ?? 0;
          return weight * Math.min(1, (count * 2.2) / (count + 1.2 * (0.25 + 0.75 * length)));
        }),
      );
      return {
        phrasing: Math.min(1, Math.max(0, ...cosines)),
        answer: query.sum === 0 ? 0 : Math.min(1, fit / query.sum),
        known: query.known,
      };
    });
  }

  /** Known terms that a word may have been meant for, with the similarity of each. */
  similar({ term: stem, word }: Pick<Token, 'term' | 'word'>): { text: string; similarity: number }[] {
    const length = [...word].length;
    if (length < 4 || /\p{N}|\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|ー/u.test(word)) return [];
    const most = stem.length >= 8 ? 2 : 1;
    const language = spokenLanguage(this.locale);
    const shapes = [
      ...Array.from(this.terms.keys(), (term) => ({ shape: term, term, slipsInStem: most, least: 0 })),
      // A form is not the term's own spelling, so it counts as a slip even where it is written right.
      ...Array.from(irregularForms(language), ([form, term]) => ({ shape: form, term, slipsInStem: 1, least: 1 })),
    ].filter(({ shape, term }) => shape.length >= 3 && this.terms.has(term));
    const found = new Map<string, number>();
    for (const { shape, term, slipsInStem, least } of shapes) {
      const inStem = stem.length < 3 ? Number.POSITIVE_INFINITY : slips(stem, shape);
      const inEnding =
        shape[0] === word[0] ? slipWithEnding(word, shape, language === 'en', endingsOf(language)) : Number.POSITIVE_INFINITY;
      const fewest = Math.min(inStem <= slipsInStem ? Math.max(least, inStem) : Number.POSITIVE_INFINITY, inEnding);
      const isFirstRight = shape[0] === stem[0];
      if (fewest === Number.POSITIVE_INFINITY || (!isFirstRight && shape.length <= 3)) continue;
      found.set(term, Math.max(found.get(term) ?? 0, 1 - (fewest + (isFirstRight ? 0 : 0.5)) / length));
    }
    return Array.from(found, ([text, similarity]) => ({ text, similarity })).sort((a, b) => b.similarity - a.similarity);
  }

  private weightOf(term: string): number {
    const known = this.terms.get(term);
    return known === undefined ? 0 : known.weight * inverseFrequency(known.units, this.units.length);
  }

  private queryOf(question: string) {
    const tokens = tokenize(question, this.locale);
    const weights = new Map<string, number>();
    let squares = 0;
    let sum = 0;
    let known = 0;
    for (const [term, count] of countsOf(tokens)) {
      const token = tokens.find((each) => each.term === term) as Token;
      const best = this.terms.has(term) ? [{ text: term, similarity: 1 }] : this.bestSimilar(token);
      const own =
        repetition(count) * (best[0] === undefined ? token.weight * inverseFrequency(0, this.units.length) : this.weightOf(best[0].text));
      squares += own * own;
      sum += own;
      known += own * (best[0]?.similarity ?? 0);
      for (const { text, similarity } of best) {
        weights.set(text, Math.max(weights.get(text) ?? 0, repetition(count) * this.weightOf(text) * similarity));
      }
    }
    return { weights, norm: Math.sqrt(squares), sum, known: sum === 0 ? 0 : known / sum };
  }

  /** The three nearest; among equals the one that more units use, then the first in the order of their bytes. */
  private bestSimilar(token: Token) {
    const bytes = (text: string) => Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('');
    return this.similar(token)
      .sort(
        (a, b) =>
          b.similarity - a.similarity ||
          (this.terms.get(b.text)?.units ?? 0) - (this.terms.get(a.text)?.units ?? 0) ||
          (bytes(a.text) < bytes(b.text) ? -1 : 1),
      )
      .slice(0, 3);
  }

  private cosine(counts: ReadonlyMap<string, number>, query: { weights: ReadonlyMap<string, number>; norm: number }): number {
    const weight = (term: string, count: number) => this.weightOf(term) * repetition(count);
    const norm = Math.hypot(...Array.from(counts, ([term, count]) => weight(term, count)));
    const dot = total(Array.from(counts, ([term, count]) => weight(term, count) * (query.weights.get(term) ?? 0)));
    return norm === 0 || query.norm === 0 ? 0 : dot / (norm * query.norm);
  }
}

function countsOf(tokens: readonly Token[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { term } of tokens) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

function total(numbers: Iterable<number>): number {
  return Array.from(numbers).reduce((sum, number) => sum + number, 0);
}

/** Optimal string alignment distance by its recursive definition, remembered by place. */
export function slips(a: string, b: string): number {
  const known = new Map<string, number>();
  const distance = (i: number, j: number): number => {
    if (i === 0 || j === 0) return i + j;
    const key = `${i},${j}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    let least = Math.min(distance(i - 1, j) + 1, distance(i, j - 1) + 1, distance(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1));
    if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, distance(i - 2, j - 2) + 1);
    known.set(key, least);
    return least;
  };
  return distance(a.length, b.length);
}

/** 1 where a word is a stem and an ending with one slip in one of the two, else infinite. */
function slipWithEnding(word: string, stem: string, isEnglish: boolean, endings: ReadonlySet<string>): number {
  const spell = (text: string) => (isEnglish ? text.replaceAll('y', 'i') : text);
  const [spelt, stemSpelt] = [spell(word), spell(stem)];
  for (let end = 1; end <= spelt.length; end += 1) {
    const rest = spelt.slice(end);
    const inStem = slips(spelt.slice(0, end), stemSpelt);
    for (const ending of rest[0] === stemSpelt.at(-1) ? [rest, rest.slice(1)] : [rest]) {
      if (inStem <= 1 && endings.has(ending)) return 1;
      if (inStem === 0 && ending.length >= 2 && [...endings].some((each) => each.length >= 2 && slips(ending, each) <= 1)) return 1;
    }
  }
  return Number.POSITIVE_INFINITY;
}
