import { fold } from './fold.ts';
import { functionWords } from './function-words.ts';
import { type Language, languages } from './locale.ts';
import { normalizeText } from './normalize.ts';
import { supportWords } from './support-words.ts';

const latinLanguages = ['en', 'es', 'de', 'fr', 'pt'] as const;
type LatinLanguage = (typeof latinLanguages)[number];

/** Letters, pairs and endings by which a word shows its language; what two languages share speaks for both. */
const spellings: Record<LatinLanguage, RegExp> = {
  en: /^(?:wh|th|sh|kn|wr|un)|th|sh|ght|[aeo]ck|[eo]w|ee|oo|ea|ay|oa|(?:ing|ings|ed|ly|ty|er|ers|y|less|ness|d|nt|nts|ngs?)$/g,
  es: /[ñáíóú]|ll|ue|ie[^rlud]|ci[oó]n|(?:[ao]s?|ar|[ai]d|ad[ao]s?|ando|iendo|ero|aje|miento|mos|[aei]n|ble)$/g,
  de: /[äöüß]|sch|ch|ck|ei|tz|pf|ie|^(?:ver|be|ge|zu|ein|ab|an|auf|aus)|(?:en|er|ung|ungen|keit|heit|lich|isch|[cglnrs]t|cht|z|m|zt)$/g,
  fr: /[çèêëîïûùœàâô]|é|eau|eu|ou|oi|ai|qu|gn|^(?:dé|ré|é)|(?:tions?|ment|ez|[eé]es?|es|aux|x|eurs?|ettes?|elles?|age|ques?|ait|ent|nt|[ilr]er|ir)$/g,
  pt: /[ãõçâêôáíóú]|[nl]h|ss|ei|ou|[cç]ão|(?:ções|ões|ões|ao|ão|[ao]s?|[aeoiu]m|ar|ad[ao]s?|dades?|vel|mento|ndo|agem|ir|er|ou)$/g,
};
/** What stands in one of the Latin-script languages and hardly ever in another of them. */
const tellingSpellings: Partial<Record<LatinLanguage, RegExp>> = {
  es: /[ñ¿¡]|ci[oó]n/g,
  de: /[ßäö]/g,
  fr: /[œèëîïûù]|eau|aux/g,
  pt: /[ãõ]|[nl]h[aeo]|[ae]i[rt][ao]|(?<!\p{L})[oée](?!\p{L})/gu,
};
/** Points of one spelling, next to 1 for a function word, and the most that one word can have. */
const spellingPoints = 0.3;
const mostSpellingPoints = 0.9;

// How plainly a language has to show, and how much more plainly than the expected one.
const leastPoints = 0.6;
const leastLead = 1.5;
const leastLatinWords = 3;

/**
 * The language of a short text, one of the nine, or undefined where it does not show. By script first; among the
 * languages of one script by their most frequent words and by the way that words are spelt.
 * @param expected what it most likely is, kept unless the text is plainly in another one: names of products are Latin
 * in every language, and a few words can belong to several
 */
export function detectLanguage(text: string, expected?: Language): Language | undefined {
  const normalized = normalizeText(text);
  const script = scriptLanguage(normalized, expected);
  return script === 'latin' ? latinLanguage(normalized, expected) : script;
}

const han = /\p{Script=Han}/gu;
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/gu;
// Grammar and everyday characters that Chinese has and Japanese has not.
const chineseOnly = /[吗么呢吧啊这那哪们你您我怎没还给谁请谢货费单达运换款账过发钱买卖电话时间网络问题]/u;

function scriptLanguage(text: string, expected: Language | undefined): Language | 'latin' | undefined {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  const isJapanese = count(kana) > 0 || (expected === 'ja' && !chineseOnly.test(text));
  // Names of products are Latin everywhere, so a word in another script says twice as much.
  const counts: [Language | 'latin', number][] = [
    [isJapanese ? 'ja' : 'zh', count(kana) + count(han)],
    ['ar', 2 * count(/\p{Script=Arabic}+/gu)],
    ['ru', 2 * count(/\p{Script=Cyrillic}+/gu)],
    ['latin', count(/\p{Script=Latin}+/gu)],
  ];
  const [best] = counts.sort((a, b) => b[1] - a[1]);
  return best !== undefined && best[1] > 0 ? best[0] : undefined;
}

function latinLanguage(text: string, expected: Language | undefined): Language | undefined {
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? [];
  if (expected !== undefined && words.filter((word) => word.length > 1).length < leastLatinWords) return expected;
  const scores = latinScores(text, words);
  const [first, second] = [...scores].sort((a, b) => b[1] - a[1] || languages.indexOf(a[0]) - languages.indexOf(b[0]));
  const lead = leastLead + (expected === undefined ? 0 : (scores.get(expected as LatinLanguage) ?? 0));
  if (expected !== undefined && (first === undefined || first[1] < lead)) return expected;
  if (first === undefined || first[1] < leastPoints || first[1] === second?.[1]) return undefined;
  return first[0];
}

const supportSets = new Map<LatinLanguage, ReadonlySet<string>>();

function wordsOf(language: LatinLanguage): ReadonlySet<string> {
  let set = supportSets.get(language);
  if (set === undefined) {
    set = new Set(supportWords[language].split(' '));
    supportSets.set(language, set);
  }
  return set;
}

function latinScores(text: string, words: readonly string[]): Map<LatinLanguage, number> {
  const scores = new Map<LatinLanguage, number>(latinLanguages.map((language) => [language, 0]));
  const add = (language: LatinLanguage, points: number) => scores.set(language, (scores.get(language) ?? 0) + points);
  for (const word of words) {
    const folded = fold(word);
    const speakers = latinLanguages.filter((language) => functionWords(language).has(folded) || wordsOf(language).has(folded));
    // A word that several languages share tells less.
    for (const language of speakers) add(language, 1 / speakers.length);
    if (speakers.length > 0) continue;
    for (const language of latinLanguages) {
      add(language, Math.min(mostSpellingPoints, spellingPoints * (word.match(spellings[language])?.length ?? 0)));
    }
  }
  for (const language of latinLanguages) {
    const telling = tellingSpellings[language];
    if (telling !== undefined) add(language, text.match(telling)?.length ?? 0);
  }
  return scores;
}
