import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Content } from '../content/unit.ts';
import { hashEncoder } from '../retrieve/hash-encoder.fixture.ts';
import { shopLocales, smallShop, unitOf } from '../small-shop.fixture.ts';
import { type BuiltPack, buildPack } from './build-pack.ts';
import { readClassifier } from './classifier-shard.ts';
import { sha256Hex } from './hash.ts';
import { readManifest, shardsOf } from './manifest.ts';
import { readUnits } from './units-shard.ts';
import { readVectors } from './vectors-shard.ts';
import { readWords } from './words-shard.ts';

const filesOf = ({ files }: BuiltPack) => new Map(Array.from(files, ([name, bytes]) => [name, sha256Hex(bytes)]));

function bytesOf({ files }: BuiltPack, shard: { file: string } | undefined): Uint8Array {
  const bytes = shard === undefined ? undefined : files.get(shard.file);
  if (bytes === undefined) throw new Error('the shard is missing');
  return bytes;
}

/** The same content with everything that has no order in another order. */
function shuffled(content: Content, seed: number): Content {
  const order = <T>(list: readonly T[]) =>
    list.map((item, index) => ({ item, key: Math.imul(index + 1, seed | 1) >>> 0 })).sort((a, b) => a.key - b.key);
  return {
    ...content,
    units: order(content.units).map(({ item }) => ({
      ...item,
      variants: new Map(order([...item.variants]).map(({ item: variant }) => variant)),
    })),
  };
}

describe('buildPack', () => {
  it('makes a manifest and, for each of nine locales, shards that it describes rightly', async () => {
    const pack = await buildPack(smallShop);
    const { manifest, files } = pack;
    expect(readManifest(new TextDecoder().decode(files.get('manifest.json')))).toEqual(manifest);
    expect(Object.keys(manifest.locales)).toEqual([...shopLocales]);
    expect(manifest).toMatchObject({
      defaultLocale: 'en',
      encoder: null,
      contact: smallShop.site.contact,
      site: { id: 'small-shop', name: 'Small Shop' },
    });
    const named = new Set(['manifest.json']);
    for (const [locale, entry] of Object.entries(manifest.locales)) {
      for (const shard of shardsOf(entry)) {
        const bytes = bytesOf(pack, shard);
        named.add(shard.file);
        expect(shard).toMatchObject({ bytes: bytes.length, sha256: sha256Hex(bytes) });
        expect(shard.file).toContain(shard.sha256.slice(0, 16));
      }
      const units = readUnits(bytesOf(pack, entry.units));
      expect(entry.unitCount).toBe(smallShop.units.length);
      for (const unit of smallShop.units) {
        expect(units.at(units.indexOf(unit.id))).toMatchObject({ id: unit.id, title: unit.variants.get(locale)?.question });
      }
      expect(readWords(bytesOf(pack, entry.words))).toMatchObject({
        locale,
        unitCount: smallShop.units.length,
        phrasingCount: phrasingsIn(locale),
      });
    }
    for (const shard of Object.values(manifest.cues ?? {})) named.add(shard.file);
    expect(new Set(files.keys())).toEqual(named);
  });

  it('is the same bytes for the same content, in whatever order its units and variants come', async () => {
    const wanted = filesOf(await buildPack(smallShop));
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        expect(filesOf(await buildPack(shuffled(smallShop, seed)))).toEqual(wanted);
      }),
      { numRuns: 5 },
    );
  });

  it('has another version and another shard name where a single word changes, and leaves other locales alone', async () => {
    const before = await buildPack(smallShop);
    const [first, ...rest] = smallShop.units;
    if (first === undefined) throw new Error('no unit');
    const variants = new Map(first.variants);
    const english = variants.get('en');
    if (english === undefined) throw new Error('no en');
    variants.set('en', { ...english, question: `${english.question} Please` });
    const after = await buildPack({ ...smallShop, units: [{ ...first, variants }, ...rest] });
    expect(after.manifest.version).not.toBe(before.manifest.version);
    expect(after.manifest.locales.en?.words.file).not.toBe(before.manifest.locales.en?.words.file);
    expect(after.manifest.locales.ja).toEqual(before.manifest.locales.ja);
  });

  it('has another version where only the contact changes', async () => {
    const before = await buildPack(smallShop);
    const after = await buildPack({ ...smallShop, site: { ...smallShop.site, contact: { phone: '+44 20' } } });
    expect(after.manifest.version).not.toBe(before.manifest.version);
  });

  it('leaves out locales that no unit has words in', async () => {
    const { manifest } = await buildPack({ ...smallShop, units: [unitOf('a', 'de', ['Ja.', 'Geht das?'])] });
    expect(Object.keys(manifest.locales)).toEqual(['de']);
  });

  it('carries scope, risk, source and related units, and only where there are any', async () => {
    const scoped = {
      ...unitOf('eu', 'en', ['Yes.', 'Is it free?'], { market: ['EU'], from: '2026-01-01', to: '2026-12-31' }),
      risk: 'money' as const,
      related: ['plain'],
      source: 'https://shop.example/eu',
    };
    const pack = await buildPack({ ...smallShop, units: [scoped, unitOf('plain', 'en', ['No.', 'Is it blue?'])] });
    const units = readUnits(bytesOf(pack, pack.manifest.locales.en?.units));
    expect(units.at(0)).toMatchObject({
      id: 'eu',
      limits: { market: ['EU'] },
      risk: 'money',
      related: ['plain'],
      source: 'https://shop.example/eu',
    });
    expect(units.at(0).when).toBeDefined();
    expect(Object.keys(units.at(1)).sort()).toEqual(['answer', 'id', 'title']);
  });

  it('carries one vector for each phrasing, in the order of the words, and a classifier', async () => {
    const pack = await buildPack(smallShop, { encoder: hashEncoder });
    expect(pack.manifest.encoder).toEqual({ id: hashEncoder.id, dimensions: hashEncoder.dimensions, sha256: hashEncoder.sha256 });
    const entry = pack.manifest.locales.en;
    const words = readWords(bytesOf(pack, entry?.words));
    const vectors = readVectors(bytesOf(pack, entry?.vectors));
    expect(vectors.rows).toHaveLength(words.phrasingCount * hashEncoder.dimensions);
    expect(readClassifier(bytesOf(pack, entry?.classifier))).toMatchObject({
      unitCount: smallShop.units.length,
      dimensions: hashEncoder.dimensions,
    });
    expect(filesOf(await buildPack(shuffled(smallShop, 7), { encoder: hashEncoder }))).toEqual(filesOf(pack));
  });

  it('builds where an encoder has no vector for a text', async () => {
    const silent = { ...hashEncoder, encode: async (texts: readonly string[]) => texts.map(() => null) };
    const pack = await buildPack(smallShop, { encoder: silent });
    const { rows } = readVectors(bytesOf(pack, pack.manifest.locales.en?.vectors));
    expect(rows.every((value) => value === 0)).toBe(true);
    expect(pack.manifest.locales.en?.classifier).toBeUndefined();
  });

  it('keeps ids that name properties of objects apart from properties of objects', async () => {
    const ids = ['__proto__', 'constructor', 'hasOwnProperty', 'toString'];
    const pack = await buildPack({ ...smallShop, units: ids.map((id) => unitOf(id, 'en', [`It is ${id}.`, `What is ${id}?`])) });
    const units = readUnits(bytesOf(pack, pack.manifest.locales.en?.units));
    for (const id of ids) expect(units.at(units.indexOf(id)).id).toBe(id);
    expect(units.indexOf('valueOf')).toBe(-1);
  });

  it('tells how far it is', async () => {
    const steps: string[] = [];
    await buildPack(smallShop, { onProgress: (step, done, total) => steps.push(`${step} ${done}/${total}`) });
    expect(steps.at(0)).toBe('en 0/9');
    expect(steps.at(-1)).toBe('done 9/9');
  });
});

function phrasingsIn(locale: string): number {
  return smallShop.units.reduce((sum, unit) => sum + 1 + (unit.variants.get(locale)?.phrasings.length ?? 0), 0);
}
