import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compoundParts } from './compounds.ts';
import { fold } from './fold.ts';
import { stem } from './stem.ts';

const stemOf = (word: string) => stem(fold(word.toLowerCase()), 'de');
/** A vocabulary in which each of these words occurs as often as it says, else once. */
function vocabulary(words: string): (stem: string) => number {
  const counts = new Map(
    words.split(' ').map((word) => {
      const [text = '', count = '1'] = word.split(':');
      return [stemOf(text), Number(count)] as const;
    }),
  );
  return (each) => counts.get(each) ?? 0;
}
const partsOf = (word: string, known: string) => compoundParts(fold(word.toLowerCase()), vocabulary(known));
const stems = (...words: string[]) => words.map(stemOf);

describe('compoundParts', () => {
  it.each([
    ['Versandkosten', 'Versand Kosten', ['Versand', 'Kosten']],
    ['Lieferadresse', 'liefern Adresse', ['liefern', 'Adresse']],
    ['Rücksendeetikett', 'Rücksendung Etikett', ['Rücksendung', 'Etikett']],
    ['Garantieverlängerung', 'Garantie Verlängerung', ['Garantie', 'Verlängerung']],
    ['Kundendienst', 'Kunde Dienst', ['Kunde', 'Dienst']],
    ['Zahlungsmethode', 'Zahlung Methode', ['Zahlung', 'Methode']],
    ['Geschäftskonto', 'Geschäft Konto', ['Geschäft', 'Konto']],
    ['Kopfhörerkabel', 'Kopfhörer Kabel', ['Kopfhörer', 'Kabel']],
    ['Rueckgabefrist', 'Rückgabe Frist', ['Rückgabe', 'Frist']],
  ])('takes %s apart', (word, known, parts) => {
    expect(partsOf(word, known)).toEqual(stems(...parts));
  });

  it('takes the right part apart again', () => {
    expect(partsOf('Expressversandkosten', 'Express Versand Kosten Versandkosten')).toEqual(stems('Express', 'Versand', 'Kosten'));
  });

  it('prefers the parts that occur more often', () => {
    expect(partsOf('Garantieschein', 'Garant:1 Ieschein:1 Garantie:9 Schein:9')).toEqual(stems('Garantie', 'Schein'));
  });

  it.each([
    ['neither part is known', 'Versandkosten', 'Lampe'],
    ['only one part is known', 'Versandkosten', 'Versand'],
    ['the word is short', 'Autobahn', 'Auto Bahn'],
    ['a part would be tiny', 'Teekessel', 'Tee Kessel'],
    ['it is not written in Latin', 'доставкакурьером', 'доставка курьером'],
    ['it holds digits', 'versand2kosten', 'Versand Kosten'],
  ])('leaves a word whole where %s', (_, word, known) => {
    expect(partsOf(word, known)).toEqual([]);
  });

  it('gives no parts or two and more, all of them known', () => {
    const part = fc.constantFrom('versand', 'kosten', 'liefer', 'adresse', 'garantie', 'karte', 'konto', 'aaaa', 'aaaaaaaa');
    const frequency = vocabulary('versand:3 kosten:2 liefer adresse garantie karte konto aaaa aaaaaaaa aaaaaaaaaaaa');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (words) => {
        const parts = compoundParts(words.join('').slice(0, 64), frequency);
        expect(parts).not.toHaveLength(1);
        for (const each of parts) expect(frequency(each)).toBeGreaterThan(0);
      }),
    );
  });

  it('takes no time for a word built of one part over and over', () => {
    const started = performance.now();
    for (let run = 0; run < 50; run += 1) compoundParts('a'.repeat(64), (each) => (each.length % 2 === 0 ? 1 : 2));
    expect(performance.now() - started).toBeLessThan(1500);
  });
});
