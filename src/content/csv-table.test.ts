import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTable } from './csv-table.ts';

const lineEnd = fc.constantFrom('\r\n', '\n', '\r');
const field = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', '\r\n', ' ', '\t', 'a', 'ß', '語') }),
);

/** Writes by RFC 4180, rule 2.6 and 2.7: fields with quotes, commas or line breaks stand in quotes, and so may any other. */
function write(rows: readonly (readonly string[])[], end: string, quoteAll: boolean): string {
  const written = (text: string) => (quoteAll || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => row.map(written).join(',')).join(end);
}

describe('readTable', { timeout: 60_000 }, () => {
  it('reads back every table that is written by RFC 4180', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(field, { minLength: 2, maxLength: 5 }), { maxLength: 6 }),
        lineEnd,
        fc.boolean(),
        fc.boolean(),
        (rows, end, quoteAll, mark) => {
          const text = (mark ? '\uFEFF' : '') + write(rows, end, quoteAll);
          const read = readTable(text);
          // A mark at the start of the first field is taken for the file's.
          fc.pre(mark || rows[0]?.[0]?.startsWith('\uFEFF') !== true || quoteAll);
          expect(read.problem).toBeUndefined();
          expect(read.rows.map(({ fields }) => fields)).toEqual(rows);
        },
      ),
    );
  });

  it('agrees with csv-parse on what is well-formed', () => {
    const text = fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r\n', 'a', 'b', ' ') });
    fc.assert(
      fc.property(text, (table) => {
        const read = readTable(table);
        let expected: string[][] | undefined;
        try {
          expected = parse(table, { relax_column_count: true, record_delimiter: ['\r\n', '\n'] });
        } catch {
          expected = undefined;
        }
        if (expected === undefined) expect(read.problem).toBeDefined();
        else expect(read.rows.map(({ fields }) => fields).filter(isMore)).toEqual(expected.filter(isMore));
      }),
      { numRuns: 2000 },
    );
  });

  it('never throws, and names a line and a mend for what it cannot read', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const { problem } = readTable(new TextDecoder().decode(bytes));
        if (problem !== undefined) {
          expect(problem.line).toBeGreaterThanOrEqual(1);
          expect(problem.mend).not.toBe('');
        }
      }),
    );
  });

  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('knows the line on which a row starts, with %s inside and between rows', (_, end) => {
    const text = ['a,b', '"one', 'two', 'three",2', '', '3,4'].join(end);
    expect(readTable(text).rows.map(({ line }) => line)).toEqual([1, 2, 6]);
  });

  it('names the line on which a quote opens that never closes', () => {
    const { rows, problem } = readTable('a,b\n1,"x\n2,3\n4,5\n');
    expect(problem).toMatchObject({ line: 2, message: 'the quote that opens here never closes' });
    expect(rows).toHaveLength(1);
  });

  it('names the line of a quote at the wrong place', () => {
    expect(readTable('a,b\r\n1,x"y\r\n').problem).toMatchObject({ line: 2 });
    expect(readTable('a,b\r\n"x\r\ny"z,1\r\n').problem).toMatchObject({ line: 3 });
  });

  it('parts fields by another sign where told to', () => {
    expect(readTable('a;b\n"x;y";1,5', ';').rows.map(({ fields }) => fields)).toEqual([
      ['a', 'b'],
      ['x;y', '1,5'],
    ]);
  });

  it('reads a hundred thousand rows without delay', () => {
    const text = 'unit,locale,question,answer\n'.concat('u,en,"How, and when?",An answer of a few words.\n'.repeat(100_000));
    const started = performance.now();
    expect(readTable(text).rows).toHaveLength(100_001);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

/** csv-parse keeps an empty line as a row of one empty field. */
function isMore(row: readonly string[]): boolean {
  return row.length > 1 || row[0] !== '';
}
