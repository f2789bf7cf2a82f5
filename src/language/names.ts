import type { Language } from './locale.ts';

/** A name as it stands in a text: a product, a place, a code. */
export interface Name {
  readonly text: string;
  readonly at: number;
}

const addresses =
  /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+|(?:https?:\/\/|www\.)[^\s<>"'，。；、）)\]]+|\b(?:[a-z0-9-]+\.)+[a-z]{2,}(?:\/[^\s<>"'，。；、）)\]]*)?/giu;

/** Web and mail addresses of a text, without the scheme and what only ends a sentence. */
export function addressesOf(text: string): string[] {
  return Array.from(text.matchAll(addresses), ([address]) =>
    address
      .replace(/^(?:https?:\/\/)?(?:www\.)?/iu, '')
      .replace(/[.,:;!?/]+$/u, '')
      .toLowerCase(),
  );
}

export function withoutAddresses(text: string): string {
  return text.replace(addresses, ' ');
}

const latinWord = /[\p{Script=Latin}\p{N}]+(?:[-+.][\p{Script=Latin}\p{N}]+)*\+?/gu;
const codeLike = /\p{L}\p{N}|\p{N}\p{L}|\p{Lu}\p{Lu}|\p{Ll}\p{Lu}/u;
/** Units of measure look like codes and are compared with their numbers. */
const measures = /^(?:\p{N}.*|[kKmMGT]?(?:Hz|W|Wh|V|A|B|bit|g|m|l|K)|mAh|mm|cm|km|ml|kg|°C|CET|UTC|PM|AM|am|pm|OK|I|FAQ)$/u;
/** Languages that write their nouns without capitals, so that a capital within a sentence shows a name. */
const capitalsName: ReadonlySet<Language> = new Set(['en', 'es', 'fr', 'pt', 'ru']);
const ownScript: ReadonlySet<Language> = new Set(['zh', 'ja', 'ar', 'ru']);

/** The names of a text as far as its writing shows them. */
export function namesOf(text: string, language: Language): Name[] {
  const names: Name[] = [];
  for (const { 0: word, index } of text.matchAll(ownScript.has(language) ? latinWord : /[\p{L}\p{N}]+(?:[-+.'’][\p{L}\p{N}]+)*\+?/gu)) {
    const bare = word.replace(/['’].*$/u, '');
    if (measures.test(bare)) continue;
    if (codeLike.test(bare) || isNamed(bare, text.slice(0, index), text.slice(index + word.length), language))
      names.push({ text: bare.toLowerCase(), at: index });
  }
  if (language === 'ru')
    for (const { 0: word, index } of text.matchAll(/\p{Script=Cyrillic}+/gu))
      if (isNamed(word, text.slice(0, index), '', language)) names.push({ text: word.toLowerCase(), at: index });
  return names;
}

function isNamed(word: string, before: string, after: string, language: Language): boolean {
  if (word.length < 2) return false;
  if (ownScript.has(language) && /^\p{Script=Latin}/u.test(word)) return true;
  if (!/^\p{Lu}/u.test(word)) return false;
  // "Lark 2", "Sweep R5"
  if (/^ \p{Lu}?\p{N}{1,3}(?![\p{L}\p{N}]| ?[%€°])/u.test(after) && /^ (?:\p{Lu}\p{N}|\p{N})/u.test(after)) return true;
  return capitalsName.has(language) && !/(?:^|[.!?:…"“«¿¡()›•*–]|\p{N}\.)\s*$/u.test(before);
}
