import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languages } from './locale.ts';
import { visibleText } from './normalize.ts';
import { splitQuestions } from './split-questions.ts';
import { supportSentences } from './support-sentences.fixture.ts';

describe('splitQuestions', () => {
  it.each([
    ['Where is my order? How do I return it?', ['Where is my order?', 'How do I return it?']],
    ['我的订单在哪里？怎么退货？', ['我的订单在哪里？', '怎么退货？']],
    ['¿Dónde está mi pedido? ¿Cómo lo devuelvo?', ['¿Dónde está mi pedido?', '¿Cómo lo devuelvo?']],
    ['Wo ist mein Paket? Was kostet die Rücksendung?', ['Wo ist mein Paket?', 'Was kostet die Rücksendung?']],
    ['Où est mon colis ? Comment le renvoyer ?', ['Où est mon colis ?', 'Comment le renvoyer ?']],
    ['Onde está o meu pedido? Quanto custa o frete?', ['Onde está o meu pedido?', 'Quanto custa o frete?']],
    ['أين طلبي؟ كم تكلفة الشحن؟', ['أين طلبي؟', 'كم تكلفة الشحن؟']],
    ['Где мой заказ? Сколько стоит доставка?', ['Где мой заказ?', 'Сколько стоит доставка?']],
    ['注文はどこですか？送料はいくらですか？', ['注文はどこですか？', '送料はいくらですか？']],
  ])('parts two questions at the question mark: %s', (message, questions) => {
    expect(splitQuestions(message)).toEqual(questions);
  });

  it.each([
    ['How do I return a lamp and when do I get my money back?', ['How do I return a lamp', 'when do I get my money back?']],
    ['what does shipping cost, and how long does it take', ['what does shipping cost', 'how long does it take']],
    ['怎么退货，还有退款多久到账？', ['怎么退货', '退款多久到账？']],
    ['运费多少，以及能不能开发票', ['运费多少', '能不能开发票']],
    ['¿Cuánto cuesta el envío y cuándo llega el paquete?', ['¿Cuánto cuesta el envío', 'cuándo llega el paquete?']],
    ['¿Puedo pagar con PayPal y puedo pedir una factura?', ['¿Puedo pagar con PayPal', 'puedo pedir una factura?']],
    ['¿Cuánto cuesta el envío y ¿cuándo llega el paquete?', ['¿Cuánto cuesta el envío', '¿cuándo llega el paquete?']],
    ['Was kostet der Versand und wie lange dauert die Lieferung?', ['Was kostet der Versand', 'wie lange dauert die Lieferung?']],
    ['Kann ich die Lampe zurückgeben und wer zahlt das Porto?', ['Kann ich die Lampe zurückgeben', 'wer zahlt das Porto?']],
    ['Combien coûte la livraison et comment renvoyer un article ?', ['Combien coûte la livraison', 'comment renvoyer un article ?']],
    ['Quanto custa o frete e quando chega a encomenda?', ['Quanto custa o frete', 'quando chega a encomenda?']],
    ['كيف أرجع المنتج وكم تكلفة الشحن؟', ['كيف أرجع المنتج', 'كم تكلفة الشحن؟']],
    ['Сколько стоит доставка и как вернуть товар?', ['Сколько стоит доставка', 'как вернуть товар?']],
    ['返品はできますか、それと送料はいくらですか', ['返品はできますか', '送料はいくらですか']],
  ])('parts two questions at the conjunction: %s', (message, questions) => {
    expect(splitQuestions(message)).toEqual(questions);
  });

  it.each([
    'Do you have it in black and white?',
    'Can I return a lamp and a cable?',
    'What is the difference between standard and express delivery?',
    'Is it for indoors and outdoors?',
    '¿Lo tienen en blanco y negro?',
    '¿Hacen envíos a Francia y Alemania?',
    'Gibt es das in Schwarz und Weiß?',
    'Gilt die Garantie für Kabel und Akku?',
    'L’avez-vous en noir et blanc ?',
    'Tem em preto e branco?',
    'هل لديكم اللون الأسود والأبيض؟',
    'Есть ли чёрный и белый?',
    '有黑色和白色吗？',
    '白と黒はありますか？',
    'Where is my order and why?',
    'How do I sign up and log in?',
  ])('leaves one question whole: %s', (message) => {
    expect(splitQuestions(message)).toEqual([message]);
  });

  it('keeps a statement with the question after it, and with the one before it at the end', () => {
    expect(splitQuestions('I bought a lamp last week. How do I return it? Where is my refund? I need it soon.')).toEqual([
      'I bought a lamp last week. How do I return it?',
      'Where is my refund? I need it soon.',
    ]);
    expect(splitQuestions('上周买了台灯。怎么退货？退款多久到账？')).toEqual(['上周买了台灯。 怎么退货？', '退款多久到账？']);
  });

  it('parts questions that stand on lines of their own', () => {
    expect(splitQuestions('where is my order\nhow do I return it\r\n')).toEqual(['where is my order', 'how do I return it']);
  });

  it('does not take a mere "why?" for a question of its own', () => {
    expect(splitQuestions('My payment was declined. Why? Can I pay again?')).toHaveLength(1);
  });

  it('leaves a message of more than three questions whole, since nobody reads four answers', () => {
    const message = 'Where is my order? What is the price? Is delivery free? Can I return it? Who pays?';
    expect(splitQuestions(message)).toEqual([message]);
  });

  it('leaves messages without a question as they are', () => {
    for (const message of ['My lamp is broken.', 'refund', '😀', '??', 'Thanks. Bye.']) expect(splitQuestions(message)).toEqual([message]);
  });

  it.each(languages)('leaves each single everyday sentence of %s whole', (language) => {
    for (const sentence of supportSentences[language]) expect(splitQuestions(sentence)).toEqual([sentence]);
  });

  it('parts two everyday questions, whatever they are, into those two', () => {
    const pair = fc.constantFrom(...languages).chain((language) => {
      const questions = supportSentences[language].filter((sentence) => /[?？؟]$/.test(sentence));
      return fc.tuple(fc.constantFrom(...questions), fc.constantFrom(...questions));
    });
    fc.assert(
      fc.property(pair, ([first, second]) => {
        expect(splitQuestions(`${first} ${second}`)).toEqual([first, second]);
      }),
    );
  });

  it('loses nothing but conjunctions and white space between the questions, and makes one to three', () => {
    const piece = fc.oneof(
      fc.constantFrom(...languages.flatMap((language) => supportSentences[language])),
      fc.constantFrom(' and how ', ', y ', '和', ' und wann ', '? ', '. ', '。', '\n', '؟ ', ' و', 'それと', '!', '　'),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    );
    const letters = (text: string) => [...visibleText(text).replace(/[\s,;，；、،]/gu, '')];
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const message = pieces.join('');
        const parts = splitQuestions(message);
        expect(parts.length).toBeGreaterThanOrEqual(1);
        expect(parts.length).toBeLessThanOrEqual(3);
        const all = letters(message);
        let place = 0;
        let skipped = 0;
        for (const character of letters(parts.join(' '))) {
          while (place < all.length && all[place] !== character) {
            place += 1;
            skipped += 1;
          }
          expect(place).toBeLessThan(all.length);
          place += 1;
        }
        // The longest conjunction is "and also", "außerdem"; two joints at most are left.
        expect(all.length - place + skipped).toBeLessThanOrEqual(2 * 9);
      }),
      { numRuns: 1000 },
    );
  });

  it('takes no time for what is long and built to take time', () => {
    const hostile = [
      ' '.repeat(50_000),
      'and how '.repeat(6000),
      '? '.repeat(25_000),
      '. '.repeat(25_000),
      'a'.repeat(50_000),
      '，和有'.repeat(16_000),
      `how${' '.repeat(50_000)}and`,
      '\n'.repeat(50_000),
    ];
    for (const message of hostile) {
      const started = performance.now();
      splitQuestions(message);
      expect(performance.now() - started, JSON.stringify(message.slice(0, 10))).toBeLessThan(1500);
    }
  });
});
