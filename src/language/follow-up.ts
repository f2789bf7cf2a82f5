import { detectLanguage } from './detect.ts';
import { fold } from './fold.ts';
import { functionWords } from './function-words.ts';
import { type Language, type Locale, languages, spokenLanguage } from './locale.ts';
import { normalizeText } from './normalize.ts';
import { tokenize } from './tokens.ts';

const acknowledgement =
  "ok(?:ay)?|yes|no|so|well|hm+|ah|right|fine|thanks|bueno|vale|entonces|gracias|gut|danke|alors|d'accord|merci|então|entao|certo|ну|хорошо|ладно|ясно|طيب|حسنا|شكرا|好的?|谢谢|はい|なるほど|わかりました";

// How the nine languages hook a question onto the one before: "and for France?", "what about returns then?". A word that
// also starts questions of their own (Portuguese "o", Chinese 那个) is no hook.
const hooks = [
  'and|but|or|what about|how about|what if|then|same for|(?:also|only|even) (?:for|in|to|on|if|with|when|from)(?=(?: \\S+){1,4}$)',
  'y(?! a[ -]t| aura| avait)|pero|¿ ?(?:y|pero|o|también)|¿?(?:qué|que) (?:tal|pasa con|hay de)|también (?:en|para|a|con|si|de)(?=(?: \\S+){1,4}$)',
  'und|aber|oder|was ist mit|wie (?:sieht|ist|steht) es (?:mit|bei|um)|auch (?:für|in|nach|bei|mit|wenn|im|am)(?=(?: \\S+){1,4}$)',
  "et|mais|ou(?! (?:est|sont|se|en|puis|peut|trouve|trouver|voir|dois|aller|je|on|vais)(?!\\p{L}))|qu'en est-il|aussi (?:pour|en|à|au|aux|si|avec|dans)(?=(?: \\S+){1,4}$)",
  'e(?! (?:possivel|possível|preciso|gratis|grátis)(?!\\p{L}))|mas|e se|que tal|também (?:em|para|a|com|se|no|na)(?=(?: \\S+){1,4}$)',
  'а|и|но|или|как насч[её]т|что насч[её]т',
  'و?ماذا عن|وماذا لو|لكن|ولكن|أو|او|و(?:هل|ماذا|كم|كيف|متى|أين|اين|إلى|الى|في|من|عن|إذا|اذا|بالنسبة)',
].join('|');
// Written together with what follows.
const joinedHooks =
  'ولل|وبال|那么|那(?![个款些种台张只件条时里边儿串双副套把盏根部本天次位样])|但是|不过|可是|还有(?=[，,])|那如果|或者|それなら|それでは|では|じゃあ|じゃ(?=[、,])|あと(?!どのくらい|どれくらい|何|で|から)|でも|それと';

const opening = new RegExp(`^(?:(?:${acknowledgement})[\\s,，、،!！.。]+)*(?:(?:${hooks})(?=[\\s,，、،？?؟]|$)|(?:${joinedHooks}))`, 'u');
// A topic and nothing else: "退货呢？", "返品は？".
const bareTopic = /^(?!.*(?:怎么|什么|多久|多少|如何|哪|几|谁|吗)).{1,9}呢[？?。.!！ ]*$|^.{1,6}は[？?。.!！ ]*$/u;
const ending = /(?<!\p{L})(?:then|too|as well|instead|también|auch|aussi|também|тоже)[?.! ]*$/u;

/** Whether a message reads as the continuation of what was asked before. */
export function readsAsFollowUp(text: string): boolean {
  const normalized = normalizeText(text).replace(/[’ʼ]/g, "'");
  return opening.test(normalized) || bareTopic.test(normalized) || ending.test(normalized);
}

// Words that stand for something named before. What more often stands for nothing in particular ("it is raining", German
// "es gibt", French "il y a") is left out, and so is what is written like an article.
const standIns: Record<Language, RegExp> = {
  en: /(?<!\p{L})(?:it|its|they|them|their|that|this|these|those|one|ones|there)(?!\p{L})/u,
  zh: /它|这个|那个|这些|那些|其中/u,
  es: /(?<!\p{L})(?:lo|los|las|le|les|eso|esto|esa|ese|ellos|ellas|ella|él|mía|mío)(?!\p{L})|(?:ar|er|ir)(?:lo|la|los|las|le|les)(?!\p{L})/u,
  de: /(?<!\p{L})(?:er|sie|ihn|ihm|ihr|ihnen|dessen|deren|damit|dafür|daran|darauf|davon|dazu|darin|da|das|denn|meine[rs]?|eine[rs]|so|sonst)(?!\p{L})/u,
  fr: /(?<!\p{L})(?:elle|elles|ils|le mien|la mienne|lui|leur|ça|cela|celui-ci|celle-ci|en|y|l'autre|l'un|ci)(?!\p{L})|-(?:il|elle|ils|elles|le|la|les)(?!\p{L})|(?<!\p{L})(?:je|tu|vous|on|l')\s?(?:le|la|les)(?!\p{L})|(?<!\p{L})il(?! (?:y|faut|est possible|pleut))(?!\p{L})/u,
  pt: /(?<!\p{L})(?:ele|ela|eles|elas|dele|dela|deles|delas|nele|nela|isso|isto|meu|minha)(?!\p{L})|-(?:lo|la|los|las|o|a)(?!\p{L})/u,
  ar: /(?<!\p{L})(?:هو|هي|هم|ذلك|هذا|هذه|تلك|به|بها|له|لها|منه|منها|فيه|فيها|عليه|عليها|عنه|عنها)(?!\p{L})|\p{L}{3,}(?:ه|ها|هما|هم)(?!\p{L})/u,
  ru: /(?<!\p{L})(?:он|она|оно|они|его|её|ее|их|ему|ей|им|него|нее|неё|них|ним|ней|ею|это|этого|этом|этим|мою|моя|мой)(?!\p{L})/u,
  ja: /それ|これ|あれ|その|この|そちら/u,
};

/** A question of this many words that carry a topic, or none, hardly stands alone after another one. */
const fewWords = 1;
/** Words of any kind in such a question. */
const shortText = 3;

/**
 * Whether a question leaves out what it is about, so that it has to be read with the one before: it has a word that
 * stands for something named before, or next to none of its own.
 */
export function leansOnBefore(text: string, locale: Locale): boolean {
  if (readsAsFollowUp(text)) return true;
  const normalized = normalizeText(text).replace(/[’ʼ]/g, "'");
  const language = languageIn(normalized, locale);
  const isShort = tokenize(text, language).length <= shortText && contentWords(text, language).length <= fewWords;
  return isShort || standIns[language].test(normalized);
}

/** Words that carry a topic; in Arabic an "and" is written onto the next word, whatever that is. */
function contentWords(text: string, language: Language): string[] {
  return tokenize(text, language)
    .filter(({ weight, word }) => weight >= 0.9 && !(language === 'ar' && functionWords('ar').has(word.replace(/^[وف]/u, ''))))
    .map(({ word }) => word);
}

function languageIn(text: string, locale: Locale): Language {
  const found = detectLanguage(text);
  return languages.find((language) => language === found) ?? spokenLanguage(locale);
}

export interface WrittenOut {
  readonly text: string;
  /** Whether the follow-up itself only names another one of what was asked about before. */
  readonly isSubstitute: boolean;
}

/**
 * A follow-up written out. Where it names another country it takes the place of the one before: "How much is shipping to
 * Japan?" and "and Hong Kong?" are "How much is shipping to and Hong Kong?". A question with a point of its own takes
 * only the names along: "Which formats does the Folio 7 read?" and "how do I put them on it?" are "Folio 7 how do I put
 * them on it?".
 */
export function writtenOut(before: string, text: string, locale: Locale): WrittenOut {
  const language = languageIn(normalizeText(text), locale);
  const regions = regionsIn(text, language);
  const own = contentWords(withoutWords(text, regions), language);
  const isSubstitute = regions.length > 0 && own.length === 0;
  const replaced = regions.length === 0 ? [] : regionsIn(before, language).filter((region) => !regions.includes(region));
  const names = own.length === 0 ? [] : namedThings(before);
  const kept = names.length > 0 ? names.join(' ') : withoutWords(before, replaced);
  return { text: `${kept} ${text}`, isSubstitute };
}

function withoutWords(text: string, words: readonly string[]): string {
  return words.reduce((rest, word) => rest.replaceAll(word, ' '), text).replace(/\s+/gu, ' ');
}

/** Names with a number or a code in them, as products have them: "Folio 7", "Sweep R5", "Nomad AX". */
function namedThings(text: string): string[] {
  return text.match(/\p{Lu}[\p{Script=Latin}]+ (?:\p{Lu}?\p{N}{1,4}|\p{Lu}{2,3})(?![\p{L}\p{N}])/gu) ?? [];
}

/** The words of a text that name a country, as they stand there. */
function regionsIn(text: string, language: Language): string[] {
  const names = regionNames(language);
  if (language === 'zh' || language === 'ja') return names.filter((name) => text.includes(name));
  const phrases = names.filter((name) => name.includes(' ') && text.toLowerCase().includes(name));
  // Inflected or with an article joined on, a name keeps most of its letters.
  const words = (text.match(/[\p{L}\p{M}]{4,}/gu) ?? []).filter((word) => {
    const own = fold(word.toLowerCase());
    if (functionWords(language).has(own)) return false;
    return names.some((name) => {
      const kept = Math.max(4, name.length - 2);
      return name.slice(0, kept) === own.slice(0, kept) || own.endsWith(name);
    });
  });
  return [...phrases.flatMap((phrase) => new RegExp(phrase, 'iu').exec(text)?.[0] ?? []), ...words];
}

const regionTables = new Map<Language, readonly string[]>();

/** Names of countries in a language; those of one word folded, where the language writes words apart. */
function regionNames(language: Language): readonly string[] {
  const known = regionTables.get(language);
  if (known !== undefined) return known;
  const display = new Intl.DisplayNames([language], { type: 'region', style: 'short', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const names = letters.flatMap((first) => letters.flatMap((second) => display.of(first + second) ?? []));
  const isWordless = language === 'zh' || language === 'ja';
  const words = isWordless
    ? names
    : names.map((name) => (/\s/u.test(name) ? name.toLowerCase() : fold(name.toLowerCase()).replace(/^ال/u, '')));
  const table = words.filter((word) => word.length >= (isWordless ? 2 : 4));
  regionTables.set(language, table);
  return table;
}
