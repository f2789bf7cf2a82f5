import { EdgeAgentError } from '../protocol/errors.ts';
import type { WordsData } from '../retrieve/words-data.ts';
import { type ByteReader, openShard, startShard } from './bytes.ts';

/** Writes an index of words; the norms are kept to 1/256. */
export function writeWords(data: WordsData): Uint8Array<ArrayBuffer> {
  const writer = startShard('words');
  writer.text(data.locale);
  writer.varint(data.unitCount);
  writer.varint(data.phrasingCount);
  let previous = 0;
  for (const unit of data.phrasingUnit) {
    writer.varint(unit - previous);
    previous = unit;
  }
  for (const norm of data.phrasingNorm) writer.varint(Math.max(1, Math.round(norm * 256)));
  for (const length of data.answerLength) writer.varint(length);
  writer.varint(data.termUnits.length);
  writeLengths(data.termStart, (length) => writer.varint(length));
  for (const units of data.termUnits) writer.varint(units);
  writer.raw(data.termWeight);
  writeLengths(data.postingStart, (length) => writer.varint(length));
  writer.block(data.termBytes);
  writer.block(data.postings);
  return writer.finish();
}

/** Reads an index of words in place: the large parts are views of the bytes. Throws `pack-invalid`. */
export function readWords(bytes: Uint8Array): WordsData {
  const reader = openShard(bytes, 'words');
  const locale = reader.text();
  const unitCount = reader.varint();
  const phrasingCount = reader.count();
  const phrasingUnit = new Uint32Array(phrasingCount);
  let unit = 0;
  for (let index = 0; index < phrasingCount; index += 1) {
    unit += reader.varint();
    phrasingUnit[index] = unit;
  }
  const phrasingNorm = Float32Array.from({ length: phrasingCount }, () => reader.varint() / 256);
  const answerLength = Uint32Array.from({ length: reader.within(unitCount) }, () => reader.varint());
  const termCount = reader.count();
  const termStart = readStarts(termCount, reader);
  const termUnits = Uint32Array.from({ length: termCount }, () => reader.varint());
  const termWeight = reader.raw(termCount);
  const postingStart = readStarts(termCount, reader);
  const termBytes = reader.block();
  const postings = reader.block();
  if (unit >= Math.max(1, unitCount) || termStart[termCount] !== termBytes.length || postingStart[termCount] !== postings.length) {
    throw new EdgeAgentError('pack-invalid', 'the parts of the words shard do not fit together');
  }
  return {
    locale,
    unitCount,
    phrasingCount,
    phrasingUnit,
    phrasingNorm,
    answerLength,
    termBytes,
    termStart,
    termUnits,
    termWeight,
    postings,
    postingStart,
  };
}

function writeLengths(starts: Uint32Array, write: (length: number) => void): void {
  for (let index = 0; index + 1 < starts.length; index += 1) write((starts[index + 1] as number) - (starts[index] as number));
}

function readStarts(count: number, reader: ByteReader): Uint32Array {
  const starts = new Uint32Array(count + 1);
  let start = 0;
  for (let index = 0; index < count; index += 1) {
    start = reader.within(start + reader.varint());
    starts[index + 1] = start;
  }
  return starts;
}
