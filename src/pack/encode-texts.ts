import type { Unit } from '../content/unit.ts';
import type { Encoder } from '../retrieve/encoder.ts';
import type { TextsOfUnit } from '../retrieve/index-words.ts';
import { quantize, type VectorsData } from './vectors-shard.ts';

type Vectors = readonly (Float32Array | null)[];

/** The vectors of all that one locale of a pack learns from. */
export interface EncodedTexts {
  readonly unitCount: number;
  readonly dimensions: number;
  /** Unit of each phrasing, ascending. */
  readonly phrasingUnit: readonly number[];
  readonly phrasings: Vectors;
  /** One for each unit: the beginning of its answer, and its id, where that is words. */
  readonly answers: Vectors;
  readonly names: Vectors;
  readonly offTopic: Vectors;
}

/** An answer says first what it is about. */
const readOfAnswer = 300;

export async function encodeTexts(
  units: readonly Pick<Unit, 'id'>[],
  texts: readonly TextsOfUnit[],
  offTopic: readonly string[],
  encoder: Encoder,
): Promise<EncodedTexts> {
  return {
    unitCount: texts.length,
    dimensions: encoder.dimensions,
    phrasingUnit: texts.flatMap(({ phrasings }, unit) => phrasings.map(() => unit)),
    phrasings: await encoder.encode(
      texts.flatMap(({ phrasings }) => phrasings),
      'passage',
    ),
    answers: await encoder.encode(
      texts.map(({ answer }) => answer.slice(0, readOfAnswer)),
      'passage',
    ),
    names: await encoder.encode(
      units.map(({ id }) => wordsOfId(id)),
      'passage',
    ),
    offTopic: await encoder.encode(offTopic, 'question'),
  };
}

/** "shipping-cost" is as good as a title, "faq-0123" says nothing. */
function wordsOfId(id: string): string {
  return (id.match(/\p{L}{3,}/gu) ?? []).join(' ').toLowerCase();
}

/** The rows of the vectors shard; a phrasing that has no vector is zero. */
export function phrasingRows({ phrasings, dimensions }: EncodedTexts): VectorsData {
  const rows = new Int8Array(phrasings.length * dimensions);
  phrasings.forEach((vector, index) => {
    if (vector !== null) quantize(vector, rows, index * dimensions);
  });
  return { dimensions, rows };
}
