import { EdgeAgentError } from '../protocol/errors.ts';

/** Grows as it is written to. Numbers are little-endian; varints are LEB128 of unsigned 32-bit integers. */
export class ByteWriter {
  private bytes = new Uint8Array(1024);
  private length = 0;

  /** Bytes written so far. */
  get size(): number {
    return this.length;
  }

  private reserve(count: number): void {
    if (this.length + count <= this.bytes.length) return;
    const grown = new Uint8Array(Math.max(this.bytes.length * 2, this.length + count));
    grown.set(this.bytes);
    this.bytes = grown;
  }

  varint(value: number): void {
    this.reserve(5);
    let rest = value >>> 0;
    while (rest >= 0x80) {
      this.bytes[this.length++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    this.bytes[this.length++] = rest;
  }

  float32(value: number): void {
    this.reserve(4);
    new DataView(this.bytes.buffer).setFloat32(this.length, value, true);
    this.length += 4;
  }

  raw(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** A varint of the byte count, then the bytes. */
  block(bytes: Uint8Array): void {
    this.varint(bytes.length);
    this.raw(bytes);
  }

  text(text: string): void {
    this.block(new TextEncoder().encode(text));
  }

  finish(): Uint8Array<ArrayBuffer> {
    return this.bytes.slice(0, this.length);
  }
}

/** Reads what ByteWriter wrote. Throws `pack-invalid` past the end, so that half a file is never taken for a whole one. */
export class ByteReader {
  private offset = 0;

  constructor(private readonly bytes: Uint8Array) {}

  varint(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.bytes[this.offset++];
      if (byte === undefined) throw ended();
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
    throw new EdgeAgentError('pack-invalid', 'a number in the file is longer than 32 bits');
  }

  /** A varint that counts things of which each takes at least a byte: bounded by what is left, so a bad file cannot ask for gigabytes. */
  count(): number {
    return this.within(this.varint());
  }

  within(count: number): number {
    if (count > this.bytes.length - this.offset) throw ended();
    return count;
  }

  float32(): number {
    const bytes = this.raw(4);
    return new DataView(bytes.buffer, bytes.byteOffset, 4).getFloat32(0, true);
  }

  /** A view, not a copy. */
  raw(count: number): Uint8Array {
    if (this.offset + count > this.bytes.length) throw ended();
    const view = this.bytes.subarray(this.offset, this.offset + count);
    this.offset += count;
    return view;
  }

  block(): Uint8Array {
    return this.raw(this.varint());
  }

  text(): string {
    return new TextDecoder().decode(this.block());
  }
}

function ended(): EdgeAgentError {
  return new EdgeAgentError('pack-invalid', 'the file ends too early');
}

const magic = 0x6b704145; // "EApk"
/** Raised when a shard's layout changes; readers refuse what they do not know. */
export const formatVersion = 1;

/** Every shard starts with the magic number, the format version and its kind. */
export function startShard(kind: string): ByteWriter {
  const writer = new ByteWriter();
  writer.raw(new Uint8Array(new Uint32Array([magic]).buffer));
  writer.varint(formatVersion);
  writer.text(kind);
  return writer;
}

export function openShard(bytes: Uint8Array, kind: string): ByteReader {
  const reader = new ByteReader(bytes);
  const start = reader.raw(4);
  if (new DataView(start.buffer, start.byteOffset, 4).getUint32(0, true) !== magic) {
    throw new EdgeAgentError('pack-invalid', 'the file is no pack shard');
  }
  const version = reader.varint();
  if (version !== formatVersion) {
    throw new EdgeAgentError('pack-version', `the shard has format ${version}, this reader knows ${formatVersion}`);
  }
  const found = reader.text();
  if (found !== kind) throw new EdgeAgentError('pack-invalid', `the shard holds "${found}" where "${kind}" was expected`);
  return reader;
}
