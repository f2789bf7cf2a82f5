import type { AnswerDocument } from '../content/answer-document.ts';
import type { Risk } from '../content/unit.ts';
import type { Condition } from '../policy/condition.ts';
import { EdgeAgentError } from '../protocol/errors.ts';
import { openShard, startShard } from './bytes.ts';

/** What a browser needs of one unit in one locale. */
export interface PackedUnit {
  readonly id: string;
  readonly title: string;
  readonly answer: AnswerDocument;
  /** When the unit applies; left out where it always does. */
  readonly when?: Condition;
  /** What it is limited to, to be told where the visitor's own case is not known. */
  readonly limits?: { readonly product?: readonly string[]; readonly market?: readonly string[]; readonly audience?: readonly string[] };
  /** Left out where normal. */
  readonly risk?: Exclude<Risk, 'normal'>;
  readonly related?: readonly string[];
  readonly source?: string;
  /** Id of the guide that this entry stands for, where it is no unit of its own. */
  readonly guide?: string;
  /** Id of the journey that this entry stands for. */
  readonly journey?: string;
}

/** Each unit as UTF-8 JSON of its own, so that only those that are looked at are ever parsed. Units stand in ascending order of id. */
export function writeUnits(units: readonly PackedUnit[]): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const writer = startShard('units');
  const records = units.map((unit) => encoder.encode(JSON.stringify(unit)));
  writer.varint(records.length);
  for (const record of records) writer.varint(record.length);
  for (const record of records) writer.raw(record);
  return writer.finish();
}

export interface UnitTable {
  readonly size: number;
  /** The unit with this number, 0 to size - 1. */
  at(index: number): PackedUnit;
  /** The number of the unit with this id, or -1. */
  indexOf(id: string): number;
}

export function readUnits(bytes: Uint8Array): UnitTable {
  const reader = openShard(bytes, 'units');
  const size = reader.count();
  const lengths = Uint32Array.from({ length: size }, () => reader.varint());
  const records: Uint8Array[] = [];
  for (const length of lengths) records.push(reader.raw(length));
  const decoder = new TextDecoder();
  const parsed = new Map<number, PackedUnit>();
  const at = (index: number): PackedUnit => {
    const known = parsed.get(index);
    if (known !== undefined) return known;
    const record = records[index];
    if (record === undefined) throw new EdgeAgentError('pack-invalid', `there is no unit number ${index}`);
    const unit = parseUnit(decoder.decode(record), index);
    parsed.set(index, unit);
    return unit;
  };
  return { size, at, indexOf: (id) => binarySearch(size, at, id) };
}

function parseUnit(text: string, index: number): PackedUnit {
  let unit: Partial<PackedUnit> | null = null;
  try {
    unit = JSON.parse(text);
  } catch {
    // Told below, as all else that is no unit.
  }
  if (typeof unit?.id !== 'string' || typeof unit.title !== 'string' || !Array.isArray(unit.answer)) {
    throw new EdgeAgentError('pack-invalid', `unit number ${index} is damaged`);
  }
  return unit as PackedUnit;
}

function binarySearch(size: number, at: (index: number) => PackedUnit, id: string): number {
  let low = 0;
  let high = size - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = at(middle).id;
    if (found === id) return middle;
    if (found < id) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Units that were never packed, such as those read from a page. */
export function unitTable(units: readonly PackedUnit[]): UnitTable {
  return {
    size: units.length,
    at: (index) => {
      const unit = units[index];
      if (unit === undefined) throw new EdgeAgentError('pack-invalid', `there is no unit number ${index}`);
      return unit;
    },
    indexOf: (id) => units.findIndex((unit) => unit.id === id),
  };
}
