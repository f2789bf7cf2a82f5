import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interpret } from './input.ts';

const offered = [
  { id: 'delivery', label: 'How long does delivery take?', locale: 'en' },
  { id: 'returns', label: '怎么退货？', locale: 'zh' },
  { id: '__proto__', label: 'Größe wählen', locale: 'de' },
];
const typed = (text: string) => interpret({ kind: 'question', text }, offered);

describe('interpret', () => {
  it.each([
    ['1', 'delivery'],
    [' 2. ', 'returns'],
    ['(3)', '__proto__'],
    ['2)', 'returns'],
    ['２', 'returns'],
    ['٢', 'returns'],
    ['how long does DELIVERY take?', 'delivery'],
    ['怎么退货?', 'returns'],
    ['GRÖSSE wählen', '__proto__'],
  ])('takes %j for the choice of %s', (text, id) => {
    expect(typed(text)).toEqual({ kind: 'choice', id });
  });

  it.each(['4', '0', '1 lamp', '12', 'delivery', '', '1 2'])('takes %j for a question', (text) => {
    expect(typed(text)).toEqual({ kind: 'question', text });
  });

  it('takes a number for a question where nothing was offered', () => {
    expect(interpret({ kind: 'question', text: '1' }, [])).toEqual({ kind: 'question', text: '1' });
  });

  it('leaves what was pressed as it is', () => {
    for (const input of [{ kind: 'choice', id: 'x' }, { kind: 'not-solved' }, { kind: 'person' }] as const)
      expect(interpret(input, offered)).toBe(input);
  });

  it('only ever chooses what was offered', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.nat({ max: 20 }).map(String)), (text) => {
        const input = typed(text);
        if (input.kind === 'choice') expect(offered.map(({ id }) => id)).toContain(input.id);
        else expect(input).toEqual({ kind: 'question', text });
      }),
    );
  });
});
