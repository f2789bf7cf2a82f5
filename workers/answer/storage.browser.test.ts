import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { addMessages, type Conversation, emptyConversation } from '../../src/memory/conversation.ts';
import type { Manifest, ShardEntry } from '../../src/pack/manifest.ts';
import { Storage } from './storage.ts';

const site = 'https://shop.example/pack/manifest.json';

/** A tab of the site in which the visitor has acted. */
function tab(): Storage {
  const storage = new Storage(site);
  storage.allow(true);
  return storage;
}

beforeEach(() => tab().erase());

const text = fc.string({ unit: 'binary', maxLength: 60 });
const conversation: fc.Arbitrary<Conversation> = fc
  .record({ said: fc.array(text, { maxLength: 5 }), revision: fc.nat(20) })
  .map(({ said, revision }) => ({
    ...addMessages(
      emptyConversation,
      said.map((each) => ({ from: 'visitor' as const, at: '2026-11-21T10:00:00Z', text: each, locale: 'en' })),
    ),
    revision,
  }));

describe('the conversation', () => {
  test('comes back as it was saved; of several tabs’ copies the newest stays, whatever the order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(2), conversation), { minLength: 1, maxLength: 8 }), async (saves) => {
        const tabs = [tab(), tab(), tab()];
        await tab().erase();
        let newest: Conversation | undefined;
        for (const [index, each] of saves) {
          const isOlder = newest !== undefined && newest.revision > each.revision;
          expect(await tabs[index]?.saveConversation(each)).toBe(isOlder ? 'older' : 'stored');
          if (!isOlder) newest = each;
        }
        for (const each of tabs) expect(await each.conversation()).toEqual(newest);
      }),
      { numRuns: 40 },
    );
  });

  test('of another site is another', async () => {
    await tab().saveConversation({ ...emptyConversation, revision: 3 });
    expect(await new Storage('https://other.example/').conversation()).toBeNull();
  });

  test('is not saved before the visitor acts, and not after deleting', async () => {
    const storage = new Storage(site);
    expect(await storage.saveConversation(emptyConversation)).toBe('not-allowed');
    expect(await storage.conversation()).toBeNull();
    storage.allow(true);
    await storage.saveConversation(emptyConversation);
    await storage.erase();
    expect(await storage.conversation()).toBeNull();
    expect(await storage.inventory()).toMatchObject({ messages: 0, packs: [], weights: 0, storage: 'available' });
  });
});

const entry = (name: string): ShardEntry => ({ file: `${name}.bin`, sha256: name, bytes: 3 });
const shards = (...names: string[]) => new Map(names.map((name) => [name, Uint8Array.of(1, 2, 3)]));

function manifestOf(version: string, units: string, words: string): Manifest {
  const weights = { weights: [], offerWeights: [], answerFrom: 1 };
  return {
    format: 1,
    version,
    site: { id: 'shop', name: 'Shop' },
    defaultLocale: 'en',
    contact: {},
    suggestions: [],
    terms: [],
    encoder: null,
    locales: { en: { unitCount: 1, calibration: { words: weights }, units: entry(units), words: entry(words) } },
  };
}

test('a pack’s new version takes over with all it needs; the one before stays, older ones go', async () => {
  const storage = tab();
  await storage.savePack(site, manifestOf('1', 'units-1', 'words-1'), shards('units-1', 'words-1'));
  await storage.savePack(site, manifestOf('2', 'units-2', 'words-1'), shards('units-2'));
  expect(await storage.pack(site)).toMatchObject({ current: { version: '2' }, previous: { version: '1' } });
  expect(await storage.shard('units-1')).toEqual(Uint8Array.of(1, 2, 3));
  await storage.savePack(site, manifestOf('3', 'units-3', 'words-3'), shards('units-3', 'words-3'));
  expect(await storage.shard('units-1')).toBeUndefined();
  for (const kept of ['units-2', 'words-1', 'units-3', 'words-3']) expect(await storage.shard(kept)).toBeDefined();
  // Saved once more, it is no version before itself.
  await storage.savePack(site, manifestOf('3', 'units-3', 'words-3'), shards());
  expect(await storage.pack(site)).toMatchObject({ current: { version: '3' }, previous: { version: '2' } });
});
