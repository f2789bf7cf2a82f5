import { fold } from '../../language/fold.ts';
import { displayText } from '../../language/normalize.ts';
import type { Address, AddressPart } from '../journey.ts';

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

// Forms that no other country has.
const tellingPostcodes: readonly (readonly [string, RegExp])[] = [
  ['US', /(?<!\p{L})[A-Z]{2} \d{5}(?:-\d{4})?$/u],
  ['GB', /(?<![\p{L}\p{N}])[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$/u],
  ['CA', /(?<![\p{L}\p{N}])[A-Z]\d[A-Z] \d[A-Z]\d$/u],
];

// Where mail needs one, and its form is read here.
const wantPostcode = new Set('AT AU BE BR CA CH DE DK ES FI FR GB IN IT JP KR KZ MX NL NO PL PT RU SE TR US'.split(' '));

let countries: Map<string, Map<string, string>> | undefined;

/**
 * An address out of free lines: the country by its name in the visitor's language or its code, the postcode by the
 * country's form, the city beside it, the rest the street. Undefined where it has no street, or no number at all.
 * Undefined, too, where it has markup in it.
 * @param market ISO 3166-1 code of the country that counts where none is told and the postcode tells none
 */
export function readAddress(text: string, locale: string, market?: string): Address | undefined {
  if (hasMarkup(text)) return undefined;
  const lines = splitLines(text);
  const assumed = market !== undefined && /^[A-Z]{2}$/.test(market) && market !== 'EU' ? market : undefined;
  const country = takeCountry(lines, locale) ?? tellingPostcodes.find(([, form]) => lines.some((line) => form.test(line)))?.[0] ?? assumed;
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

export function hasMarkup(text: string): boolean {
  return /[<>]/.test(text);
}

/** What an address lacks to be sent to. Whose it is, an order may tell. */
export function missingIn({ postcode = '', city = '', country = '' }: Address): AddressPart[] {
  return [
    ...(postcode === '' && wantPostcode.has(country) ? (['postcode'] as const) : []),
    ...(city === '' ? (['city'] as const) : []),
    ...(country === '' ? (['country'] as const) : []),
  ];
}

/** An address with what a reply adds to it of what it lacked; undefined where that is nothing. */
export function completeAddress(address: Address, missing: readonly AddressPart[], text: string, locale: string): Address | undefined {
  if (hasMarkup(text)) return undefined;
  const lines = splitLines(text);
  const country = missing.includes('country') ? (takeCountry(lines, locale) ?? countryNamed(lines.join(' '), locale)) : undefined;
  const form = postcodes[country ?? address.country ?? 'other'] ?? (postcodes.other as RegExp);
  const postcode = missing.includes('postcode') ? form.exec(lines.join(' '))?.[0].trim() : undefined;
  const rest = lines.map((line) => line.replace(postcode ?? '', '').trim()).filter((line) => line !== '' && !/\p{N}/u.test(line));
  const words = rest[0]?.slice(0, longestLine);
  const city = missing.includes('city') ? words : undefined;
  const name = missing.includes('name') ? words : undefined;
  if ((country ?? postcode ?? city ?? name) === undefined) return undefined;
  return { ...address, ...(name && { name }), ...(postcode && { postcode }), ...(city && { city }), ...(country && { country }) };
}

/** The country that stands anywhere in a text. */
function countryNamed(text: string, locale: string): string | undefined {
  const folded = fold(text.toLowerCase());
  const isAlone = (name: string) => new RegExp(`(?<![a-z])${name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}(?![a-z])`, 'u').test(folded);
  return [...countryNames(locale)].find(([name]) => folded.includes(name) && isAlone(name))?.[1];
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

const shortNames = new Map([
  ['USA', 'US'],
  ['UK', 'GB'],
  ['UAE', 'AE'],
]);

function takeCountry(lines: string[], locale: string): string | undefined {
  const names = countryNames(locale);
  const index = lines.findLastIndex(
    (line) => names.has(fold(line.toLowerCase())) || /^[A-Z]{2}$/.test(line) || shortNames.has(line.toUpperCase()),
  );
  if (index === -1) return undefined;
  const line = lines[index] as string;
  const code = names.get(fold(line.toLowerCase())) ?? shortNames.get(line.toUpperCase()) ?? line;
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
