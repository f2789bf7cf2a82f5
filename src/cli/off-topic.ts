import { readFile } from 'node:fs/promises';
import { type Locale, languageOf } from '../language/locale.ts';
import { offTopicFile } from './package-files.ts';

/** Everyday questions that no site answers, by language; the confidence of a pack is fitted with them. */
export async function readOffTopic(): Promise<(locale: Locale) => readonly string[]> {
  const lines = (await readFile(offTopicFile(), 'utf8')).split('\n').slice(1);
  const byLanguage = new Map<string, string[]>();
  for (const line of lines) {
    const [language = '', text = ''] = line.split('\t');
    if (text !== '') byLanguage.set(language, [...(byLanguage.get(language) ?? []), text]);
  }
  return (locale) => byLanguage.get(languageOf(locale)) ?? [];
}
