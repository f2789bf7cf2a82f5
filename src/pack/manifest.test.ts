import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EdgeAgentError } from '../protocol/errors.ts';
import { smallShop } from '../small-shop.fixture.ts';
import { buildPack } from './build-pack.ts';
import { sha256Hex } from './hash.ts';
import { type Manifest, readManifest, shardsOf } from './manifest.ts';

const { manifest } = await buildPack({ ...smallShop, site: { ...smallShop.site, locales: ['en'] } });
const changed = (change: (copy: Manifest) => unknown): string => {
  const copy = structuredClone(manifest);
  change(copy);
  return JSON.stringify(copy);
};
const errorOf = (text: string): EdgeAgentError => {
  try {
    readManifest(text);
  } catch (thrown) {
    if (thrown instanceof EdgeAgentError) return thrown;
    throw thrown;
  }
  throw new Error('nothing was refused');
};

describe('readManifest', () => {
  it('reads what the build wrote', () => {
    expect(readManifest(JSON.stringify(manifest))).toEqual(manifest);
  });

  it.each<[string, string, RegExp]>([
    ['text that is no JSON', '<!doctype html>', /not JSON/],
    ['an empty file', '', /not JSON/],
    ['JSON that is no manifest', '[]', /top level|format/],
    ['null', 'null', /top level/],
    ['a manifest without locales', changed((copy) => Reflect.deleteProperty(copy, 'locales')), /locales/],
    [
      'a shard without a hash',
      changed((copy) => Reflect.deleteProperty(copy.locales.en?.words ?? {}, 'sha256')),
      /locales\.en\.words\.sha256/,
    ],
    [
      'a hash that is none',
      changed((copy) => Object.assign(copy.locales.en?.units ?? {}, { sha256: 'abc' })),
      /locales\.en\.units\.sha256/,
    ],
    ['an empty shard', changed((copy) => Object.assign(copy.locales.en?.units ?? {}, { bytes: 0 })), /locales\.en\.units\.bytes/],
  ])('refuses %s and says what is wrong', (_, text, message) => {
    const error = errorOf(text);
    expect(error.code).toBe('pack-invalid');
    expect(error.message).toMatch(message);
  });

  it.each(['../../secret', 'a/b.bin', 'https://elsewhere.example/x.bin', '//elsewhere/x', '..\\x', 'a b', ''])(
    'refuses a shard at %j',
    (file) => {
      const error = errorOf(changed((copy) => Object.assign(copy.locales.en?.units ?? {}, { file })));
      expect(error.message).toContain('locales.en.units.file');
    },
  );

  it('tells a pack of another format from a broken one', () => {
    const error = errorOf(changed((copy) => Object.assign(copy, { format: 99 })));
    expect(error.code).toBe('pack-version');
    expect(error.message).toContain('99');
  });

  it('throws nothing but named errors, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(errorOf(text).code).toMatch(/^pack-/);
      }),
    );
  });
});

describe('shardsOf', () => {
  it('lists the shards that are there', () => {
    const entry = manifest.locales.en;
    if (entry === undefined) throw new Error('no en');
    expect(shardsOf(entry)).toEqual([entry.units, entry.words]);
  });
});

describe('sha256Hex', () => {
  // FIPS 180-2, appendix B.
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  ])('of %j is the standard one', (text, hash) => {
    expect(sha256Hex(new TextEncoder().encode(text))).toBe(hash);
  });
});
