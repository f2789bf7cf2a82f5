import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayText, normalizeText, visibleText } from './normalize.ts';

const anyText = fc.string({ unit: 'binary' });
const brokenText = fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units));

describe('displayText', () => {
  it('takes out what hides or turns text around, and keeps what emoji and Arabic need', () => {
    expect(displayText('a\u202Eb\u2066c\u200Bd\uFEFF')).toBe('abcd');
    expect(displayText('👩\u200D💻 \u200Fنص')).toBe('👩\u200D💻 \u200Fنص');
  });

  it('puts a space for each control character and drops half characters', () => {
    expect(displayText('a\u0000b\nc\u2028d')).toBe('a b c d');
    expect(displayText('x\uD83Dy\uDE00z')).toBe('xyz');
  });

  it('leaves ordinary text alone', () => {
    for (const text of ['<b>1 < 2 & "x"</b>', 'Größe', '订单在哪里？', 'كم تكلفة الشحن؟']) expect(displayText(text)).toBe(text);
  });
});

describe('visibleText', () => {
  it('also takes out joiners, soft hyphens and variation selectors', () => {
    expect(visibleText('ship\u00ADping\u200D \u2764\uFE0F')).toBe('shipping \u2764');
  });
});

describe('normalizeText', () => {
  it.each([
    ['full-width letters and digits', 'ＵＳＢ　３．０', 'usb 3.0'],
    ['half-width katakana', 'ﾊﾟｽﾜｰﾄﾞ', 'パスワード'],
    ['ligatures', 'ﬁle', 'file'],
    ['circled and superscript digits', '①²', '12'],
    ['letters and marks in two code points', 'e\u0301', 'é'],
    ['capitals', 'WO IST Ä?', 'wo ist ä?'],
    ['white space of every kind', ' a\t\n b\u00A0\u3000c ', 'a b c'],
  ])('makes one form of %s', (_, text, normal) => {
    expect(normalizeText(text)).toBe(normal);
  });

  it('never throws, whatever the text, and leaves no half characters', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, brokenText), (text) => {
        expect(normalizeText(text)).not.toMatch(/[\uD800-\uDFFF]/u);
      }),
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, brokenText), (text) => {
        const normal = normalizeText(text);
        expect(normalizeText(normal)).toBe(normal);
      }),
      { numRuns: 2000 },
    );
  });
});
