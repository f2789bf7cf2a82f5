import type { Found } from './found.ts';
import type { View } from './view.ts';

const word = "\\p{Lu}[\\p{Ll}'][\\p{L}']{0,30}";
const place = `(?:,? ${word}(?:[ -]${word}){0,2})`;
const han = '\\p{Script=Han}';

/** Alternatives that may start with a capital. */
const either = (words: string) => `(?:${words.replace(/(?<=^|\|)\p{L}/gu, (letter) => `[${letter.toUpperCase()}${letter}]`)})`;

/** Streets with a number as each country writes them, with what may follow: flat, post code, town. */
const forms: readonly string[] = [
  // English
  `\\d{1,5}[A-Za-z]? (?:${word} ){1,4}${either('street|st|avenue|ave|road|rd|lane|ln|drive|dr|court|ct|boulevard|blvd|way|place|square|terrace|close|crescent|highway|hwy|parkway')}\\b\\.?(?:,? ${either('apt|apartment|unit|suite|flat|#')}\\.? ?[\\w-]{1,6})?${place}{0,2}(?:,? [A-Z]{2},? \\d{5}(?:-\\d{4})?|,? [A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2})?`,
  // German
  `(?:${word}[ -]){0,2}(?:\\p{Lu}\\p{L}{1,24})?${either('straße|strasse|str\\.|weg|platz|allee|gasse|ring|damm|ufer')} \\d{1,4} ?[a-z]?\\b(?:,? (?:D-|A-|CH-)?\\d{4,5}${place})?`,
  // French
  `\\d{1,4}(?: ?(?:bis|ter))?,? ${either('rue|avenue|av\\.|boulevard|bd|place|chemin|impasse|allée|quai|route')}(?: (?:de |du |des |de la |d'|de l')?[\\p{L}'-]{2,20}){1,4}(?:,? \\d{5}${place}?)?`,
  // Spanish, Portuguese
  `${either('calle|c/|avenida|avda\\.?|av\\.|plaza|paseo|camino|carretera|rua|travessa|praça|largo|alameda|estrada')}(?: (?:de |del |de la |do |da |dos |das )?[\\p{L}'.-]{2,20}){1,4},? (?:n[º°o.]{0,2} ?)?\\d{1,5}(?:[,-] ?\\d{1,3}[ºª°o]? ?[A-Za-z]{0,4}\\b(?!-))?(?:,? (?:CEP )?(?:\\d{5}-\\d{3}|\\d{4}-\\d{3}|\\d{5})${place}?)?`,
  // Russian
  '(?:\\d{6},? )?(?:[Гг]\\. ?[\\p{L}-]{2,30},? )?(?:[Уу]л(?:\\.|ица)|[Пп]р(?:-т|осп\\.|оспект)|пер(?:\\.|еулок)|бул(?:\\.|ьвар)|шоссе|наб(?:\\.|ережная)|пл(?:\\.|ощадь)) ?[\\p{L}-]{2,30}(?: [\\p{L}-]{2,30})?,? (?:д(?:\\.|ом) ?)?\\d{1,4}[а-я]?(?:/\\d{1,3})?(?:,? (?:к(?:\\.|орп\\.?)|стр\\.?) ?\\d{1,3})?(?:,? (?:кв|оф)\\.? ?\\d{1,4})?',
  // Arabic
  '(?:شارع|طريق|حي)(?: [\\p{L}]{2,20}){1,4}[،,]? (?:رقم |مبنى |عمارة |منزل |بناية )?\\d{1,5}(?:[،,]? (?:شقة|الدور|الطابق) ?\\d{1,4})?',
  // Chinese
  `(?:${han}{2,8}(?:省|自治区))?(?:${han}{2,8}市)?(?:${han}{1,8}[区县镇])?${han}{1,10}(?:路|街|大道|巷|弄|胡同)\\d{1,5}[号弄](?:\\d{1,4}(?:号楼|栋|幢|座|单元|层|楼|室|号)){0,4}(?:\\d{1,5})?`,
  // Japanese
  `(?:〒? ?\\d{3}-\\d{4} ?)?${han}{2,4}[都道府県](?:[${han}ヶケノ]{1,12}[市区町村郡]){1,3}[\\p{L}]{0,14}?\\d{1,4}(?:(?:丁目|番地?|号|-)\\d{0,4}){0,4}`,
];
const addresses = new RegExp(`(?<![\\p{Script=Latin}\\p{Script=Cyrillic}\\d])(?:${forms.join('|')})`, 'gu');

/** Postal addresses with a street and a number. Only on request: a service often needs to read them. */
export function findAddresses({ text }: View): Found[] {
  return [...text.matchAll(addresses)].map(({ index, 0: shown }) => ({
    type: 'address',
    start: index,
    end: index + shown.trimEnd().length,
  }));
}
