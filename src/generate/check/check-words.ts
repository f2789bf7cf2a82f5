import { fold } from '../../language/fold.ts';
import type { Language, Locale } from '../../language/locale.ts';
import { normalizeText } from '../../language/normalize.ts';
import { tokenize } from '../../language/tokens.ts';
import { oneTerm } from './synonyms.ts';

/** A word that carries a topic. */
export interface CheckWord {
  /** Stemmed, and one for all words that say the same. */
  readonly term: string;
  readonly word: string;
}

// Words that a reply has and a unit need not: courtesy, hedges, what ties sentences together. Folded.
const fillers: Record<Language, string> = {
  en: 'sorry unfortunately please usually normally simply also then however actually really sure certainly course glad happy able possible let make sure remember note still already only even around approximately roughly about everything anything something thing need want like good well else first back yes take give find come go make keep put use work look see try take let enough fine matter way case kind main give really same',
  zh: '抱歉 很抱歉 非常 建议 一般 通常 大约 大概 左右 另外 然后 之后 以后 先 再 请 您好 当然 其实 需要 可以 就是 的话 时候 情况 如果 以内 之内 进行 属于 表示 说明 一下 即可 就行 没关系 问题 可能 所以 因此 不过 需 好的 要是 直接',
  es: 'lamentablemente desafortunadamente normalmente simplemente tambien ademas entonces realmente seguro posible solo aproximadamente alrededor necesita necesitas asegurese recuerde todo algo cosa bien primero',
  de: 'leider normalerweise einfach auch dann jedoch eigentlich sicher gerne moglich etwa ungefahr circa brauchen alles etwas sache gut zuerst immer bereits also',
  fr: 'malheureusement normalement simplement aussi alors toutefois vraiment sur possible seulement environ besoin tout quelque chose bien abord toujours deja donc',
  pt: 'infelizmente normalmente simplesmente tambem entao realmente certo possivel apenas aproximadamente cerca precisa tudo algo coisa bem primeiro sempre',
  ru: 'сожалению обычно просто также затем однако действительно конечно возможно только примерно около нужно всё все что-то хорошо сначала всегда уже',
  ar: 'للاسف عاده فقط ايضا ثم لكن حقا بالتاكيد ممكن حوالي تقريبا تحتاج كل شيء جيد اولا دايما',
  ja: '申し訳 残念 通常 普通 また そして それから 実際 もちろん 可能 だけ 約 ほど くらい 必要 すべて まず 場合 とき 際 お客様',
};

const sets = new Map<Language, ReadonlySet<string>>();

// What denies is compared as such, in `negation.ts`.
const denials =
  /^(?:[也都还]?[不没无]\p{L}?|nothing|nobody|none|never|outside|without|nichts|niemand|nada|nadie|rien|jamais|ничего|никто)$/u;

/** The words of a text that have to rest on something, in reading order; numbers are compared by themselves. */
export function checkWords(text: string, locale: Locale, language: Language): CheckWord[] {
  const known = fillersOf(language);
  return tokenize(text, locale)
    .filter(({ weight, word }) => weight >= 0.9 && !known.has(word) && !denials.test(word) && !/^\p{N}+$/u.test(word))
    .map(({ term, word }) => ({ term: oneTerm(term, language), word }));
}

function fillersOf(language: Language): ReadonlySet<string> {
  let set = sets.get(language);
  if (set === undefined) {
    set = new Set(fillers[language].split(' ').map((word) => fold(normalizeText(word))));
    sets.set(language, set);
  }
  return set;
}
