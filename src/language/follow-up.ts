import { normalizeText } from './normalize.ts';

// How the nine languages hook a question onto the one before: "and for France?", "what about returns then?".
const openings =
  /^(?:(?:ok(?:ay)?|so|well|hm+|ah|also|bueno|vale|entonces|gut|alors|então|entao|ну|хорошо|طيب|حسنا|好的?|はい|なるほど)[\s,，、!.]+)?(?:and|but|or|what about|how about|what if|also|then|same for|only|even|y|pero|o|¿y|¿pero|que tal|qué tal|¿qué tal|que pasa con|qué pasa con|¿qué pasa con|también|und|aber|oder|was ist mit|wie (?:sieht|ist) es (?:mit|bei)|auch|et|mais|ou|qu'en est-il|et si|aussi|e|mas|e se|e quanto|que tal|também|а|и|но|или|а если|как насч[её]т|что насч[её]т|тоже|ماذا عن|وماذا عن|وماذا لو|لكن|أو|وهل|وفي|وإلى|وكم|وبالنسبة|那么?|如果|还有|那如果|但是?|或者|それなら|じゃあ?|では|それでは|あと|でも|それと)(?=[\s,，、？?]|$|\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana})/u;
// The waw of "and" is written together with the word that it joins.
const arabicAnd = /^و(?:هل|ماذا|كم|كيف|متى|أين|اين|إلى|الى|في|من|عن|إذا|اذا|ل|بالنسبة)/u;
const endings = /(?:呢|は)[？?。.!！\s]*$|\b(?:then|too|as well|instead|también|auch|aussi|também|тоже)[?.!\s]*$/u;

/** Whether a message reads as the continuation of what was asked before. */
export function readsAsFollowUp(text: string): boolean {
  const normalized = normalizeText(text);
  return openings.test(normalized) || arabicAnd.test(normalized) || endings.test(normalized);
}
