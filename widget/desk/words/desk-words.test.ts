import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { languages } from '../../../src/language/locale.ts';
import { DeskTongue, memberLocale } from './desk-tongue.ts';
import type { DeskWords } from './desk-words.ts';
import { words as en } from './en.ts';

const texts = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
const blanks = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

describe('the desk’s words', () => {
  it('are there in every language of the agent', () => {
    const files = readdirSync(new URL('.', import.meta.url));
    for (const language of languages) expect(files).toContain(`${language}.ts`);
  });

  it.each(languages)('leave nothing out and fill in the same things, in %s', async (language) => {
    const { words } = (await import(`./${language}.ts`)) as { words: DeskWords };
    const [own, english] = [texts(words), texts(en)];
    expect(own).toHaveLength(english.length);
    for (const [index, text] of own.entries()) {
      expect(text.trim()).not.toBe('');
      expect(blanks(text), english[index]).toEqual(blanks(english[index] as string));
    }
  });
});

describe('a member’s locale', () => {
  it('is the first that the desk speaks, with its region; else English', () => {
    expect(memberLocale(['nl-NL', 'pt-BR', 'en'])).toBe('pt-BR');
    expect(memberLocale(['nl'])).toBe('en');
    expect(memberLocale([])).toBe('en');
  });

  it('decides how figures are written and where lines begin', () => {
    expect(new DeskTongue('ar', en).direction).toBe('rtl');
    expect(new DeskTongue('de', en).percent(0.5)).toMatch(/^50\s%$/);
    expect(new DeskTongue('en', en).minutes(150)).toBe('2.5 hr');
  });
});
