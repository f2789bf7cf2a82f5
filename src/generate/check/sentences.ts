import type { Language } from '../../language/locale.ts';

// A full stop ends a sentence only before a space and what can begin one, and not after a short form or an initial.
const end =
  /(?<=[。！？!?؟…][»”"'）)]?)\s*|(?<=(?<!(?<!\p{N}\s?)\b\p{L}|\b(?:e\.g|i\.e|z\.B|d\.h|ca|bzw|p\.ex|etc|approx|incl|min|max|no|nr|т\.е|напр|стр))[.][»”"')]?)\s+(?=[\p{Lu}\p{Lt}\p{Lo}\p{N}"«“¿¡([])|\n+/u;

/** The sentences of a text, in order, none empty. List marks at the start of a line go. */
export function sentencesOf(text: string): string[] {
  return text
    .split(end)
    .map((sentence) => sentence.replace(/^\s*(?:[-*•–]|\d+[.)])\s+(?=\S)/u, '').trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}

const marks = '[;；—–:：؛]\\s|[：；]|\\s[–—]\\s|[()（）]|\\s›\\s';

// What a clause begins with where it comes after a comma or a conjunction. Rows of things are not cut: what denies one of
// them denies them all.
const beginnings: Record<Language, string> = {
  en: "you|we|it|they|he|she|i|there|this|that|these|those|please|do|don't|then|just|your|our|their|his|her|my|its|the|a|an|so|but|because|since|while|if|unless|although|though|whereas|until|when|once|as|which|who|where|no|not|nobody|nothing|never|also|otherwise|what|how|everything|all|can|cannot|can't|may|must|will|won't|does|doesn't|is|are|isn't|aren't|has|have|need",
  es: 'el|la|los|las|un|una|usted|nosotros|se|su|sus|tu|tus|no|pero|porque|si|cuando|aunque|mientras|por favor|entonces|este|esta|que|lo|le|ya|también|nunca|nada|hay|puede|puedes|podemos',
  de: 'der|die|das|den|dem|ein|eine|einen|wir|sie|es|er|ich|ihr|ihre|unser|unsere|bitte|dann|nicht|kein|keine|aber|weil|da|wenn|obwohl|während|sondern|sobald|falls|dass|was|wie|wo|so|auch|sonst|nie|nichts|man',
  fr: "le|la|les|l'\\p{L}+|un|une|vous|nous|il|elle|ils|elles|on|je|ce|cela|ça|c'est|votre|vos|notre|nos|mais|car|parce|puisque|si|lorsque|quand|bien|tandis|ne|n'\\p{L}+|pas|aucun|aucune|veuillez|puis|alors|sinon|qui|que|où|ensuite",
  pt: 'o|a|os|as|um|uma|você|vocês|nós|ele|ela|eles|se|seu|sua|nosso|nossa|não|mas|porque|pois|quando|embora|enquanto|por favor|então|este|esta|que|já|também|nunca|nada|há|pode|podemos|é',
  ru: 'вы|мы|он|она|оно|они|я|это|этот|эта|ваш|ваша|ваши|наш|наша|пожалуйста|не|нет|но|а|потому|так как|если|хотя|когда|пока|чтобы|то|также|тогда|иначе|который|которая|которые|что|как|все|никто|ничего',
  ar: 'لا|لن|لم|ليس|ليست|هو|هي|هم|نحن|أنت|هذا|هذه|لكن|ولكن|لأن|لان|إذا|اذا|حتى|عندما|بينما|ثم|يمكنك|يرجى|كما|وإلا|التي|الذي|وهو|وهي|ولا|ولن|ولم|ويمكنك|فلا',
  zh: '',
  ja: '',
};
const conjunctions: Record<Language, string> = {
  en: 'and|or|nor',
  es: 'y|e|o|ni',
  de: 'und|oder',
  fr: 'et|ou|ni',
  pt: 'e|ou|nem',
  ru: 'и|или|ни',
  ar: 'أو|او',
  zh: '',
  ja: '',
};
// Before these a clause may begin without a comma too.
const joints: Partial<Record<Language, string>> = {
  en: 'but|because|while|unless|although|whereas|so that|since|if|until|once',
  es: 'pero|porque|aunque|si',
  de: 'aber|sondern',
  fr: 'mais|car|parce que|si',
  pt: 'mas|porque|embora|se',
  ru: 'но|если|чтобы',
  ar: 'لكن|ولكن|لأن|إذا',
};
const unspaced = '[，,。]\\s?|、(?=不|没|无|可以|能)|但是|不过|而且|因为|所以|如果|或者|ので、?|から、|が、|けれど';

// "No, …" answers the question and denies nothing of what follows.
const interjection = /^(?:no|nein|non|não|нет|لا|yes|ja|oui|sí|sim|да|نعم|いいえ|はい|是的|不是|对)\s*[,:;.،，、。—–-]\s*/iu;

const splitters = new Map<Language, RegExp>();

/** The clauses of a sentence: what can be true or false by itself. Commas within numbers and rows of things stay. */
export function clausesOf(sentence: string, language: Language): string[] {
  const parts = sentence
    .replace(interjection, '')
    .split(splitterOf(language))
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
  const clauses: string[] = [];
  for (const part of parts) {
    const before = clauses.at(-1);
    // A word or two belong to what comes before them, or to what they open.
    if (before !== undefined && (!isStatement(part) || !isStatement(before))) clauses[clauses.length - 1] = `${before} ${part}`;
    else clauses.push(part);
  }
  return clauses.map((clause) => clause.trim());
}

function splitterOf(language: Language): RegExp {
  let splitter = splitters.get(language);
  if (splitter === undefined) {
    const begin = `(?=(?:${beginnings[language]})(?![\\p{L}\\p{N}]))`;
    const words =
      language === 'zh' || language === 'ja'
        ? unspaced
        : `[,،]\\s+(?:${conjunctions[language]})\\s+|[,،]\\s+${begin}|\\s+(?:${conjunctions[language]})\\s+${begin}|[,،]\\s+و\\s?|\\s+(?=(?:${joints[language] ?? '(?!)'})\\s)`;
    splitter = new RegExp(`${marks}|${words}`, 'giu');
    splitters.set(language, splitter);
  }
  return splitter;
}

function isStatement(text: string): boolean {
  return (
    (text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0) >= 3 ||
    (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) >= 3
  );
}
