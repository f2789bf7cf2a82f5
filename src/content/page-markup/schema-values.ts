import type { SchemaNode } from '../page-facts.ts';
import { textOfHtml } from './html-text.ts';
import { listOf, nodesOf } from './json-ld.ts';
import { tidyLine } from './lines.ts';

/**
 * A property as text: a string or number, `@value`, or the name of the object that it holds. Undefined where there is none.
 * @param longest in UTF-16 units
 */
export function textsOf(value: unknown, longest: number): string | undefined {
  for (const each of listOf(value)) {
    const held = typeof each === 'object' && each !== null ? ((each as SchemaNode)['@value'] ?? (each as SchemaNode).name) : each;
    const plain = Array.isArray(held) ? held[0] : held;
    if (typeof plain === 'boolean') return String(plain);
    if (typeof plain !== 'string' && typeof plain !== 'number') continue;
    const text = textOfHtml(String(plain), longest);
    if (text !== '') return text;
  }
  return undefined;
}

export function lineOf(value: unknown, longest = 200): string | undefined {
  const text = textsOf(value, longest);
  return text === undefined ? undefined : tidyLine(text.replaceAll('\n', ' '), longest);
}

/** A number above or equal to zero, whichever decimal mark it has. */
export function numberOf(value: unknown): number | undefined {
  const [first] = listOf(value);
  if (typeof first !== 'number' && (typeof first !== 'string' || !/^\s*\d{1,15}(?:[.,]\d{1,9})?\s*$/.test(first))) return undefined;
  const number = Number(String(first).replace(',', '.'));
  return Number.isFinite(number) && number >= 0 ? number : undefined;
}

/** The day of an ISO 8601 date or time. */
export function dateOf(value: unknown): string | undefined {
  const [first] = listOf(value);
  const date = typeof first === 'string' ? /^\d{4}-\d\d-\d\d/.exec(first.trim())?.[0] : undefined;
  return date === undefined || Number.isNaN(Date.parse(date)) ? undefined : date;
}

/** True, "true" and "https://schema.org/True" are one. */
export function truthOf(value: unknown): boolean | undefined {
  const word = /(true|false)$/i.exec(String(value))?.[1]?.toLowerCase();
  return word === undefined ? undefined : word === 'true';
}

/** ISO 4217, in upper case. */
export function currencyOf(...values: readonly unknown[]): string | undefined {
  const code = values.map((value) => lineOf(value, 20)?.toUpperCase()).find((each) => each !== undefined && /^[A-Z]{3}$/.test(each));
  return code;
}

/** ISO 3166 codes in upper case, or names as written. */
export function countriesOf(value: unknown): string[] {
  const names = listOf(value).flatMap((each) => lineOf(each, 60) ?? []);
  return [...new Set(names.map((name) => (/^[a-z]{2}$/i.test(name) ? name.toUpperCase() : name)))].slice(0, 250);
}

/** A quantity with its unit, as people write it: "1.2 kg", "10–20 cm"; several values are parted by commas. */
export function quantityOf(value: unknown): string | undefined {
  const amounts = listOf(value)
    .slice(0, 20)
    .flatMap((each) => (nodesOf(each)[0] === undefined ? lineOf(each, 500) : quantityOfNode(each as SchemaNode)) ?? []);
  return amounts.length === 0 ? undefined : tidyLine(amounts.join(', '), 500);
}

function quantityOfNode(node: SchemaNode): string | undefined {
  const from = lineOf(node.minValue, 60);
  const to = lineOf(node.maxValue, 60);
  const [inner] = nodesOf(node.value);
  const held = inner === undefined ? listOf(node.value).flatMap((each) => lineOf(each, 500) ?? []) : [lineOf(inner.value, 60) ?? []].flat();
  const amount = held.length > 0 ? held.join(', ') : from !== undefined && to !== undefined ? `${from}–${to}` : lineOf(node.name, 500);
  const code = lineOf(node.unitCode ?? inner?.unitCode, 20);
  const unit = lineOf(node.unitText ?? inner?.unitText, 30) ?? (code === undefined ? undefined : (unitSigns[code.toUpperCase()] ?? code));
  return amount === undefined || unit === undefined ? amount : `${amount} ${unit}`;
}

/** The usual ones of UN/CEFACT's common codes, which schema.org prescribes. */
const unitSigns: Record<string, string> = {
  KGM: 'kg',
  GRM: 'g',
  LBR: 'lb',
  ONZ: 'oz',
  MTR: 'm',
  CMT: 'cm',
  MMT: 'mm',
  INH: 'in',
  FOT: 'ft',
  LTR: 'l',
  MLT: 'ml',
  WTT: 'W',
  KWT: 'kW',
  WHR: 'Wh',
  VLT: 'V',
  AMP: 'A',
  HTZ: 'Hz',
  HUR: 'h',
  MIN: 'min',
  CEL: '°C',
  P1: '%',
};
