import { describe, expect, it } from 'vitest';
import { languages } from './locale.ts';
import { supportSentences } from './support-sentences.fixture.ts';
import { visitorLocale } from './visitor-locale.ts';

describe('visitorLocale', () => {
  it.each(languages)('stays with %s as long as the visitor writes it', (language) => {
    for (const sentence of supportSentences[language]) expect(visitorLocale(sentence, language), sentence).toBe(language);
  });

  it('keeps the region and the script of the present locale', () => {
    expect(visitorLocale('O produto chegou quebrado', 'pt-PT')).toBe('pt-PT');
    expect(visitorLocale('怎麼退貨？', 'zh-Hant-TW')).toBe('zh-Hant-TW');
  });

  it('changes to the language that the words are plainly in', () => {
    expect(visitorLocale('Where is my order and when will it arrive?', 'de')).toBe('en');
    expect(visitorLocale('Wo ist meine Bestellung?', 'en-US')).toBe('de');
    expect(visitorLocale('我的订单在哪里？', 'en')).toBe('zh');
    expect(visitorLocale('Где мой заказ?', 'fr')).toBe('ru');
    expect(visitorLocale('¿Dónde está mi pedido?', 'zh')).toBe('es');
  });

  it('does not change for the name of a product or one or two words', () => {
    expect(visitorLocale('iPhone 15 Pro Max', 'ja')).toBe('ja');
    expect(visitorLocale('refund', 'de')).toBe('de');
    expect(visitorLocale('Hallo', 'en')).toBe('en');
    expect(visitorLocale('ok', 'ar')).toBe('ar');
  });

  it('does not change for a message without words', () => {
    for (const text of ['', '???', '12', '👍']) expect(visitorLocale(text, 'fr')).toBe('fr');
  });

  it('keeps a locale outside the nine languages as long as the script is its own', () => {
    expect(visitorLocale('Waar is mijn bestelling en wanneer komt die?', 'nl')).toBe('nl');
    expect(visitorLocale('Де моє замовлення?', 'uk')).toBe('uk');
    expect(visitorLocale('سفارش من کجاست؟', 'fa')).toBe('fa');
    expect(visitorLocale('Where is my order?', 'he')).toBe('en');
  });

  it('keeps even a malformed present locale', () => {
    expect(visitorLocale('Where is it?', '')).toBe('en');
    expect(visitorLocale('??', 'not a locale')).toBe('not a locale');
  });
});
