import type { Found } from './found.ts';
import type { View } from './view.ts';

const word = "\\p{Lu}[\\p{Ll}'’][\\p{L}'’]{0,30}";
const han = '\\p{Script=Han}';

/** Alternatives that may start with a capital. */
const either = (words: string) => `(?:${words.replace(/(?<=^|\|)\p{L}/gu, (letter) => `[${letter.toUpperCase()}${letter}]`)})`;
/** A town or district of up to four words, with the small words that such names have in between. */
const place = `${word}(?:(?:[ -]| (?:am|an der|im|in|ob der|bei|upon|on|of|de|la|las|los|el|del|do|da|dos|das|e|y|sur|sous|en|les|lès) |-(?:on|upon|in|le|la|les|sur|sous|de|du|am|an|der)-)${word}){0,3}`;
/** Flat, floor, block and so on, with its number or letter: what stands between the house and the town. */
const part = (names: string) => `(?:[,-]? ?${either(names)}\\.? ?(?:n[º°o]\\.? ?)?[\\dA-Z][\\dA-Za-zºª°/]{0,4}(?!\\p{L}))`;

// English, by USPS Publication 28, Royal Mail's PAF, Australia Post and Canada Post.
const streetEn = either(
  'street|st|avenue|ave|road|rd|lane|ln|drive|dr|court|ct|boulevard|blvd|way|place|pl|square|sq|terrace|close|crescent|highway|hwy|parkway|pkwy|alley|circle|cir|trail|gardens|row|mews|walk|rise|grove|parade|quay|loop|turnpike',
);
const unitEn = part('apt|apartment|unit|suite|ste|flat|floor|fl|room|rm|building|bldg|level|#');
const codeEn =
  '(?:[A-Z]{2,3},? \\d{4,5}(?:-\\d{4})?|[A-Z]{2},? [A-Z]\\d[A-Z] ?\\d[A-Z]\\d|[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2})(?![\\dA-Za-z])';
const townEn = `(?:,? ${place}){0,3}(?:,? ${codeEn})?`;
const unitFirst = `(?:${either('flat|unit|apt|apartment|suite')} ?[\\dA-Z]{1,5}[,/] ?)?`;
// German, by Deutsche Post, Österreichische Post and Swiss Post.
const streetNamesDe = 'straße|strasse|str\\.|weg|platz|allee|gasse|ring|damm|ufer';
const streetDe = `(?:${streetNamesDe})`;
const houseDe = '(?: ?[a-z](?!\\p{L}))?(?:[-/]\\d{1,4}){0,3}(?!\\d)';
const townDe = `(?:,? (?:D-|A-|CH-)?\\d{4,5} ${place})`;
const unitDe = part('top|stiege|tür|wohnung|whg|apartment|haus|aufgang|c/o');
// French, by La Poste.
const partFr = part('appartement|appt|apt|bâtiment|bât|bat|étage|escalier|esc|porte|résidence|boîte|bte');
const townFr = `(?:,? \\d{5} ${place}(?: [Cc][Ee][Dd][Ee][Xx](?: \\d{1,2})?)?)`;
// Spanish and Portuguese (a view has º as o and ª as a), by Correos, Correos de México, CTT and Correios.
const partEs = `(?:[,-]? ?\\d{1,2} ?[.oa]{1,2} ?(?:[A-Z]|${either('izq|izqda|izda|dcha|der|esq|dto|drt')})?(?!\\p{L})|${part('apto|ap|apartamento|bloco|bl|bloque|sala|casa|andar|piso|planta|puerta|pta|portal|escalera|esc|interior|int|depto|departamento|local|lote|fração|torre')})`;
const townEs = `(?:[,-]? ?(?:${either('col|colonia|bairro|barrio')}\\.? )?${place}(?! \\d{1,3}(?!\\d))){0,3}(?:(?:,| -|/) ?[A-Z]{2}(?![A-Za-z]))?(?:[,-]? ?(?:${either('CEP|C\\.P\\.|CP')}:? ?)?(?:\\d{5}-\\d{3}|\\d{4}-\\d{3}|\\d{5})(?!\\d)(?: ${place})?)?`;
// Russian, by Почта России.
const kindRu = either(
  'ул\\.|улица|пр-т\\.?|пр\\.|просп\\.|проспект|пер\\.|переулок|бул\\.|б-р|бульвар|шоссе|ш\\.|наб\\.|набережная|пл\\.|площадь|проезд|тупик|аллея',
);
const townRu = `(?:${either('г\\.|город|гор\\.|пос\\.|с\\.|дер\\.')} ?[\\p{L}-]{2,30}|\\p{Lu}[\\p{L}-]{2,30}(?: (?:обл(?:\\.|асть)|край|р-н|район))?)`;
const houseRu = `(?:,? ?${either('д\\.|дом')} ?|,? )\\d{1,4}[а-я]?(?:/\\d{1,3})?(?:,? ?${either('к\\.|корп\\.?|корпус|стр\\.?|строение|подъезд|эт\\.?|этаж|кв\\.?|квартира|оф\\.?|офис')} ?\\d{1,4}[а-я]?){0,4}`;
// Arabic: the street, then the building, the flat, the quarter and the town.
const partAr = '(?:[،,]? ?(?:رقم|مبنى|عمارة|منزل|بناية|بيت|فيلا|برج|شقة|الشقة|الدور|الطابق|طابق|مكتب) ?(?:رقم )?\\d{1,5})';
const townAr = '(?:[،,]? ?(?:حي|الحي|منطقة|مدينة) \\p{L}{2,20}(?: \\p{L}{2,20})?|[،,] ?\\p{L}{3,20}(?: \\p{L}{3,20})?(?=[،,.؟ ]|$))';

/** Streets with a number as each country writes them, with what may follow: flat, post code, town. */
const forms: readonly string[] = [
  `${unitFirst}\\d{1,5}(?:-\\d{1,5})?[A-Za-z]? (?:[NSEW]{1,2}\\.? )?(?:${word} ){1,4}${streetEn}\\b\\.?(?: [NSEW]{1,2}\\b)?${unitEn}{0,2}${townEn}`,
  // In small letters the post code tells it from anything else.
  `${unitFirst}\\d{1,5}[a-z]? (?:[\\p{L}'’]{2,20} ){1,3}${streetEn}\\b\\.?${unitEn}?(?:,? [\\p{L}'’-]{2,20}){0,3},? ${codeEn}`,
  `P\\.?O\\.? ?Box \\d{1,6}${townEn}`,
  // German
  `(?:(?:${word}[ -])?\\p{Lu}\\p{L}{1,24}${streetDe}|(?!(?:Der|Die|Das|Den|Dem|Des|Ein|Eine|Einen|Einem|Mein|Meine|Ihr|Ihre|Diese|Dieser|Auf|Im) )${word}[ -](?:${word}[ -])?${either(streetNamesDe)}) \\d{1,4}${houseDe}${unitDe}{0,2}${townDe}?`,
  `(?:Am|An de[rmn]|Im|In de[rn]|Auf de[rmn]|Zum|Zur|Unter de[rmn]|Hinter de[rmn]|Vor de[rm]|Bei de[rmn]|Beim) (?:${word} ){1,2}\\d{1,4}${houseDe}${unitDe}{0,2}${townDe}`,
  `\\p{L}{2,20}${streetDe} \\d{1,4}${houseDe}(?:,| in)? (?:D-|A-|CH-)?\\d{4,5} [\\p{L}-]{2,25}`,
  `Postfach \\d[\\d ]{1,8}${townDe}`,
  // French
  `\\d{1,4}(?: ?(?:bis|ter|quater|[A-D]))?,? ${either('rue|avenue|av\\.|boulevard|bd|place|chemin|impasse|allée|allées|quai|route|cours|passage|square|voie|villa|faubourg|sentier')}(?: (?:de |du |des |de la |d[’']|de l[’'])?[\\p{L}'’-]{2,20}){1,4}${partFr}{0,3}(?:${townFr}|,? \\d{5}(?: [\\p{L}-]{2,25})?)?`,
  // Spanish, Portuguese
  `${either('calle|c/|avenida|avda\\.?|av\\.|plaza|paseo|camino|carretera|ronda|calzada|bulevar|rua|r\\.|travessa|praça|largo|alameda|estrada|rodovia')}(?: (?:de |del |de la |de los |do |da |dos |das )?[\\p{L}'’.-]{2,20}){1,5},? (?:n(?:[º°o.]|úm\\.?){0,2} ?)?\\d{1,5}(?:-?[A-Z]\\b)?${partEs}{0,4}${townEs}`,
  // Russian
  `(?:\\d{6},? )?(?:${townRu},? ){0,3}(?:${kindRu} ?[\\p{L}\\d-]{1,30}(?: [\\p{L}-]{2,30}){0,2}?|\\p{Lu}[\\p{L}-]{2,30} ${kindRu})${houseRu}(?:,? ${townRu}){0,2}(?:,? \\d{6})?`,
  // Arabic
  `(?:${partAr}[،,] ?)?(?:شارع|طريق|حي)(?: \\p{L}{2,20}){1,4}?(?:[،,]? \\d{1,5})?(?:${partAr}){0,3}(?<=\\d)${townAr}{0,3}(?:[،,]? ?\\d{5})?`,
  // Chinese
  `(?:${han}{2,8}(?:省|自治区))?(?:${han}{2,8}市)?(?:${han}{1,8}[区县镇])?${han}{1,10}(?:路|街|大道|巷|弄|胡同|道)(?:${han}{1,2}段)?\\d{1,5}[号弄](?:院|之\\d{1,3})?(?:${han}{2,10}(?:小区|花园|大厦|公寓|广场|苑|城))?(?:[\\dA-Za-z]{1,4}(?:号楼|栋|幢|座|单元|层|楼|室|号)){0,4}(?:\\d{1,5})?`,
  // Japanese
  `(?:〒? ?\\d{3}-\\d{4} ?(?:${han}{2,4}[都道府県])?|${han}{2,4}[都道府県])(?:[${han}ヶケノ]{1,12}[市区町村郡]){1,3}[\\p{L}]{0,14}?\\d{1,4}(?:(?:丁目|番地?|号|-)\\d{0,4}){1,4}(?: ?[\\p{Script=Katakana}ー${han}A-Za-z]{2,20} ?\\d{1,4}(?:号室|号|階|F)?(?!\\d))?`,
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
