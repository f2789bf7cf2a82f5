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
  const [found] = /(?<![\p{L}\p{N}])(?:\+|00)?\(?\d[\d\s()./-]{5,24}\d(?![\p{L}\p{N}])/u.exec(plain(text)) ?? [];
  if (found === undefined || /^\d{4}-\d\d-\d\d$/.test(found.trim())) return undefined;
  const digits = found.replace(/\D/g, '');
  if (digits.length < 7 || digits.length > 15) return undefined;
  if (found.startsWith('+')) return `+${digits}`;
  return found.startsWith('00') ? `+${digits.slice(2)}` : digits;
}

/**
 * The order number in a text, as the site writes it: the pattern's own signs may be left out or spaced, letters may be
 * small. Without a pattern: what follows a # or stands alone with digits in it.
 * @param pattern `#` a digit, `@` a letter, anything else itself
 */
export function readOrderNumber(text: string, pattern?: string): string | undefined {
  const said = plain(text).toUpperCase();
  if (pattern === undefined) {
    const [, marked] = /#\s?([A-Z0-9][A-Z0-9-]{2,39})/u.exec(said) ?? [];
    // A year by itself is none.
    const [alone] = /(?<![\p{L}\p{N}.,@+-])(?!(?:19|20)\d\d(?!\p{N}))(?:[A-Z]{1,4}-?)?\d{4,20}(?![\p{L}\p{N}@-]|[.,]\d)/u.exec(said) ?? [];
    return marked ?? alone;
  }
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
  let index = 0;
  return signs.map((sign) => (sign === '#' || sign === '@' ? (match[++index] ?? '') : sign)).join('');
}

function escaped(sign: string): string {
  return sign.replace(/[\\^$.*+?()[\]{}|/-]/, '\\$&');
}
