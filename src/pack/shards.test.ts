import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentOf } from '../content/answer-document.ts';
import { languages } from '../language/locale.ts';
import { supportSentences } from '../language/support-sentences.fixture.ts';
import { EdgeAgentError } from '../protocol/errors.ts';
import { indexWords } from '../retrieve/index-words.ts';
import { VectorIndex } from '../retrieve/vector-index.ts';
import { WordsIndex } from '../retrieve/words-index.ts';
import { startShard } from './bytes.ts';
import { readClassifier, writeClassifier } from './classifier-shard.ts';
import { openBase } from './open-base.ts';
import { type PackedUnit, readUnits, unitTable, writeUnits } from './units-shard.ts';
import { quantize, readVectors, writeVectors } from './vectors-shard.ts';
import { readWords, writeWords } from './words-shard.ts';

const id = fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', 'a', 'b'));
const unit = fc.record(
  {
    id,
    title: fc.string({ unit: 'grapheme' }),
    answer: fc.string({ unit: 'grapheme' }).map(documentOf),
    when: fc.constantFrom<NonNullable<PackedUnit['when']>>(['in', ['get', 'market'], ['list', 'EU', 'GB']], true, [
      '<=',
      '2026-01-01',
      ['get', 'now'],
    ]),
    limits: fc.constant({ market: ['EU', 'GB'] }),
    risk: fc.constantFrom('money', 'safety', 'legal'),
    related: fc.array(id),
    source: fc.webUrl(),
  },
  { requiredKeys: ['id', 'title', 'answer'] },
) as fc.Arbitrary<PackedUnit>;
const sortedUnits = fc
  .uniqueArray(unit, { selector: (each) => each.id, maxLength: 12 })
  .map((units) => units.sort((a, b) => (a.id < b.id ? -1 : 1)));

const texts = fc.constantFrom(...languages).chain((locale) => {
  const text = fc.oneof(fc.constantFrom(...supportSentences[locale]), fc.string({ unit: 'grapheme' }));
  return fc.record({
    locale: fc.constant(locale),
    units: fc.array(fc.record({ phrasings: fc.array(text, { maxLength: 3 }), answer: text }), { maxLength: 6 }),
  });
});

describe('the units shard', () => {
  it('gives back every unit, by number and by id', () => {
    fc.assert(
      fc.property(sortedUnits, (units) => {
        const table = readUnits(writeUnits(units));
        expect(table.size).toBe(units.length);
        units.forEach((each, index) => {
          expect(table.at(index)).toEqual(each);
          expect(table.indexOf(each.id)).toBe(index);
        });
        for (const other of ['', 'no such unit', '__proto__', 'constructor']) {
          if (units.every((each) => each.id !== other)) expect(table.indexOf(other)).toBe(-1);
        }
      }),
    );
  });

  it('says that a unit number does not exist, packed or not', () => {
    for (const table of [readUnits(writeUnits([])), unitTable([])]) {
      for (const index of [0, -1, 0.5, Number.NaN]) expect(() => table.at(index)).toThrow(EdgeAgentError);
    }
  });
});

describe('the words shard', () => {
  it('gives back the index that was written, its norms to 1/256', () => {
    fc.assert(
      fc.property(texts, ({ locale, units }) => {
        const data = indexWords(units, locale);
        const read = readWords(writeWords(data));
        expect({ ...read, phrasingNorm: [] }).toEqual({ ...data, phrasingNorm: [] });
        read.phrasingNorm.forEach((norm, index) => {
          const written = data.phrasingNorm[index] as number;
          expect(Math.abs(norm - Math.max(written, 1 / 256))).toBeLessThanOrEqual(1 / 512 + 1e-6);
        });
      }),
    );
  });

  it('finds the same after the round trip', () => {
    fc.assert(
      fc.property(texts, fc.nat(), ({ locale, units }, number) => {
        const data = indexWords(units, locale);
        const question = supportSentences[locale][number % supportSentences[locale].length] ?? '';
        const [before, after] = [new WordsIndex(data), new WordsIndex(readWords(writeWords(data)))].map((index) =>
          index.search(index.query(index.tokensOf(question)), 1),
        );
        expect(after?.length).toBe(before?.length);
        expect(after?.[0]?.phrasing ?? 0).toBeCloseTo(before?.[0]?.phrasing ?? 0, 1);
      }),
    );
  });

  it('is the same bytes for the same texts', () => {
    fc.assert(
      fc.property(texts, ({ locale, units }) => {
        expect(writeWords(indexWords(structuredClone(units), locale))).toEqual(writeWords(indexWords(units, locale)));
      }),
    );
  });
});

describe('the vectors shard', () => {
  it('gives back what was written', () => {
    const data = fc
      .integer({ min: 1, max: 64 })
      .chain((dimensions) =>
        fc
          .array(fc.int8Array({ minLength: dimensions, maxLength: dimensions }), { maxLength: 9 })
          .map((rows) => ({ dimensions, rows: Int8Array.from(rows.flatMap((row) => [...row])) })),
      );
    fc.assert(
      fc.property(data, (vectors) => {
        const read = readVectors(writeVectors(vectors));
        expect(read.dimensions).toBe(vectors.dimensions);
        expect(Array.from(read.rows)).toEqual(Array.from(vectors.rows));
      }),
    );
  });

  it('keeps each number to half a step of 1/127', () => {
    fc.assert(
      fc.property(fc.float32Array({ min: -1, max: 1, noNaN: true, maxLength: 40 }), (vector) => {
        const row = new Int8Array(vector.length);
        quantize(vector, row, 0);
        vector.forEach((value, index) => {
          expect(Math.abs((row[index] as number) / 127 - value)).toBeLessThanOrEqual(0.5 / 127 + 1e-6);
        });
      }),
    );
  });

  it('refuses rows that are no whole number', () => {
    expect(() => readVectors(writeVectors({ dimensions: 3, rows: new Int8Array(4) }))).toThrow(EdgeAgentError);
    expect(() => readVectors(writeVectors({ dimensions: 0, rows: new Int8Array(0) }))).toThrow(EdgeAgentError);
  });
});

describe('the classifier shard', () => {
  const data = fc.tuple(fc.integer({ min: 1, max: 40 }), fc.nat({ max: 6 })).chain(([dimensions, unitCount]) => {
    const figures = fc.float32Array({ min: -1000, max: 1000, noNaN: true, minLength: unitCount + 1, maxLength: unitCount + 1 });
    const size = (unitCount + 1) * dimensions;
    return fc.record({
      dimensions: fc.constant(dimensions),
      unitCount: fc.constant(unitCount),
      rows: fc.int8Array({ minLength: size, maxLength: size }),
      steps: figures,
      biases: figures,
    });
  });

  it('gives back what was written', () => {
    fc.assert(
      fc.property(data, (classifier) => {
        const read = readClassifier(writeClassifier(classifier));
        expect({ ...read, rows: Array.from(read.rows) }).toEqual({ ...classifier, rows: Array.from(classifier.rows) });
      }),
    );
  });

  it('refuses rows that are not as many as its units, and figures that are none', () => {
    const rows = new Int8Array(6);
    const good = { dimensions: 3, unitCount: 1, rows, steps: new Float32Array(2), biases: new Float32Array(2) };
    expect(readClassifier(writeClassifier(good)).unitCount).toBe(1);
    for (const bad of [
      { rows: new Int8Array(5) },
      { dimensions: 0 },
      { steps: Float32Array.of(1, Number.NaN) },
      { biases: Float32Array.of(1e30, 0) },
    ])
      expect(() => readClassifier(writeClassifier({ ...good, ...bad }))).toThrow(EdgeAgentError);
  });
});

const units: PackedUnit[] = [
  { id: 'delivery', title: 'How long does delivery take?', answer: documentOf('Three days.') },
  {
    id: 'returns',
    title: 'How do I return it?',
    answer: documentOf('Send it back.'),
    when: ['==', ['get', 'market'], 'EU'],
    limits: { market: ['EU'] },
  },
];
const phrasings = [['How long does delivery take?', 'delivery time'], ['How do I return it?']];
const words = indexWords(
  phrasings.map((list, index) => ({ phrasings: list, answer: index === 0 ? 'Three days.' : 'Send it back.' })),
  'en',
);
const shards = {
  units: writeUnits(units),
  words: writeWords(words),
  vectors: writeVectors({ dimensions: 4, rows: Int8Array.from({ length: 12 }, (_, index) => index * 9) }),
  classifier: writeClassifier({
    dimensions: 4,
    unitCount: 2,
    rows: Int8Array.from({ length: 12 }, (_, index) => 40 - index * 7),
    steps: Float32Array.of(0.1, 0.2, 0.1),
    biases: Float32Array.of(0.5, -0.5, 0),
  }),
};
const calibration = { words: { weights: [], offerWeights: [], answerFrom: 1 } };

/** All that a turn does with a shard. */
function useAll(damaged: Partial<typeof shards>): void {
  const base = openBase('en', 'pack', { ...shards, ...damaged }, calibration);
  for (let index = 0; index < base.units.size; index += 1) base.units.at(index);
  base.units.indexOf('returns');
  for (const text of ['how long does delivery take', 'retrun it', 'xyzzy'])
    base.words.search(base.words.query(base.words.tokensOf(text)), 10);
  base.vectors?.search(Float32Array.of(0.5, 0.5, 0.5, 0.5));
  base.classifier?.logits(Float32Array.of(0.5, 0.5, 0.5, 0.5));
}

/** Undefined where nothing was thrown, else the error's code; anything but an EdgeAgentError fails the test. */
function codeOfUse(damaged: Partial<typeof shards>): string | undefined {
  try {
    useAll(damaged);
  } catch (thrown) {
    if (thrown instanceof EdgeAgentError) return thrown.code;
    throw thrown;
  }
  return undefined;
}

describe.each(Object.keys(shards) as (keyof typeof shards)[])('a damaged %s shard', (kind) => {
  it('is refused where it ends too early', () => {
    for (let length = 0; length < shards[kind].length; length += 1) {
      expect(codeOfUse({ [kind]: shards[kind].slice(0, length) }), `${length} bytes`).toMatch(/^pack-(?:invalid|version)$/);
    }
  });

  it('is refused or does no harm where one byte is wrong, in a moment and without asking for memory', () => {
    const before = process.memoryUsage().arrayBuffers;
    const started = performance.now();
    let refused = 0;
    for (let place = 0; place < shards[kind].length; place += 1) {
      for (const change of [1, 2, 4, 8, 16, 32, 64, 128, 255]) {
        const bytes = shards[kind].slice();
        bytes[place] = (bytes[place] as number) ^ change;
        if (codeOfUse({ [kind]: bytes }) !== undefined) refused += 1;
      }
    }
    expect(refused).toBeGreaterThan(0);
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(500_000_000);
  });

  it('is refused or does no harm where anything is wrong', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 12 }), (changes) => {
        const bytes = shards[kind].slice();
        for (const [place, value] of changes) bytes[place % bytes.length] = value;
        codeOfUse({ [kind]: bytes });
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a words shard made to do harm', () => {
  it('cannot claim more bytes of postings than there are', () => {
    const writer = startShard('words');
    writer.text('en');
    for (const number of [2, 0, 0, 0, 2]) writer.varint(number);
    for (const length of [5, 5]) writer.varint(length);
    for (const unitsWithTerm of [1, 1]) writer.varint(unitsWithTerm);
    writer.raw(Uint8Array.of(100, 100));
    // Added up in 32 bits the two come to three.
    for (const length of [2 ** 32 - 2, 5]) writer.varint(length);
    writer.block(new TextEncoder().encode('orderships'.slice(0, 10)));
    writer.block(Uint8Array.of(0, 0, 0));
    expect(codeOfUse({ words: writer.finish() })).toBe('pack-invalid');
  });
});

describe('openBase', () => {
  it('refuses shards that do not belong together', () => {
    const others = writeWords(indexWords([{ phrasings: ['only one'], answer: '' }], 'en'));
    expect(codeOfUse({ words: others })).toBe('pack-invalid');
    expect(codeOfUse({ words: writeWords({ ...words, locale: 'de' }) })).toBe('pack-invalid');
    expect(codeOfUse({ vectors: writeVectors({ dimensions: 4, rows: new Int8Array(8) }) })).toBe('pack-invalid');
    for (const other of [
      { dimensions: 3, unitCount: 2 },
      { dimensions: 4, unitCount: 1 },
    ]) {
      const rows = new Int8Array((other.unitCount + 1) * other.dimensions);
      const figures = new Float32Array(other.unitCount + 1);
      expect(codeOfUse({ classifier: writeClassifier({ ...other, rows, steps: figures, biases: figures }) })).toBe('pack-invalid');
    }
    expect(codeOfUse({})).toBeUndefined();
  });

  it('opens a locale without vectors', () => {
    const base = openBase('en', 'pack', { units: shards.units, words: shards.words }, calibration);
    expect(base.vectors).toBeUndefined();
    expect(openBase('en', 'pack', shards, calibration).vectors).toBeInstanceOf(VectorIndex);
  });
});
