import { EdgeAgentError } from '../protocol/errors.ts';
import type { ClassifierData } from '../retrieve/classifier.ts';
import { openShard, startShard } from './bytes.ts';

export function writeClassifier(data: ClassifierData): Uint8Array<ArrayBuffer> {
  const writer = startShard('classifier');
  writer.varint(data.dimensions);
  writer.varint(data.unitCount);
  for (const step of data.steps) writer.float32(step);
  for (const bias of data.biases) writer.float32(bias);
  writer.block(new Uint8Array(data.rows.buffer, data.rows.byteOffset, data.rows.byteLength));
  return writer.finish();
}

/** Reads a classifier; the rows are a view of the bytes. Throws `pack-invalid`. */
export function readClassifier(bytes: Uint8Array): ClassifierData {
  const reader = openShard(bytes, 'classifier');
  const dimensions = reader.varint();
  const unitCount = reader.count();
  const steps = Float32Array.from({ length: unitCount + 1 }, () => reader.float32());
  const biases = Float32Array.from({ length: unitCount + 1 }, () => reader.float32());
  const raw = reader.block();
  if (dimensions === 0 || raw.length !== (unitCount + 1) * dimensions || ![...steps, ...biases].every(isSensible)) {
    throw new EdgeAgentError('pack-invalid', 'the parts of the classifier shard do not fit together');
  }
  return { dimensions, unitCount, rows: new Int8Array(raw.buffer, raw.byteOffset, raw.byteLength), steps, biases };
}

/** No training comes near such numbers; sums of larger ones would not stay finite. */
function isSensible(value: number): boolean {
  return Math.abs(value) <= 1e6;
}
