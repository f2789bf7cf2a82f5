import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EdgeAgentError } from '../protocol/errors.ts';
import { ByteReader, ByteWriter, formatVersion, openShard, startShard } from './bytes.ts';

const codeOf = (run: () => unknown) => {
  try {
    run();
  } catch (thrown) {
    return thrown instanceof EdgeAgentError ? thrown.code : thrown;
  }
  return undefined;
};

const value = fc.oneof(
  fc.record({ kind: fc.constant('varint' as const), value: fc.integer({ min: 0, max: 2 ** 32 - 1 }) }),
  fc.record({ kind: fc.constant('float32' as const), value: fc.float({ noNaN: true }) }),
  fc.record({ kind: fc.constant('text' as const), value: fc.string({ unit: 'grapheme' }) }),
  fc.record({ kind: fc.constant('block' as const), value: fc.uint8Array({ maxLength: 300 }) }),
);

describe('ByteWriter and ByteReader', () => {
  it('read back whatever was written, in order', () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 50 }), (values) => {
        const writer = new ByteWriter();
        for (const each of values) {
          if (each.kind === 'varint') writer.varint(each.value);
          else if (each.kind === 'float32') writer.float32(each.value);
          else if (each.kind === 'text') writer.text(each.value);
          else writer.block(each.value);
        }
        const bytes = writer.finish();
        expect(bytes.length).toBe(writer.size);
        const reader = new ByteReader(bytes);
        for (const each of values) {
          if (each.kind === 'varint') expect(reader.varint()).toBe(each.value);
          else if (each.kind === 'float32') expect(reader.float32()).toBe(each.value);
          else if (each.kind === 'text') expect(reader.text()).toBe(each.value);
          else expect(Array.from(reader.block())).toEqual(Array.from(each.value));
        }
        expect(codeOf(() => reader.raw(1))).toBe('pack-invalid');
      }),
    );
  });

  it('writes more than it first made room for', () => {
    const writer = new ByteWriter();
    writer.raw(new Uint8Array(5000).fill(7));
    writer.varint(2 ** 32 - 1);
    expect(writer.finish()).toHaveLength(5005);
  });

  it('refuses to read past the end, whatever is asked for', () => {
    const empty = () => new ByteReader(new Uint8Array());
    for (const run of [
      () => empty().varint(),
      () => empty().float32(),
      () => empty().text(),
      () => empty().raw(1),
      () => empty().within(1),
    ]) {
      expect(codeOf(run)).toBe('pack-invalid');
    }
  });

  it('refuses a number of more than 32 bits', () => {
    expect(codeOf(() => new ByteReader(new Uint8Array(9).fill(0xff)).varint())).toBe('pack-invalid');
  });

  it('refuses a count of more things than there are bytes', () => {
    const writer = new ByteWriter();
    writer.varint(4_000_000_000);
    expect(codeOf(() => new ByteReader(writer.finish()).count())).toBe('pack-invalid');
    expect(codeOf(() => new ByteReader(writer.finish()).block())).toBe('pack-invalid');
  });
});

describe('openShard', () => {
  it('says what is wrong with a file that is no shard, is of another kind, or has another format', () => {
    const shard = startShard('words').finish();
    expect(() => openShard(new TextEncoder().encode('<!doctype html>'), 'words')).toThrow(/no pack shard/);
    expect(() => openShard(shard, 'units')).toThrow(/"words".*"units"/);
    const newer = shard.slice();
    newer[4] = formatVersion + 1;
    expect(codeOf(() => openShard(newer, 'words'))).toBe('pack-version');
    expect(codeOf(() => openShard(new Uint8Array(3), 'words'))).toBe('pack-invalid');
  });

  it('reads a shard that lies in the middle of a larger buffer', () => {
    const shard = startShard('words').finish();
    const larger = new Uint8Array(shard.length + 3);
    larger.set(shard, 3);
    expect(() => openShard(larger.subarray(3), 'words')).not.toThrow();
  });
});
