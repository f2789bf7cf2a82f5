import { fold } from '../../language/fold.ts';
import { displayText } from '../../language/normalize.ts';
import type { Address } from '../journey.ts';

const longestLine = 200;

// Postcodes by country: what tells the line with the city apart from the street.
const postcodes: Readonly<Record<string, RegExp>> = {
  US: /\b\d{5}(?:-\d{4})?\b/,
  GB: /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/i,
  CA: /\b[A-Z]\d[A-Z] ?\d[A-Z]\d\b/i,
  NL: /\b\d{4} ?[A-Z]{2}\b/i,
  JP: /〒? ?\d{3}-?\d{4}/,
  BR: /\b\d{5}-?\d{3}\b/,
  PT: /\b\d{4}-\d{3}\b/,
  PL: /\b\d{2}-\d{3}\b/,
  CN: /\b\d{6}\b/,
  RU: /\b\d{6}\b/,
  IN: /\b\d{3} ?\d{3}\b/,
  SE: /\b\d{3} ?\d{2}\b/,
  other: /\b\d{4,6}\b/,
};

let countries: Map<string, Map<string, string>> | undefined;

/**
 * An address out of free lines: the country by its name in the visitor's language or its code, the postcode by the
 * country's form, the city beside it, the rest the street. Undefined where it has no street, or no number at all.
 * @param market ISO 3166-1 code of the country that counts where none is told
 */
export function readAddress(text: string, locale: string, market?: string): Address | undefined {
  const lines = splitLines(text);
  const country = takeCountry(lines, locale) ?? (market !== undefined && /^[A-Z]{2}$/.test(market) && market !== 'EU' ? market : undefined);
  const place = takePlace(lines, country);
  const street = lines.map((line) => line.slice(0, longestLine)).filter((line) => line !== '');
  // A first line without digits above others is who it is for.
  const name = street.length > 1 && !/\p{N}/u.test(street[0] as string) ? street.shift() : undefined;
  if (street.length === 0 || !/\p{N}/u.test(`${street.join(' ')}${place.postcode ?? ''}`)) return undefined;
  return {
    ...(name === undefined ? {} : { name }),
    street: street.join(', ').slice(0, longestLine),
    ...place,
    ...(country === undefined ? {} : { country }),
  };
}

function splitLines(text: string): string[] {
  return text
    .split(/[\r\n,،，、;]+/u)
    .map((line) =>
      displayText(line)
        .replace(/\p{Nd}/gu, fold)
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((line) => line !== '')
    .slice(0, 12);
}

function takeCountry(lines: string[], locale: string): string | undefined {
  const names = countryNames(locale);
  const index = lines.findLastIndex((line) => names.has(fold(line.toLowerCase())) || /^(?:[A-Z]{2}|USA|UK|UAE)$/.test(line));
  if (index === -1) return undefined;
  const line = lines[index] as string;
  const code = names.get(fold(line.toLowerCase())) ?? ({ USA: 'US', UK: 'GB', UAE: 'AE' } as Record<string, string>)[line] ?? line;
  if (code.length !== 2 || (code === line && index < lines.length - 1)) return undefined;
  lines.splice(index, 1);
  return code;
}

function countryNames(locale: string): Map<string, string> {
  countries ??= new Map();
  let names = countries.get(locale);
  if (names === undefined) {
    names = new Map();
    for (const tag of new Set(['en', locale])) {
      const display = new Intl.DisplayNames(tag, { type: 'region', fallback: 'none' });
      for (let code = 0; code < 676; code += 1) {
        const region = String.fromCharCode(65 + Math.floor(code / 26), 65 + (code % 26));
        const name = display.of(region);
        // Codes that gave way to others have names too.
        if (name !== undefined && new Intl.Locale(`und-${region}`).region === region) names.set(fold(name.toLowerCase()), region);
      }
    }
    countries.set(locale, names);
  }
  return names;
}

/** Takes the postcode and the city out of the lines. */
function takePlace(lines: string[], country: string | undefined): Pick<Address, 'postcode' | 'city'> {
  const form = postcodes[country ?? 'other'] ?? (postcodes.other as RegExp);
  const index = lines.findLastIndex((line, at) => form.test(line) && (at > 0 || lines.length === 1));
  if (index === -1) {
    const last = lines.length > 1 && !/\p{N}/u.test(lines.at(-1) as string) ? lines.pop() : undefined;
    return last === undefined ? {} : { city: last };
  }
  const line = lines[index] as string;
  const postcode = (form.exec(line)?.[0] ?? '').trim();
  const [before = '', after = ''] = line.split(postcode).map((part) => part.trim());
  const region = /^[A-Z]{2}$/.test(before) ? before : undefined;
  // "Main St 5 10115 Berlin" on one line: what follows is the city, what stands before the street.
  const city = after !== '' ? after : region === undefined ? before : (lines[index - 1] ?? '');
  if (after !== '' && before !== '') lines[index] = before;
  else if (region !== undefined && after === '' && index > 1) lines.splice(index - 1, 2);
  else lines.splice(index, 1);
  const beside = city === '' && lines.length > 1 && !/\p{N}/u.test(lines.at(-1) as string) ? (lines.pop() as string) : city;
  return { postcode, ...(beside === '' ? {} : { city: beside }), ...(region === undefined ? {} : { region }) };
}
