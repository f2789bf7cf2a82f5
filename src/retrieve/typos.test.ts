import { describe, expect, it } from 'vitest';
import type { Language } from '../language/locale.ts';
import { indexWords } from './index-words.ts';
import { WordsIndex } from './words-index.ts';

// Each word is a unit of its own; together they are a small site's vocabulary.
const words: Partial<Record<Language, string>> = {
  en: 'shipping orders returned refunds charged payment delivery cancelled account address exchange replacement tracking invoice battery warranty subscription password discount headphones',
  es: 'envíos pedidos devolución reembolso cobrado cuenta cancelar entrega factura cambiar garantía tarjeta producto contraseña reparación suscripción dirección auriculares',
  de: 'Bestellung Lieferung Rückgabe Erstattung Zahlung Rechnung Kündigung Stornierung Adresse Garantie Passwort Gutschein umtauschen Abbuchung reparieren Kopfhörer Versand',
  fr: 'commande livraison retour remboursement paiement compte facture annuler échange garantie adresse produit débité réparation abonnement acheter chargeur écouteurs batterie',
  pt: 'pedidos envios devolução reembolso cobrança pagamento cancelar entrega fatura garantia cartões produto comprar reparos assinatura endereço rastreamento',
  ru: 'заказы доставка возврат оплата деньги аккаунт адреса гарантия посылка товары карточка пароль скидка зарядка наушники подписка ремонт батарея',
  ar: 'توصيل فاتورة استرداد إرجاع حسابات ضمانات سماعات منتجات اشتراك',
};
const alphabets: Partial<Record<Language, string>> = { ru: 'абвгдежзиклмнопрстуфхцчшыя', ar: 'ابتجحدرسشعفقكلمنهوي' };

/** Every way to slip once after the first letter: leave one out, swap two, type another one, type one too many. */
function slipsOf(word: string, alphabet: string): Set<string> {
  const letters = [...word];
  const variants = new Set<string>();
  for (let place = 1; place <= letters.length; place += 1) {
    const [before, after] = [letters.slice(0, place), letters.slice(place)];
    for (const letter of alphabet) {
      variants.add([...before, letter, ...after].join(''));
      if (after.length > 0) variants.add([...before, letter, ...after.slice(1)].join(''));
    }
    if (after.length > 0) variants.add([...before, ...after.slice(1)].join(''));
    if (after.length > 1) variants.add([...before, after[1], after[0], ...after.slice(2)].join(''));
  }
  variants.delete(word);
  return variants;
}

function indexOfWords(language: Language): { index: WordsIndex; list: string[] } {
  const list = (words[language] ?? '').split(' ');
  return {
    index: new WordsIndex(
      indexWords(
        list.map((word) => ({ phrasings: [word], answer: '' })),
        language,
      ),
    ),
    list,
  };
}

const best = (index: WordsIndex, text: string) => index.search(index.query(index.tokensOf(text)), 1)[0];

describe('typing errors', () => {
  it.each(Object.keys(words) as Language[])('in %s one slip in a word of five letters or more still leads to its unit', (language) => {
    const { index, list } = indexOfWords(language);
    const misses: string[] = [];
    let count = 0;
    list.forEach((word, unit) => {
      if ([...word].length < 5) return;
      for (const variant of slipsOf(word.toLowerCase(), alphabets[language] ?? 'abcdefghijklmnopqrstuvwxyz')) {
        count += 1;
        if (best(index, variant)?.unit !== unit) misses.push(`${word} as ${variant}`);
      }
    });
    expect(count).toBeGreaterThan(1000);
    // Two words of the list can be one slip apart, as "comprar" and "cobrar" are.
    expect(misses.length / count, misses.slice(0, 20).join(', ')).toBeLessThan(0.02);
  });

  it.each<[Language, string]>([
    ['en', 'xylophone quartz bngfrt zzzz qwertyuiop kangaroo jellyfish marmalade'],
    ['es', 'xilófono jirafa mermelada zzzzz qwertyuiop medusa'],
    ['de', 'Xylophon Giraffe Marmelade zzzzz qwertzuiop Qualle'],
    ['fr', 'xylophone girafe confiture zzzzz azertyuiop méduse'],
    ['pt', 'xilofone girafa geleia zzzzz qwertyuiop medusa'],
    ['ru', 'ксилофон жираф варенье йцукенгш медуза'],
    ['ar', 'زرافة قنديل مربى بطريق'],
  ])('in %s nonsense and foreign words lead nowhere', (language, text) => {
    const { index } = indexOfWords(language);
    for (const word of text.split(' ')) expect(best(index, word), word).toBeUndefined();
  });

  it('lets a right spelling count for more than a wrong one', () => {
    const { index } = indexOfWords('en');
    expect(best(index, 'password')?.phrasing).toBeGreaterThan(best(index, 'pasword')?.phrasing ?? 1);
  });

  it('does not take a known word for a slip of another one', () => {
    const index = new WordsIndex(
      indexWords(
        [
          { phrasings: ['charge'], answer: '' },
          { phrasings: ['change'], answer: '' },
        ],
        'en',
      ),
    );
    expect(best(index, 'change')?.unit).toBe(1);
    expect(best(index, 'charge')?.unit).toBe(0);
  });

  it('finds an accented word typed without accents, and an umlaut typed as two letters, at full weight', () => {
    expect(best(indexOfWords('es').index, 'devolucion')?.phrasing).toBeCloseTo(1, 5);
    expect(best(indexOfWords('de').index, 'Rueckgabe')?.phrasing).toBeCloseTo(1, 5);
  });
});
