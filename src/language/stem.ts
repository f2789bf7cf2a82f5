import { stemmer as porter } from 'stemmer';
import type { Language } from './locale.ts';
import { irregularForms, suffixes } from './stem-tables.ts';

/**
 * Light stemming: inflection goes, the word's sense stays. English by Porter (1980). The others take off a plural and
 * one longest suffix out of a table of inflections, as the light stemmers of Savoy (2006, "Light stemming approaches for
 * the French, Portuguese, German and Hungarian languages") do; Arabic as light10 (Larkey, Ballesteros & Connell 2002).
 * Irregular forms of everyday words are listed. Chinese and Japanese are left alone. Takes a folded word of that
 * language's script.
 */
export function stem(word: string, language: Language): string {
  if (language === 'zh' || language === 'ja') return word;
  const known = stems[language].get(word);
  if (known !== undefined) return known;
  const irregular = irregularForms(language);
  const regular = irregular.get(word) ?? stemmers[language](word);
  const found = irregular.get(regular) ?? regular;
  // A few thousand words make up nearly all text; the rest need not be kept.
  if (stems[language].size >= mostKept) stems[language].clear();
  stems[language].set(word, found);
  return found;
}

type StemmedLanguage = Exclude<Language, 'zh' | 'ja'>;

const mostKept = 20_000;
const stems: Record<StemmedLanguage, Map<string, string>> = {
  en: new Map(),
  ar: new Map(),
  de: new Map(),
  fr: new Map(),
  es: new Map(),
  pt: new Map(),
  ru: new Map(),
};

const stemmers: Record<StemmedLanguage, (word: string) => string> = {
  en: porter,
  ar: stemArabic,
  de: stemGerman,
  fr: stemFrench,
  es: stemSpanish,
  pt: stemPortuguese,
  ru: stemRussian,
};

function stripSuffix(word: string, list: readonly string[], shortestStem: number): string {
  for (const suffix of list) {
    if (word.length - suffix.length >= shortestStem && word.endsWith(suffix)) return word.slice(0, -suffix.length);
  }
  return word;
}

// Participles (`geliefert`, `zurückgesendet`), and nouns that only look like them.
const participle = /^(ab|an|auf|aus|ein|frei|her|hin|los|mit|nach|um|vor|weg|weiter|zu|zuruck)?ge(.{3,}?)(?:te[mnrs]?|t|en)$/;
const noParticiple = /^ge(?:biet|burt|fecht|gen|halt|heim|mein|nau|rat|richt|samt|schaft|sicht|stalt|sund|walt|wicht)/;
const bareEnding = /(?:e|en)$/;

/** Endings go one after the other, so that `Paket` and `Pakete` meet although either could be a verb. */
function stemGerman(word: string): string {
  let stemmed = germanVowels(word);
  if (!noParticiple.test(stemmed))
    stemmed = stemmed.replace(participle, (_, prefix: string | undefined, verb: string) => `${prefix ?? ''}${verb}`);
  for (;;) {
    const next = withoutGermanEnding(stemmed);
    if (next === stemmed) return stemmed;
    stemmed = next;
  }
}

// A double consonant belongs to the stem: `Rabatt`, `Adress-`, `trenn-`.
const doubled = /(nn|ss|tt)$/;

function withoutGermanEnding(word: string): string {
  if (doubled.test(word)) return word;
  const stemmed = stripSuffix(word, suffixes.de, 4);
  // `Tage` and `Uhren` are short without their ending.
  if (stemmed !== word || word.length <= 3) return stemmed;
  return word.replace(bareEnding, (ending) => (word.length - ending.length < 3 ? ending : ''));
}

/** `ae oe ue` and `ä ö ü` (folded to `a o u` before) are one spelling; after a vowel or q the u belongs to the sound. */
function germanVowels(word: string): string {
  return word.replace(/([^aeiouq]|^)([aou])e/g, '$1$2');
}

/** `appelle` and `appeler`, `paie` and `payer` are one stem. */
function stemFrench(word: string): string {
  const singular = word.length > 3 ? word.replace(/(?<!e)aux$/, 'al').replace(/[sx]$/, '') : word;
  const stemmed = stripSuffix(singular, suffixes.fr, 3).replace(/y$/, 'i');
  const bare = stemmed.length > 3 ? stemmed.replace(/([aeo])i$/, '$1') : stemmed;
  return bare.replace(/([bcdfghklmnprstvz])\1$/, '$1');
}

function stemSpanish(word: string): string {
  const singular = word.length > 3 ? word.replace(/ces$/, 'z').replace(/([dlnrsxyj])es$|s$/, '$1') : word;
  return softened(stripSuffix(singular, suffixes.es, 3));
}

const portuguesePlurals: readonly (readonly [RegExp, string])[] = [
  [/(?:oes|aes)$/, 'ao'],
  [/([aeou])is$/, '$1l'],
  [/ns$/, 'm'],
  [/([lrz])es$/, '$1'],
  [/s$/, ''],
];

function stemPortuguese(word: string): string {
  const [plural, singular] = portuguesePlurals.find(([ending]) => ending.test(word)) ?? [/$/, ''];
  const stemmed = stripSuffix(word.length > 3 ? word.replace(plural, singular) : word, suffixes.pt, 3);
  return softened(stemmed.replace(/([^aeiou])ei$/, '$1e'));
}

/** Before e, g and c are written gu and qu: `paguei` belongs to `pagar`. */
function softened(stemmed: string): string {
  return stemmed.replace(/gu$/, 'g').replace(/qu$/, 'c');
}

/** After the inflection the k of `доставка`, with or without its vowel (`посылок`). */
function stemRussian(word: string): string {
  const reflexive = word.length > 5 ? word.replace(/(?:ся|сь)$/, '') : word;
  const stemmed = stripSuffix(reflexive, suffixes.ru, 3);
  return stemmed.length > 4 ? stemmed.replace(/(?<=[^аеиоуыэюя])к$|(?<=..)(?:ок|ек)$/, '') : stemmed;
}

const arabicPrefixes = ['وال', 'بال', 'كال', 'فال', 'لل', 'ال'];
/** Whose it is, before what number it is in. */
const arabicSuffixes = ['ها', 'هم', 'كم', 'نا', 'ي', 'ك', 'ان', 'ات', 'ون', 'ين', 'يه', 'ه', 'ي'];
const possessives = new Set(['ها', 'هم', 'كم', 'نا', 'ي', 'ك']);

function stemArabic(word: string): string {
  let stemmed = word;
  if (stemmed.length >= 4 && stemmed.startsWith('و') && !stemmed.startsWith('وال')) stemmed = stemmed.slice(1);
  const prefix = arabicPrefixes.find((each) => stemmed.startsWith(each) && stemmed.length - each.length >= 2);
  if (prefix !== undefined) stemmed = stemmed.slice(prefix.length);
  // The l of "for" before a word that starts with alef.
  if (stemmed.length >= 6 && stemmed.startsWith('لا')) stemmed = stemmed.slice(1);
  for (const suffix of arabicSuffixes) {
    if (!stemmed.endsWith(suffix) || stemmed.length - suffix.length < 3) continue;
    stemmed = stemmed.slice(0, -suffix.length);
    // Before a possessive the ending of `فاتورة` is written out.
    if (possessives.has(suffix) && stemmed.length >= 4 && stemmed.endsWith('ت')) stemmed = stemmed.slice(0, -1);
  }
  return stemmed;
}
