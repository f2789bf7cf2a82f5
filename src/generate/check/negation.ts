import { fold } from '../../language/fold.ts';
import type { Language } from '../../language/locale.ts';
import { normalizeText } from '../../language/normalize.ts';

// What turns a statement into its contrary; folded. Words that carry a "not" in themselves count too ("excluded").
const negators: Record<Language, string> = {
  en: "(?:\\w*n't)|not|cannot|no(?! (?:problem|matter|later than|longer than))|never|none|nothing|nobody|neither|nor|without|unable|impossible|exclud\\w*|forbid\\w*|prohibit\\w*|stop using|nowhere|outside|too weak",
  es: 'no|nunca|jamas|nada|nadie|ningun\\w*|ni|sin|tampoco|excepto|exclu\\w*|imposible|salvo|prohib\\w*|falta\\w*',
  de: 'nicht|nichts?|kein\\w*|nie(?:mals)?|niemand|ohne|weder|noch nie|ausgeschlossen\\w*|ausgenommen|ausser|unmoglich|verboten|weiger\\w*|fehl(?:t|en)|\\w+los(?:e[rnms]?)?(?<!kostenlos)(?<!kostenlose)(?<!drahtlos)',
  fr: 'ne|pas|jamais|rien|aucun\\w*|ni|sans|sauf|exclu\\w*|impossible|interdit\\w*|hors|refus\\w*',
  pt: 'nao|nunca|jamais|nada|ninguem|nenhum\\w*|nem|sem|exceto|exclu\\w*|impossivel|salvo|proibid\\w*|recus\\w*|falta\\w*',
  ru: 'не|нет|нельзя|ни|никогда|ничего|никто|никак\\w*|без|кроме|исключ\\w*|невозможн\\w*|запрещ\\w*|отсутств\\w*|отказ\\w*',
  ar: 'لا|لن|لم|ليس\\w*|لست|بدون|دون|غير|عدم|ما عدا|باستثناء|مستثن\\w*|مستحيل|ممنوع|ابدا|يتعذر|يرفض',
  zh: '不|没(?!登|有登)|无|非(?!常)|别(?!的)|勿|禁|停用',
  ja: 'ない|ません|なく|なし|ず(?=に|、|$)|ぬ|不可|無(?!料|線|償|事)|非(?!常)|禁|未|除[くきい]|対象外|以外|できな|しないで|断|不足|欠',
};

// These look like a "not" and deny nothing.
const harmless: Partial<Record<Language, string>> = {
  en: "not only|not just|why not|if not|no need to worry|don't worry|do not worry|don't hesitate|do not hesitate|whether or not|opened or not|no matter",
  es: 'no solo|no dude\\w*|no te preocupes|no se preocupe|si no|aunque no',
  de: 'nicht nur|keine sorge|wenn nicht|ob oder nicht',
  fr: "non seulement|n'hesitez pas|pas de souci|ne vous inquietez pas|sinon|n'importe",
  pt: 'nao so|nao hesite|nao se preocupe|se nao|senao',
  ru: 'не только|не стесняйтесь|не волнуйтесь|если нет|не менее|не позднее|не раньше',
  zh: '不仅|不但|不只|不过|无论|不管|不用担心|别担心|没问题|没关系|不妨|不同|不错|无线|无理由|差不多|不久|不然|要不|无条件|不规则|没规律|不好意思|对不起|免得|特别',
  ja: '問題ありません|心配ありません|ご心配なく|かもしれません|なければなりません|ないといけません|だけでなく|すみません|間違いなく|申し訳ありません|なお|ならない|少なくとも',
};

// Words with a "not" in them that people as often say without one ("missing", "still to do"): such a clause can bear out
// a statement of either kind.
const implicit: Record<Language, string> = {
  en: 'lacks?|missing|instead of|free|blocked|hardly|rather than|exceptw*|unless|disappears?|unprotected|closed',
  es: 'falta\\w*|excepto|salvo|rechaz\\w*|gratis|gratuit\\w*|fuera|hasta|exclu\\w*',
  de: 'fehl\\w*|ausser|ausgenommen|abgelehnt|kostenlos|frei|verweiger\\w*|bis|statt',
  fr: 'manqu\\w*|sauf|refus\\w*|gratuit\\w*|hors|jusqu\\w*|exclu\\w*',
  pt: 'falta\\w*|exceto|salvo|recus\\w*|gratis|gratuit\\w*|fora|exclu\\w*',
  ru: 'кроме|отказ\\w*|бесплатн\\w*|отсутств\\w*|исключ\\w*|пока|свыше',
  ar: 'باستثناء|مجان\\w*|يرفض|رفض|خارج|عدا|حتي',
  zh: '缺|除了|除外|以外|拒绝|免|未|没登|没有登|还没',
  ja: '不足|欠|除|以外|対象外|無料|未|拒',
};

// A source that says "only" can bear a statement of either kind: "2.4 GHz only" is also "not 5 GHz".
const limiting: Record<Language, string> = {
  en: 'only|alone|just|once|too|instead|rejects?|exclude',
  es: 'solo|solamente|unicamente|salvo|apenas',
  de: 'nur|allein\\w*|lediglich|erst|bloss',
  fr: 'seul\\w*|que|uniquement|seulement',
  pt: 'so|somente|apenas|unic\\w*',
  ru: 'только|лишь|единственн\\w*|пока',
  ar: 'فقط|الا|سوى|وحد\\w*',
  zh: '只(?!要)|仅|唯一|避开',
  ja: 'だけ|のみ|しか|限',
};

export interface Polarity {
  readonly isNegative: boolean;
  /** Says "only" or the like. */
  readonly isLimiting: boolean;
  /** Either kind can rest on it. */
  readonly isOpen: boolean;
}

const patterns = new Map<Language, Readonly<Record<'negative' | 'harmless' | 'limiting' | 'implicit', RegExp>>>();

/** Whether a clause denies what it speaks of. */
export function polarityOf(clause: string, language: Language): Polarity {
  const known = patternsOf(language);
  const folded = foldWords(clause, language).replace(known.harmless, ' ');
  return {
    isNegative: known.negative.test(folded),
    isLimiting: known.limiting.test(folded),
    isOpen: known.implicit.test(folded),
  };
}

/** The parts of a clause that its first word of denial is about: what comes after it, and what comes before. */
export function aroundDenial(clause: string, language: Language): { readonly before: string; readonly after: string } | undefined {
  const folded = foldWords(clause, language).replace(patternsOf(language).harmless, ' ');
  const match = patternsOf(language).negative.exec(folded);
  if (match === null) return undefined;
  // "Do not pay it and write to us" denies the first of the two; what is denied together is joined by "or".
  const after = folded.slice(match.index + match[0].length).split(and)[0] ?? '';
  return { before: folded.slice(0, match.index), after };
}

const and = /(?<![\p{L}])(?:and|but|y|pero|und|aber|sondern|et|mais|e|mas|и|а|но)(?![\p{L}])|[،,،] ?و|并且|而是|但/u;

function foldWords(text: string, language: Language): string {
  const normalized = normalizeText(text).replace(/[’ʼ]/g, "'");
  return language === 'ja' ? normalized : fold(normalized);
}

function patternsOf(language: Language) {
  let known = patterns.get(language);
  if (known === undefined) {
    known = {
      negative: pattern(negators[language], language, 'u'),
      harmless: pattern(harmless[language] ?? '(?!)', language, 'gu'),
      limiting: pattern(limiting[language], language, 'u'),
      implicit: pattern(implicit[language], language, 'u'),
    };
    patterns.set(language, known);
  }
  return known;
}

/** Words as a whole where a language writes them apart; `\w` is any letter. */
function pattern(words: string, language: Language, flags: string): RegExp {
  const letters = words.replaceAll('\\w', '\\p{L}');
  if (language === 'zh' || language === 'ja') return new RegExp(letters, flags);
  const joined = language === 'ar' ? '(?:[وف])?' : '';
  return new RegExp(`(?<![\\p{L}])${joined}(?:${letters})(?![\\p{L}])`, flags);
}
