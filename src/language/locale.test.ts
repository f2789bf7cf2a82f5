import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalLocale, directionOf, type Locale, languageOf, localeChain, spokenLanguage } from './locale.ts';

describe('canonicalLocale', () => {
  it.each([
    ['EN', 'en'],
    ['pt_br', 'pt-BR'],
    ['zh-hant-tw', 'zh-Hant-TW'],
    [' es-419 ', 'es-419'],
  ])('writes %s as %s', (tag, canonical) => {
    expect(canonicalLocale(tag)).toBe(canonical);
  });

  it.each(['', 'e', 'not a locale', 'en-', '*', '../../etc', '12', 'en--US', '__proto__'])('does not take %j for a locale', (tag) => {
    expect(canonicalLocale(tag)).toBeUndefined();
  });

  it('never throws, and what it returns is canonical already', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (tag) => {
        const canonical = canonicalLocale(tag);
        if (canonical !== undefined) expect(canonicalLocale(canonical)).toBe(canonical);
      }),
    );
  });
});

describe('spokenLanguage', () => {
  it('is the language of the tag where it is one of the nine, else English', () => {
    expect(['zh-Hant-HK', 'pt-PT', 'AR', 'nl', 'x', ''].map(spokenLanguage)).toEqual(['zh', 'pt', 'ar', 'en', 'en', 'en']);
  });
});

describe('directionOf', () => {
  it('is right to left for Arabic and its neighbours only', () => {
    expect(['ar', 'ar-EG', 'he', 'fa-IR', 'en', 'zh', 'ru'].map(directionOf)).toEqual(['rtl', 'rtl', 'rtl', 'rtl', 'ltr', 'ltr', 'ltr']);
  });
});

describe('localeChain', () => {
  it.each([
    ['the exact tag, then its language, then the default', 'pt-BR', ['en', 'pt', 'pt-BR'], ['pt-BR', 'pt', 'en']],
    ['Brazilian for a visitor from Portugal', 'pt-PT', ['en', 'pt-BR'], ['pt-BR', 'en']],
    ['European before Brazilian for a visitor from Portugal', 'pt-PT', ['en', 'pt-BR', 'pt-PT'], ['pt-PT', 'pt-BR', 'en']],
    ['any Portuguese for plain pt', 'pt', ['en', 'pt-BR', 'pt-PT'], ['pt-BR', 'pt-PT', 'en']],
    ['Spanish for Latin America', 'es-419', ['en', 'es'], ['es', 'en']],
    ['Latin American Spanish for a visitor from Spain', 'es-ES', ['en', 'es-419'], ['es-419', 'en']],
    ['traditional before simplified Chinese for Taiwan', 'zh-TW', ['en', 'zh', 'zh-Hant'], ['zh-Hant', 'zh', 'en']],
    ['traditional Chinese by script and region', 'zh-Hant-HK', ['zh-CN', 'zh-TW', 'en'], ['zh-TW', 'zh-CN', 'en']],
    ['simplified before traditional Chinese for China', 'zh-CN', ['zh-TW', 'zh', 'en'], ['zh', 'zh-TW', 'en']],
    ['simplified Chinese for a visitor who does not say which', 'zh', ['zh-TW', 'zh-SG', 'en'], ['zh-SG', 'zh-TW', 'en']],
    ['a script told by the tag, whatever the region', 'zh-Hans-TW', ['zh-Hant', 'zh-Hans', 'en'], ['zh-Hans', 'zh-Hant', 'en']],
    ['the default alone for a language that the site has not', 'nl-BE', ['en', 'de'], ['en']],
    ['the default alone for a malformed tag', 'not a locale!', ['en', 'de'], ['en']],
    ['the default once where it is also the wanted one', 'en-GB', ['en', 'de'], ['en']],
    ['the tag as browsers of old write it', 'pt_BR', ['pt-BR', 'en'], ['pt-BR', 'en']],
  ])('gives %s', (_, wanted, available, chain) => {
    expect(localeChain(wanted, available, 'en')).toEqual(chain);
  });

  it('is empty where the site has neither the language nor the default', () => {
    expect(localeChain('nl', ['fr'], 'en')).toEqual([]);
  });

  it('names each available locale once at most and nothing else', () => {
    const tag = fc.constantFrom<Locale>(
      'en',
      'en-GB',
      'zh',
      'zh-TW',
      'zh-Hans',
      'zh-Hant-HK',
      'pt',
      'pt-BR',
      'pt-PT',
      'es-419',
      'es',
      'x!',
      '',
    );
    fc.assert(
      fc.property(tag, fc.uniqueArray(tag), tag, (wanted, available, fallback) => {
        const chain = localeChain(wanted, available, fallback);
        expect(new Set(chain).size).toBe(chain.length);
        expect(chain.every((locale) => available.includes(locale))).toBe(true);
        if (canonicalLocale(wanted) !== undefined) {
          const ofLanguage = available.filter((locale) => languageOf(locale) === languageOf(wanted));
          expect(chain.slice(0, ofLanguage.length).sort()).toEqual(ofLanguage.sort());
        }
      }),
    );
  });
});
