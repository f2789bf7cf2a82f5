import { plainText } from '../../content/answer-document.ts';
import { type Locale, languageOf, spokenLanguage } from '../../language/locale.ts';
import { addressesOf } from '../../language/names.ts';
import { displayText, normalizeText } from '../../language/normalize.ts';
import { visitorLocale } from '../../language/visitor-locale.ts';
import type { PackedUnit } from '../../pack/units-shard.ts';
import { polarityOf } from '../check/negation.ts';
import { quantitiesOf } from '../check/quantities.ts';
import { sentencesOf } from '../check/sentences.ts';
import { promptOf, tellsRules } from '../prompt.ts';
import { isQuotedOnly } from '../quoted.ts';
import type { Task } from './task.ts';

/** What a Chinese or Japanese character says, in letters. */
const wideLetter = 2.5;
/** A translation is at most this many times as long or as short as the original. */
const mostStretch = 2.2;

/**
 * An answer put into a language that its unit has no variant in; undefined where the unit is always quoted. A translation
 * that lost or added a number, an address or a "not", is far too long or short, or is in another language, is not kept. What
 * it means besides is not checked: it stands below the original and is marked.
 */
export function translationTask(unit: PackedUnit, from: Locale, to: Locale): Task | undefined {
  if (isQuotedOnly(unit)) return undefined;
  const original = plainText(unit.answer);
  const messages = promptOf(
    ['Translate the text word for word as a careful translator does. Keep every number, name and address. Add nothing, leave nothing out.'],
    { text: original },
    `Translate from ${from} into ${to}. Write the translation only.`,
  );
  const numbers = (words: string, locale: Locale) =>
    quantitiesOf(words, spokenLanguage(locale))
      .map(({ value }) => value)
      .sort((a, b) => a - b);
  const denials = (words: string, locale: Locale) =>
    sentencesOf(words.replaceAll('\n', '. ')).filter((each) => polarityOf(normalizeText(each), spokenLanguage(locale)).isNegative).length;
  const length = (words: string) =>
    [...words].reduce((sum, letter) => sum + (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(letter) ? wideLetter : 1), 0);
  return {
    messages,
    mostTokens: 900,
    read: (text) => {
      const translated = text.split('\n').map(displayText).join('\n').trim();
      const isFaithful =
        translated !== '' &&
        !tellsRules(translated, messages) &&
        String(numbers(original, from)) === String(numbers(translated, to)) &&
        denials(original, from) === denials(translated, to) &&
        Math.abs(Math.log(length(translated) / length(original))) <= Math.log(mostStretch) &&
        String(addressesOf(original).sort()) === String(addressesOf(translated).sort()) &&
        languageOf(visitorLocale(translated, to)) === languageOf(to);
      return isFaithful ? translated : undefined;
    },
  };
}
