import type { Journey } from '../journey/journey.ts';
import { EdgeAgentError } from '../protocol/errors.ts';
import { openShard, startShard } from './bytes.ts';

/** Each journey as UTF-8 JSON of its own after its id, in ascending order of id, so that only those that are gone through are ever parsed. */
export function writeJourneys(journeys: readonly Journey[]): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const writer = startShard('journeys');
  writer.varint(journeys.length);
  for (const journey of journeys) {
    writer.text(journey.id);
    writer.block(encoder.encode(JSON.stringify(journey)));
  }
  return writer.finish();
}

export interface JourneyTable {
  readonly ids: readonly string[];
  /** The journey with this id, or undefined. Throws `pack-invalid` where it is damaged. */
  get(id: string): Journey | undefined;
}

export function readJourneys(bytes: Uint8Array): JourneyTable {
  const reader = openShard(bytes, 'journeys');
  const records = new Map<string, Uint8Array>();
  for (let left = reader.count(); left > 0; left -= 1) records.set(reader.text(), reader.block());
  const parsed = new Map<string, Journey>();
  return {
    ids: [...records.keys()],
    get(id) {
      const record = records.get(id);
      if (record === undefined) return undefined;
      const journey = parsed.get(id) ?? parseJourney(record, id);
      parsed.set(id, journey);
      return journey;
    },
  };
}

function parseJourney(record: Uint8Array, id: string): Journey {
  let journey: Partial<Journey> | null = null;
  try {
    journey = JSON.parse(new TextDecoder().decode(record));
  } catch {
    // Told below, as all else that is no journey.
  }
  if (journey?.id !== id || !Array.isArray(journey.slots) || !Array.isArray(journey.steps))
    throw new EdgeAgentError('pack-invalid', `journey "${id}" is damaged`);
  return journey as Journey;
}
