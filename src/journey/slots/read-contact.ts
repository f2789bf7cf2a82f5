import { fold } from '../../language/fold.ts';
import { visibleText } from '../../language/normalize.ts';

const longestEmail = 254;

function plain(text: string): string {
  return visibleText(text)
    .normalize('NFKC')
    .replace(/\p{Nd}+/gu, fold);
}

/** The e-mail address in a text, its domain in lower case; undefined where there is none. */
export function readEmail(text: string): string | undefined {
  const [found] = /[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/u.exec(plain(text).replace(/\s*@\s*/g, '@')) ?? [];
  if (found === undefined || found.length > longestEmail || /\.\.|^\.|\.@/.test(found)) return undefined;
  const [local = '', domain = ''] = found.split('@');
  return /^-|-$|-\./.test(domain) ? undefined : `${local}@${domain.toLowerCase()}`;
}

/** The phone number in a text: digits, with + where its country's code is told; undefined where there is none. E.164 has 15 digits at most. */
export function readPhone(text: string): string | undefined {
  // What hangs on letters by a hyphen is a number of something else: AB-4711123.
  const [found] = /(?<![\p{L}\p{N}]|[\p{L}\p{N}]-)(?:\+|00)?\(?\d[\d\s()./-]{5,24}\d(?![\p{L}\p{N}])/u.exec(plain(text)) ?? [];
  if (found === undefined || /^\d{4}-\d\d-\d\d$/.test(found.trim())) return undefined;
  const digits = found.replace(/\D/g, '');
  if (digits.length < 7 || digits.length > 15) return undefined;
  if (found.startsWith('+')) return `+${digits}`;
  return found.startsWith('00') ? `+${digits.slice(2)}` : digits;
}

/** Most words that may stand around a one-time code ("the code I got is 123456"), and letters where no spaces part words. */
const mostAround = { words: 6, unparted: 12 };

/** A one-time code, where the text is a code and next to nothing else: 4 to 10 digits, spaced or not. */
export function readCode(text: string): string | undefined {
  const said = plain(text).replace(/(?<=\d)[\s-](?=\d)/g, '');
  const numbers = said.match(/\d+/g) ?? [];
  const [code = ''] = numbers;
  const unparted = said.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu) ?? [];
  const words = said.match(/\p{L}+/gu) ?? [];
  if (numbers.length !== 1 || words.length > mostAround.words || unparted.length > mostAround.unparted) return undefined;
  return code.length >= 4 && code.length <= 10 ? code : undefined;
}

/**
 * The order number in a text, as the site writes it: the pattern's own signs may be left out or spaced, letters may be
 * small. Without a pattern: what follows a # or stands alone with digits in it.
 * @param pattern `#` a digit, `@` a letter, anything else itself
 */
export function readOrderNumber(text: string, pattern?: string): string | undefined {
  if (pattern !== undefined) return findOrderNumber(text, pattern)?.order;
  const said = plain(text).toUpperCase();
  const [, marked] = /#\s?([A-Z0-9][A-Z0-9-]{2,39})/u.exec(said) ?? [];
  // A year by itself is none.
  const [alone] = /(?<![\p{L}\p{N}.,@+-])(?!(?:19|20)\d\d(?!\p{N}))(?:[A-Z]{1,4}-?)?\d{4,20}(?![\p{L}\p{N}@-]|[.,]\d)/u.exec(said) ?? [];
  return marked ?? alone;
}

export interface FoundOrderNumber {
  readonly order: string;
  /** Its digits, where it was told in digits alone: these may be a number of another kind. */
  readonly bare?: string;
  /** The text without it. */
  readonly rest: string;
}

/** The order number of the site's form in a text, told apart from what stands around it. */
export function findOrderNumber(text: string, pattern: string): FoundOrderNumber | undefined {
  const said = plain(text).toUpperCase();
  const signs = [...pattern.toUpperCase()];
  const body = signs.findIndex((sign) => sign === '#' || sign === '@');
  const source = (from: number) =>
    signs
      .slice(from)
      .map((sign) => (sign === '#' ? '(\\d)' : sign === '@' ? '([A-Z])' : `[\\s-]?${escaped(sign)}?[\\s-]?`))
      .join('');
  const fixed = signs
    .slice(0, Math.max(0, body))
    .map((sign) => (/[\p{L}\p{N}]/u.test(sign) ? escaped(sign) : '[\\s-]?'))
    .join('');
  const match = new RegExp(`(?<![\\p{L}\\p{N}])(?:${fixed}[\\s-]?)?${source(Math.max(0, body))}(?![\\p{L}\\p{N}])`, 'u').exec(said);
  if (match === null) return undefined;
  const [found] = match;
  let index = 0;
  return {
    order: signs.map((sign) => (sign === '#' || sign === '@' ? (match[++index] ?? '') : sign)).join(''),
    ...(/^\d+$/.test(found) && { bare: found }),
    rest: said.replace(found, ' '),
  };
}

function escaped(sign: string): string {
  return sign.replace(/[\\^$.*+?()[\]{}|/-]/, '\\$&');
}
