import { fold } from '../language/fold.ts';
import { type Language, type Locale, spokenLanguage } from '../language/locale.ts';
import { normalizeText } from '../language/normalize.ts';
import type { ReplyWords } from './reply-words.ts';
import type { GuidePhrases, TongueData } from './tongues/tongue-data.ts';

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
type WordList = Exclude<keyof ReplyWords, 'opposites' | 'numbers' | 'ordinals'>;

/** A locale with how people reply in it, and what the agent says. */
export interface Tongue {
  readonly locale: Locale;
  readonly language: Language;
  readonly words: ReplyWords;
  readonly phrases: GuidePhrases;
  /** Made when first needed. */
  readonly patterns: Map<string, RegExp>;
  /** Pairs of patterns of words of which those of one exclude those of the other. */
  readonly opposites: readonly (readonly [RegExp, RegExp])[];
}

/** The tongues of one exchange. */
export interface Tongues {
  /** Of the guide's words. */
  readonly guide: Tongue;
  /** Of the visitor's. */
  readonly visitor: Tongue;
}

const made = new WeakMap<TongueData, Map<Locale, Tongue>>();

export function tongueOf(locale: Locale, data: TongueData): Tongue {
  const known = made.get(data) ?? new Map<Locale, Tongue>();
  made.set(data, known);
  let tongue = known.get(locale);
  if (tongue === undefined) {
    const { replies: words, phrases } = data;
    tongue = {
      locale,
      language: spokenLanguage(locale),
      words,
      phrases,
      patterns: new Map(),
      opposites: oppositesIn(words, spokenLanguage(locale)),
    };
    known.set(locale, tongue);
  }
  return tongue;
}

/** Whether a folded text starts with, is, or holds one of a language's words. */
export function says(text: string, list: WordList, place: Place, tongue: Tongue): boolean {
  return wordPattern(list, place, tongue).test(text);
}

/** Whether a text is a yes and nothing else. */
export function agrees(text: string, tongue: Tongue): boolean {
  const rest = afterLead(withoutFiller(foldReply(text), tongue), 'yes', tongue);
  return rest !== undefined && (!/[\p{L}\p{N}]/u.test(rest) || says(rest, 'filler', 'whole', tongue));
}

/** Of lists of words that only reply to something, those that are glad that it is over, and the others. */
const glad = ['solved', 'mended', 'worksAgain', 'affirms'] as const;
const bare = [...glad, 'yes', 'no', 'unsure', 'tried', 'stop'] as const;

/** What a text is that only replies to something and names nothing: where nothing was asked, it asks nothing. */
export function bareReply(text: string, tongue: Tongue): 'thanks' | 'no-question' | undefined {
  const listOf = (clause: string) =>
    bare.find((list) => [clause, withoutFiller(clause, tongue)].some((words) => says(words, list, 'whole', tongue)));
  const lists = clausesOf(foldReply(text), tongue).map(listOf);
  if (lists.length === 0 || lists.includes(undefined)) return undefined;
  return glad.some((list) => lists.includes(list)) ? 'thanks' : 'no-question';
}

/** Whether a text steers the talk by one word, and says nothing else. */
export function isCommand(text: string, command: 'back' | 'restart' | 'skip' | 'stop', tongue: Tongue): boolean {
  const folded = foldReply(text);
  return says(folded, command, 'whole', tongue) || says(withoutFiller(folded, tongue), command, 'whole', tongue);
}

/** A pattern of one of a language's lists of words. */
export function wordPattern(list: WordList, place: Place, tongue: Tongue): RegExp {
  const { language, patterns } = tongue;
  const key = `${list} ${place}`;
  let pattern = patterns.get(key);
  if (pattern === undefined) {
    const words = `(?:${tongue.words[list]})`;
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
export function withoutFiller(text: string, tongue: Tongue): string {
  let rest = text;
  for (let times = 0; times < 4; times += 1) {
    const [found] = wordPattern('filler', 'lead', tongue).exec(rest) ?? [];
    // "I think so" is an answer, "I think the light is red" starts with a filler.
    const answers = (['yes', 'no', 'unsure', 'how', 'why'] as const).map(
      (list) => wordPattern(list, 'lead', tongue).exec(rest)?.[0].length ?? 0,
    );
    if (found !== undefined && Math.max(...answers) > found.length) return rest;
    const next = found === undefined ? rest : rest.slice(found.length).replace(/^[\s,，、.。!！…;:-]+/u, '');
    if (next === '' || next === rest) return rest;
    rest = next;
  }
  return rest;
}

/** What follows the words of a list at the start of a text, or undefined where it does not start so. */
export function afterLead(text: string, list: WordList, tongue: Tongue): string | undefined {
  const [found] = wordPattern(list, 'lead', tongue).exec(text) ?? [];
  return found === undefined ? undefined : text.slice(found.length).replace(/^[\s,，、.。!！…;:-]+/u, '');
}

/** The clauses of a text; numbers stay whole. */
export function clausesOf(text: string, tongue: Tongue): string[] {
  const { language, words } = tongue;
  const { but } = words;
  const joint = language === 'zh' || language === 'ja' ? `(?:${but})` : `(?<=\\s)(?:${but})(?=\\s)`;
  return text
    .split(new RegExp(`[;!?。！？；、，…\\n]|[.,:،](?!\\d)|\\s[-–—]\\s|${joint}`, 'u'))
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');
}

/** Whether a clause says the contrary of its words: an odd number of negations. */
export function isNegated(clause: string, tongue: Tongue): boolean {
  const plain = clause.replace(new RegExp(wordPattern('notNot', 'any', tongue).source, 'gu'), ' ');
  // French and Portuguese say one negation in two words ("ne … pas"), so that any number counts once.
  return says(plain, 'not', 'any', tongue);
}

/** Words that say yes or no by themselves, and how much or how often in company. */
export const quantifiers =
  /^(?:right|always|never|all of them|all|both|nothing|none|neither|zero|only|hardly|not (?:any|even)|not|siempre|nunca|nada|todos|ambos|immer|nie|alle|beide|nichts|nur|toujours|jamais|rien|aucune?|tous|sempre|todos|nenhum|всегда|никогда|ничего|все|оба|全部|両方|都|一直|从不|دائما|ابدا|كلها)(?![\p{L}\p{N}])/u;

/** 1 where a text says that something is as it should be, -1 where it is not. */
export function valenceOf(text: string, tongue: Tongue): 1 | -1 | 0 {
  if (says(text, 'bad', 'any', tongue)) return -1;
  return says(text, 'good', 'any', tongue) ? 1 : 0;
}

/** -1 where a clause names the contrary of a word of the question, 1 where it names the same or one that means nearly the same. */
export function contraryOf(clause: string, question: string, tongue: Tongue): 1 | -1 | 0 {
  for (const { one, other, side } of namedBy(question, tongue)) {
    const told = Number(one.test(clause)) - Number(other.test(clause));
    if (told !== 0) return side === told ? 1 : -1;
  }
  return 0;
}

interface Named {
  readonly one: RegExp;
  readonly other: RegExp;
  /** 1 where the text names the one, -1 where it names the other. */
  readonly side: number;
}

const naming = new WeakMap<Tongue, Map<string, readonly Named[]>>();

/** The pairs of opposites of which a question or label names one side; the same few are asked for again and again. */
function namedBy(text: string, tongue: Tongue): readonly Named[] {
  const known = naming.get(tongue) ?? new Map<string, readonly Named[]>();
  naming.set(tongue, known);
  let named = known.get(text);
  if (named === undefined) {
    named = tongue.opposites.flatMap(([one, other]) => {
      const side = Number(one.test(text)) - Number(other.test(text));
      return side === 0 ? [] : [{ one, other, side }];
    });
    if (known.size > 2000) known.clear();
    known.set(text, named);
  }
  return named;
}

function oppositesIn({ opposites }: ReplyWords, language: Language): [RegExp, RegExp][] {
  const isWritten = language === 'zh' || language === 'ja';
  const patternFor = (side = '') => {
    const words = side.replaceAll('_', ' ').replaceAll(',', '|');
    return new RegExp(isWritten ? words : `(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, 'u');
  };
  return opposites.split(' ').map((pair) => {
    const [one, other] = pair.split('/');
    return [patternFor(one), patternFor(other)];
  });
}
