import { readFile } from 'node:fs/promises';
import { readContentOrFail } from '../../../src/cli/read-sources.ts';
import { plainText } from '../../../src/content/answer-document.ts';
import type { Content } from '../../../src/content/unit.ts';
import type { Source } from '../../../src/generate/check/checker.ts';
import { type CheckedLanguage, type Corruption, corruptionsOf, randomFrom } from './corrupt.ts';

/** One sentence with the unit that it is to be checked against. */
export interface Case {
  readonly unit: string;
  readonly locale: CheckedLanguage;
  readonly sentence: string;
  readonly isSupported: boolean;
  /** Written by a person, a unit's own words, or made false by the generator. */
  readonly from: 'written' | 'own words' | Corruption;
}

export interface CheckerSet {
  readonly cases: readonly Case[];
  readonly source: (unit: string, locale: string) => Source;
}

const demo = new URL('../../../demo/content/', import.meta.url).pathname;

/**
 * The sentences that people wrote for some of the demo's units, those units' own sentences, and what the generator makes
 * of both. The units of the two sets are different ones.
 */
export async function readCheckerSet(name: 'calibration' | 'heldOut'): Promise<CheckerSet> {
  const content = await readContentOrFail(demo);
  const file = name === 'calibration' ? 'calibration.tsv' : 'held-out.tsv';
  const written = (await readFile(new URL(file, import.meta.url), 'utf8')).trim().split('\n').slice(1).map(readLine);
  const pairs = [...new Map(written.map(({ unit, locale }) => [`${unit} ${locale}`, { unit, locale }])).values()];
  const own = pairs.flatMap(({ unit, locale }) =>
    ownSentences(content, unit, locale).map((sentence): Case => ({ unit, locale, sentence, isSupported: true, from: 'own words' })),
  );
  const good = [...written.filter(({ isSupported }) => isSupported), ...own];
  const random = randomFrom(name === 'calibration' ? 11 : 23);
  const corrupted = good.flatMap(({ unit, locale, sentence }) =>
    corruptionsOf(sentence, locale, name, random).map(
      (each): Case => ({ unit, locale, sentence: each.sentence, isSupported: false, from: each.kind }),
    ),
  );
  return { cases: [...written, ...own, ...corrupted], source: (unit, locale) => sourceOf(content, unit, locale) };
}

function readLine(line: string): Case {
  const [unit, locale, supported, sentence] = line.split('\t') as [string, CheckedLanguage, string, string];
  return { unit, locale, sentence, isSupported: supported === 'yes', from: 'written' };
}

/** Paragraphs and list items, cut after full stops; tables are left out. */
function ownSentences(content: Content, unit: string, locale: CheckedLanguage): string[] {
  const { document } = sourceOf(content, unit, locale);
  const blocks = document.filter(({ kind }) => kind === 'paragraph' || kind === 'list');
  return plainText(blocks)
    .split(locale === 'zh' ? /\n|(?<=。)/u : /\n|(?<=[.!?]) (?=[A-Z])/u)
    .map((sentence) => sentence.replace(/^\s*(?:•|\d+\.)\s*/u, '').trim())
    .filter((sentence) => sentence.length >= (locale === 'zh' ? 8 : 24) && !/[:：?？]$/u.test(sentence));
}

function sourceOf(content: Content, unit: string, locale: string): Source {
  const variant = content.units.find(({ id }) => id === unit)?.variants.get(locale);
  if (variant === undefined) throw new Error(`the demo has no ${unit} in ${locale}`);
  return { title: variant.question, locale, document: variant.answer };
}
