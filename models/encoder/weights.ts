import { EdgeAgentError } from '../../src/protocol/errors.ts';
import type { ShardName } from './features.ts';

/** What every text needs: how rows are put together from codes. */
export interface Core {
  readonly dimensions: number;
  /** Each row is `parts` codes, one centroid each (product quantisation, Jégou et al. 2011). */
  readonly parts: number;
  /** Scaled centroids: part, centroid, value. */
  readonly codebook: Float64Array;
  /** Length of a row by its level. */
  readonly norms: Float64Array;
}

/** The rows of one weight file. */
export interface Rows {
  /** Hashes of the features that have a row, ascending. */
  readonly hashes: Uint32Array;
  /** Norm level of each row. */
  readonly levels: Uint8Array;
  /** `parts` codes for each row. */
  readonly codes: Uint8Array;
}

const shardNumbers: Record<ShardName, number> = { common: 0, latin: 1, cyrillic: 2, arabic: 3, han: 4, kana: 5 };
const centroids = 256;
const coreHeader = 16;

/** Reads `core.bin`. Throws `encoder-invalid`. */
export function readCore(bytes: Uint8Array): Core {
  const view = open(bytes, 'EAC1', coreHeader + 4 * centroids);
  const dimensions = view.getUint16(4, true);
  const parts = view.getUint16(6, true);
  const size = view.getUint16(8, true);
  const hidden = view.getUint16(10, true);
  const scaleStart = coreHeader + 4 * centroids;
  const codeStart = scaleStart + 4 * parts;
  if (hidden !== 0 || dimensions !== parts * size || bytes.length !== codeStart + centroids * dimensions)
    throw damaged('core.bin has another layout');
  const norms = Float64Array.from({ length: centroids }, (_, level) => view.getFloat32(coreHeader + 4 * level, true));
  const codebook = new Float64Array(centroids * dimensions);
  for (let index = 0; index < codebook.length; index += 1) {
    const part = Math.floor(index / (centroids * size));
    codebook[index] = view.getInt8(codeStart + index) * view.getFloat32(scaleStart + 4 * part, true);
  }
  return { dimensions, parts, codebook, norms };
}

/** Reads the weight file of a script. Throws `encoder-invalid`. */
export function readRows(bytes: Uint8Array, shard: ShardName, core: Core): Rows {
  const view = open(bytes, 'EAS1', 16);
  const count = view.getUint32(8, true);
  const hashBytes = view.getUint32(12, true);
  const fits =
    view.getUint8(4) === shardNumbers[shard] &&
    view.getUint8(5) === core.parts &&
    bytes.length === 16 + hashBytes + count * (1 + core.parts);
  if (!fits) throw damaged(`the weights of ${shard} have another layout`);
  const hashes = readHashes(bytes.subarray(16, 16 + hashBytes), count, shard);
  const levelStart = 16 + hashBytes;
  return { hashes, levels: bytes.subarray(levelStart, levelStart + count), codes: bytes.subarray(levelStart + count) };
}

/** LEB128 of the steps between them, less one. */
function readHashes(bytes: Uint8Array, count: number, shard: ShardName): Uint32Array {
  const hashes = new Uint32Array(count);
  let previous = -1;
  let offset = 0;
  for (let index = 0; index < count; index += 1) {
    let step = 0;
    let scale = 1;
    let byte = 0x80;
    while (byte >= 0x80 && offset < bytes.length) {
      byte = bytes[offset++] as number;
      step += (byte & 0x7f) * scale;
      scale *= 128;
    }
    previous += step + 1;
    hashes[index] = previous;
  }
  if (offset !== bytes.length || previous > 0xffffffff) throw damaged(`the weights of ${shard} are cut off`);
  return hashes;
}

/** The row of a feature, or -1. */
export function rowOf({ hashes }: Rows, hash: number): number {
  let low = 0;
  let high = hashes.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const each = hashes[middle] as number;
    if (each === hash) return middle;
    if (each < hash) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

function open(bytes: Uint8Array, magic: string, least: number): DataView {
  const found = String.fromCharCode(...bytes.subarray(0, 4));
  if (found !== magic || bytes.length < least) throw damaged(`the file does not start as ${magic}`);
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function damaged(what: string): EdgeAgentError {
  return new EdgeAgentError('encoder-invalid', what);
}
