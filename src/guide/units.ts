import { foldReply } from './reply-text.ts';

/** A unit of measurement: `value * scale + offset` is in the base unit of what it measures. */
export interface Unit {
  readonly measures: string;
  readonly scale: number;
  readonly offset: number;
}

// Written languages put no space behind a unit, so only letters of an alphabet may not follow one.
const end = '(?![a-zа-я\u0600-\u06FF])';
const fahrenheit = 5 / 9;
const degree = '(?:°|º|deg|degrees?|grad|grados?|degres?|graus?|градус\\S*|درج\\S*)?\\s*';

/** What each unit measures, its scale and how it is written in the nine languages, folded. The first that fits counts. */
const written: readonly (readonly [measures: string, scale: number, pattern: string, offset?: number])[] = [
  ['time', 0.001, 'ms|milliseconds?'],
  ['time', 1, 's|secs?|seconds?|segundos?|sekunden?|secondes?|секунд\\S*|сек|ثوان\\S*|ثانيه|秒'],
  ['time', 60, 'm|mins?|minutes?|minutos?|minuten?|минут\\S*|мин|دقايق|دقيقه|分钟?|分(?!之)'],
  ['time', 3600, 'h|hrs?|hours?|horas?|stunden?|std|heures?|час(?:а|ов|ик\\S*)?|ساعات|ساعه|(?:个|個)?小?(?:时|時)(?:间|間)?|(?:个|個)钟头'],
  ['time', 86400, 'd|days?|dias?|tage?n?|jours?|дн\\S*|день|сут(?:ки|ок)|ايام|يوما?|天|日'],
  ['time', 604800, 'wks?|weeks?|semanas?|wochen?|semaines?|недел\\S*|اسابيع|اسبوع|周|(?:个|個)?星期|週間?'],
  ['time', 2592000, 'months?|mes(?:es)?|monate?n?|mois|месяц\\S*|اشهر|شهر|شهور|(?:个|個|ヶ|か|カ)月'],
  ['time', 31536000, 'yrs?|years?|anos?|an(?:it|inh)os?|jahre?n?|ans?|annees?|лет|год\\S*|سنوات|سنين|سنه|اعوام|عام|年'],
  ['time', 315360000, 'decades?|decadas?|jahrzehnte?n?|decennies?|десятилети\\S*'],
  ['length', 0.001, 'mm|millimet(?:er|re)s?|milimetros?|миллиметр\\S*|мм|ملم|مليمتر\\S*|毫米|ミリ(?:メートル)?'],
  ['length', 0.01, 'cm|centimet(?:er|re)s?|zentimetern?|centimetros?|сантиметр\\S*|см|سم|سنتيمتر\\S*|厘米|公分|センチ(?:メートル)?'],
  ['length', 1000, 'km|kilomet(?:er|re)s?|kilometern?|[kq]uilometros?|километр\\S*|км|كلم|كيلومتر\\S*|公里|千米|キロメートル'],
  ['length', 1, 'm|met(?:er|re)s?|metern?|metros?|метр\\S*|м|متر|امتار|米|メートル'],
  ['length', 0.0254, 'in(?:ch(?:es)?)?|"|pulgadas?|zoll|pouces?|polegadas?|дюйм\\S*|بوصه|英寸|インチ'],
  ['length', 0.3048, 'ft|foot|feet|pies?|fuss|pieds?|фут\\S*|قدم|英尺|フィート'],
  ['length', 1609.344, 'mi|miles?|millas?|meilen?|milhas?|миль|ميل|英里|マイル'],
  ['mass', 0.001, 'g|grams?|gramm?e?s?|gramos?|гр?|грамм\\S*|جرام|غرام|克|グラム'],
  ['mass', 1, 'kg|kilos?|kilogram\\S*|quilos?|кг|кило\\S*|كجم|كغ|كيلو\\S*|公斤|千克|キロ(?:グラム)?'],
  ['mass', 0.4536, 'lbs?|pounds?|libras?|pfund|фунт\\S*|رطل|磅|ポンド'],
  ['volume', 0.001, 'ml|millilit(?:er|re)s?|mililitros?|миллилитр\\S*|мл|مل|毫升|ミリ(?:リットル)?'],
  ['volume', 1, 'l|lit(?:er|re)s?|litern?|litros?|литр\\S*|л|لتر|升|リットル'],
  ['data', 0.001, 'k(?:b|o|bps)|кб|千字节'],
  ['data', 1, 'm(?:b|o|bps|bit|b\\/s|bit\\/s)|megas?\\S*|мб|мега\\S*|ميجا\\S*|ميغا\\S*|兆|メガ'],
  ['data', 1000, 'g(?:b|o|bps|bit|b\\/s|bit\\/s)|gigas?\\S*|гб|гига\\S*|جيجا\\S*|غيغا\\S*|ギガ'],
  ['pressure', 1, 'bar(?:es|s)?|бар\\S*|بار|バール'],
  ['pressure', 0.0689476, 'psi'],
  ['pressure', 0.01, 'kpa|キロパスカル|千帕'],
  ['temperature', fahrenheit, `${degree}(?:f|fahrenheit|(?:по )?фаренгейт\\S*|فهرنهايت|华氏|華氏)`, -32 * fahrenheit],
  ['temperature', 1, `${degree}(?:c|celsius|centigrad\\S*|(?:по )?цельси\\S*|مئويه|摄氏|摂氏)|℃`],
  ...(['v', 'a', 'w', 'wh', 'ah', 'hz', 'ohm'] as const).flatMap((base) => {
    const words = { v: 'v(?:olts?)?', a: 'a(?=\\s*(?:$|[.,;)]))|amps?', w: 'w(?:atts?)?', wh: 'wh', ah: 'ah', hz: 'hz', ohm: 'ohms?' }[
      base
    ];
    return [
      [base, 1, words],
      [base, 0.001, `m(?:illi)?(?:${words})`],
      [base, 1000, `k(?:ilo)?(?:${words})`],
    ] as const;
  }),
];

const units = written.map(([measures, scale, pattern, offset = 0]) => ({
  unit: { measures, scale, offset },
  pattern: new RegExp(`^(?:${pattern})${end}`, 'u'),
}));

/**
 * The unit that a folded text starts with, or undefined.
 * @param wanted what is measured, where one sign stands for two units: "m" is a minute or a metre
 */
export function unitAt(text: string, wanted?: string): Unit | undefined {
  const own = wanted === undefined ? undefined : units.find(({ unit, pattern }) => unit.measures === wanted && pattern.test(text));
  return (own ?? units.find(({ pattern }) => pattern.test(text)))?.unit;
}

const namedIn = new Map<string, Unit | undefined>();

/** The first unit that a question or a label names, with a number or without one ("How many minutes …?"). */
export function unitIn(text: string): Unit | undefined {
  if (namedIn.has(text)) return namedIn.get(text);
  if (namedIn.size > 2000) namedIn.clear();
  const unit = firstUnit(text);
  namedIn.set(text, unit);
  return unit;
}

function firstUnit(text: string): Unit | undefined {
  for (const word of foldReply(text).split(/[\s,.?？、。()]+/u)) {
    const bare = word.replace(/^\d+/, '');
    const unit = bare.length > 1 ? unitAt(bare) : undefined;
    if (unit !== undefined) return unit;
  }
  return undefined;
}
