import { fold } from '../language/fold.ts';
import type { Language } from '../language/locale.ts';
import { normalizeText } from '../language/normalize.ts';
import { type ReplyWords, replyWords } from './reply-words.ts';

/** One reply's words as `ReplyWords` are written: folded, lower case, contractions written out. */
export function foldReply(text: string): string {
  return normalizeText(text)
    .replace(/[’ʼ`´]/g, "'")
    .replace(/\bcan't\b/g, 'can not')
    .replace(/\bcannot\b/g, 'can not')
    .replace(/\bwon't\b/g, 'will not')
    .replace(/n't\b/g, ' not')
    .replace(/\b(it|that|what|there|he|she|which)'s\b/g, '$1 is')
    .replace(/\bi'm\b/g, 'i am')
    .replace(/'ve\b/g, ' have')
    .replace(/'re\b/g, ' are')
    .replace(/(?<=[\p{L}\p{M}])['-](?=[\p{L}\p{M}])/gu, ' ')
    .replace(/[\p{L}\p{M}\p{N}]+/gu, fold)
    .replace(/\s+/g, ' ')
    .trim();
}

type Place = 'lead' | 'whole' | 'any';
type WordList = Exclude<keyof ReplyWords, 'opposites' | 'numbers'>;

const patterns = new Map<string, RegExp>();

/** Whether a folded text starts with, is, or holds one of a language's words. */
export function says(text: string, list: WordList, place: Place, language: Language): boolean {
  return patternOf(list, place, language).test(text);
}

function patternOf(list: WordList, place: Place, language: Language): RegExp {
  const key = `${language} ${list} ${place}`;
  let pattern = patterns.get(key);
  if (pattern === undefined) {
    const words = `(?:${replyWords[language][list]})`;
    const isWritten = language === 'zh' || language === 'ja';
    const end = isWritten ? '' : '(?![\\p{L}\\p{N}])';
    const start = isWritten ? '' : '(?<![\\p{L}\\p{N}])';
    const sources: Record<Place, string> = {
      lead: `^[¿¡]?${words}${end}`,
      whole: `^[¿¡]?${words}[\\s.!,。！…]*$`,
      any: `${start}${words}${end}`,
    };
    pattern = new RegExp(sources[place], 'u');
    patterns.set(key, pattern);
  }
  return pattern;
}

/** The text without what people say before they come to the point. */
export function withoutFiller(text: string, language: Language): string {
  let rest = text;
  for (let times = 0; times < 4; times += 1) {
    const [found] = patternOf('filler', 'lead', language).exec(rest) ?? [];
    const next = found === undefined ? rest : rest.slice(found.length).replace(/^[\s,，、.。!！…;:-]+/u, '');
    if (next === '' || next === rest) return rest;
    rest = next;
  }
  return rest;
}

/** What follows the words of a list at the start of a text, or undefined where it does not start so. */
export function afterLead(text: string, list: WordList, language: Language): string | undefined {
  const [found] = patternOf(list, 'lead', language).exec(text) ?? [];
  return found === undefined ? undefined : text.slice(found.length).replace(/^[\s,，、.。!！…;:-]+/u, '');
}

/** The clauses of a text; numbers stay whole. */
export function clausesOf(text: string, language: Language): string[] {
  const but = replyWords[language].but;
  const joint = language === 'zh' || language === 'ja' ? `(?:${but})` : `(?<=\\s)(?:${but})(?=\\s)`;
  return text
    .split(new RegExp(`[;!?。！？；、，…\\n]|[.,:،](?!\\d)|\\s[-–—]\\s|${joint}`, 'u'))
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');
}

/** Whether a clause says the contrary of its words: an odd number of negations. */
export function isNegated(clause: string, language: Language): boolean {
  const plain = clause.replace(new RegExp(patternOf('notNot', 'any', language).source, 'gu'), ' ');
  // French and Portuguese say one negation in two words ("ne … pas"), so that any number counts once.
  return says(plain, 'not', 'any', language);
}

const pairs = new Map<Language, ReadonlyMap<string, readonly string[]>>();

/** For each word the words that exclude it. */
export function opposites(language: Language): ReadonlyMap<string, readonly string[]> {
  let map = pairs.get(language);
  if (map === undefined) {
    const entries = new Map<string, string[]>();
    for (const pair of replyWords[language].opposites.split(' ')) {
      const [one = '', other = ''] = pair.split('/');
      entries.set(one, [...(entries.get(one) ?? []), other]);
      entries.set(other, [...(entries.get(other) ?? []), one]);
    }
    map = entries;
    pairs.set(language, map);
  }
  return map;
}
