import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { BuiltinEncoder } from './builtin-encoder.ts';
import { normalizeForEncoder, wordsOf } from './features.ts';

interface GoldenCase {
  readonly text: string;
  /** The text is this, repeated to a length. */
  readonly unit?: string;
  readonly repeatTo?: number;
  readonly wordCount: number;
  readonly found: number;
  readonly first8: readonly number[];
  readonly sum: number;
}

// Read, not imported: some cases are lone surrogates, which a bundler takes for damaged JSON.
const golden = JSON.parse(await readFile(new URL('./golden.json', import.meta.url), 'utf8')) as {
  readonly cases: readonly GoldenCase[];
  readonly similarities: readonly (readonly [string, string, number])[];
};
const weights = (file: string) => readFile(new URL(`./weights/${file}`, import.meta.url));
const fromDisk = async ({ file }: { file: string }) => new Uint8Array(await weights(file));

function textOf({ text, unit, repeatTo }: GoldenCase): string {
  return unit === undefined || repeatTo === undefined ? text : unit.repeat(Math.ceil(repeatTo / unit.length)).slice(0, repeatTo);
}

describe('the built-in encoder', () => {
  const encoder = new BuiltinEncoder(fromDisk);
  beforeAll(() => encoder.prepare('aияا一の'));

  test('gives the vectors of the training code, in nine languages and on bad input', () => {
    for (const each of golden.cases) {
      const text = textOf(each);
      expect(wordsOf(normalizeForEncoder(text)), text.slice(0, 80)).toHaveLength(each.wordCount);
      const [vector] = encoder.encodeNow([text]);
      if (each.found === 0) {
        expect(vector, text.slice(0, 80)).toBeNull();
        continue;
      }
      for (const [index, value] of each.first8.entries()) expect(vector?.[index]).toBeCloseTo(value, 5);
      expect(vector?.reduce((sum, value) => sum + value, 0)).toBeCloseTo(each.sum, 4);
    }
  });

  test('holds the similarities of the training code', () => {
    for (const [a, b, similarity] of golden.similarities) {
      const [first, second] = encoder.encodeNow([a, b]);
      expect(first?.reduce((sum, value, index) => sum + value * (second?.[index] ?? 0), 0)).toBeCloseTo(similarity, 4);
    }
  });

  test('takes any text: a vector of length 1, or null', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const [vector] = encoder.encodeNow([text]);
        if (vector) expect(vector.reduce((sum, value) => sum + value * value, 0)).toBeCloseTo(1, 4);
      }),
    );
  });

  test('reads 50,000 characters in no time', () => {
    const started = performance.now();
    encoder.encodeNow(['why is this so '.repeat(3500)]);
    expect(performance.now() - started).toBeLessThan(200);
  });
});

test('a text is encoded only when all its scripts are there', async () => {
  const loaded: string[] = [];
  const encoder = new BuiltinEncoder(async (file) => {
    loaded.push(file.file);
    return fromDisk(file);
  });
  expect(encoder.encodeNow(['退货'])).toEqual([null]);
  await encoder.prepare('退货');
  expect(loaded.sort()).toEqual(['common.bin', 'core.bin', 'han.bin']);
  expect(encoder.encodeNow(['退货'])[0]).not.toBeNull();
  expect(encoder.encodeNow(['USB-C 充电'])).toEqual([null]);
  expect((await encoder.encode(['USB-C 充电']))[0]).not.toBeNull();
});

test.each([
  ['altered', (bytes: Uint8Array<ArrayBuffer>) => bytes.map((byte, index) => (index === 500 ? byte ^ 1 : byte))],
  ['cut off', (bytes: Uint8Array<ArrayBuffer>) => bytes.subarray(0, bytes.length - 10)],
  ['something else', () => new TextEncoder().encode('<!doctype html>')],
])('weights that are %s are refused, and tried again', async (_, damage) => {
  let isDamaged = true;
  const encoder = new BuiltinEncoder(async (file) => {
    const bytes = await fromDisk(file);
    return isDamaged ? damage(bytes) : bytes;
  });
  await expect(encoder.prepare('a')).rejects.toMatchObject({ code: 'encoder-invalid' });
  isDamaged = false;
  await encoder.prepare('a');
  expect(encoder.encodeNow(['a'])[0]).not.toBeNull();
});

test('what ships fits its budget: 4 MiB in all', async () => {
  const manifest = JSON.parse(String(await weights('manifest.json'))) as { bytes: number };
  expect(manifest.bytes).toBeLessThanOrEqual(4 * 1024 * 1024);
});
