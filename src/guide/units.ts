import { foldReply, type Tongue } from './reply-text.ts';

/** A unit of measurement: `value * scale + offset` is in the base unit of what it measures. */
export interface Unit {
  readonly measures: string;
  readonly scale: number;
  readonly offset: number;
}

// Written languages put no space behind a unit, so only letters of an alphabet may not follow one.
const end = '(?![a-zа-я\u0600-\u06FF])';
const degree = '(?:°|º)\\s*';

/** What each unit measures, its scale, its sign in every language, and its zero. The first that fits counts. */
const known: Readonly<Record<string, readonly [measures: string, scale: number, sign?: string, offset?: number]>> = {
  second: ['time', 1, 's'],
  minute: ['time', 60, 'm|min'],
  hour: ['time', 3600, 'h'],
  day: ['time', 86400, 'd'],
  week: ['time', 604800],
  month: ['time', 2592000],
  year: ['time', 31536000],
  decade: ['time', 315360000],
  millimetre: ['length', 0.001, 'mm'],
  centimetre: ['length', 0.01, 'cm'],
  kilometre: ['length', 1000, 'km'],
  metre: ['length', 1, 'm'],
  inch: ['length', 0.0254, 'in|"'],
  foot: ['length', 0.3048, 'ft'],
  mile: ['length', 1609.344, 'mi'],
  gram: ['mass', 0.001, 'g'],
  kilogram: ['mass', 1, 'kg'],
  pound: ['mass', 0.4536, 'lbs?'],
  millilitre: ['volume', 0.001, 'ml'],
  litre: ['volume', 1, 'l'],
  kilobyte: ['data', 0.001, 'kb(?:ps)?'],
  megabyte: ['data', 1, 'mb(?:ps|it)?(?:/s)?'],
  gigabyte: ['data', 1000, 'gb(?:ps|it)?(?:/s)?'],
  bar: ['pressure', 1, 'bar'],
  psi: ['pressure', 0.0689476, 'psi'],
  kilopascal: ['pressure', 0.01, 'kpa'],
  fahrenheit: ['temperature', 5 / 9, `(?:${degree})?f`, -160 / 9],
  celsius: ['temperature', 1, `(?:${degree})?c|℃`],
  volt: ['v', 1, 'v'],
  amp: ['a', 1, 'a(?=\\s*(?:$|[.,;)]))'],
  watt: ['w', 1, 'w'],
  wattHour: ['wh', 1, 'wh'],
  ampHour: ['ah', 1, 'ah'],
  hertz: ['hz', 1, 'hz'],
  ohm: ['ohm', 1, 'ohm|Ω|ω'],
};
const electric = ['volt', 'amp', 'watt', 'wattHour', 'ampHour', 'hertz', 'ohm'];

interface Written {
  readonly unit: Unit;
  readonly pattern: RegExp;
}

const read = new WeakMap<Tongue, readonly Written[]>();

function unitsOf(tongue: Tongue): readonly Written[] {
  let units = read.get(tongue);
  if (units === undefined) {
    const words = new Map(
      tongue.words.units.split(' ').map((entry): [string, string] => [entry.replace(/:.*/, ''), entry.replace(/^\w+:/, '')]),
    );
    units = Object.entries(known).flatMap(([name, [measures, scale, sign, offset = 0]]) => {
      const spelt = [sign, words.get(name)?.replaceAll('_', ' ')].filter((each) => each !== undefined).join('|');
      if (spelt === '') return [];
      const written = (prefix: string, times: number): Written => ({
        unit: { measures, scale: scale * times, offset },
        pattern: new RegExp(`^(?:${prefix}(?:${spelt}))${end}`, 'u'),
      });
      return electric.includes(name) ? [written('', 1), written('m(?:illi)?', 0.001), written('k(?:ilo)?', 1000)] : [written('', 1)];
    });
    read.set(tongue, units);
  }
  return units;
}

/**
 * The unit that a folded text starts with, or undefined.
 * @param wanted what is measured, where one sign stands for two units: "m" is a minute or a metre
 */
export function unitAt(text: string, tongue: Tongue, wanted?: string): Unit | undefined {
  const units = unitsOf(tongue);
  const own = wanted === undefined ? undefined : units.find(({ unit, pattern }) => unit.measures === wanted && pattern.test(text));
  return (own ?? units.find(({ pattern }) => pattern.test(text)))?.unit;
}

const namedIn = new WeakMap<Tongue, Map<string, Unit | undefined>>();

/** The first unit that a question or a label names, with a number or without one ("How many minutes …?"). */
export function unitIn(text: string, tongue: Tongue): Unit | undefined {
  const named = namedIn.get(tongue) ?? new Map<string, Unit | undefined>();
  namedIn.set(tongue, named);
  if (named.has(text)) return named.get(text);
  if (named.size > 2000) named.clear();
  const unit = firstUnit(text, tongue);
  named.set(text, unit);
  return unit;
}

function firstUnit(text: string, tongue: Tongue): Unit | undefined {
  for (const word of foldReply(text).split(/[\s,.?？、。()]+/u)) {
    const bare = word.replace(/^\d+/, '');
    const unit = bare.length > 1 ? unitAt(bare, tongue) : undefined;
    if (unit !== undefined) return unit;
  }
  return undefined;
}
