import { EdgeAgentError } from '../protocol/errors.ts';
import { openShard, startShard } from './bytes.ts';

/** Vectors of unit length as int8 (127 is 1.0), one row for each phrasing of a locale's words, in their order. */
export interface VectorsData {
  readonly dimensions: number;
  readonly rows: Int8Array;
}

/** Scales a vector of unit length to int8, rounding half away from zero. */
export function quantize(vector: Float32Array, into: Int8Array, offset: number): void {
  for (let index = 0; index < vector.length; index += 1) {
    into[offset + index] = Math.max(-127, Math.min(127, Math.round((vector[index] as number) * 127)));
  }
}

export function writeVectors(data: VectorsData): Uint8Array<ArrayBuffer> {
  const writer = startShard('vectors');
  writer.varint(data.dimensions);
  writer.block(new Uint8Array(data.rows.buffer, data.rows.byteOffset, data.rows.byteLength));
  return writer.finish();
}

export function readVectors(bytes: Uint8Array): VectorsData {
  const reader = openShard(bytes, 'vectors');
  const dimensions = reader.varint();
  const raw = reader.block();
  if (dimensions === 0 || raw.length % dimensions !== 0) {
    throw new EdgeAgentError('pack-invalid', 'the vectors shard holds no whole number of rows');
  }
  return { dimensions, rows: new Int8Array(raw.buffer, raw.byteOffset, raw.byteLength) };
}
