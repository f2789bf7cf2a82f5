import { plainText } from '../../content/answer-document.ts';
import { type Locale, languageOf, spokenLanguage } from '../../language/locale.ts';
import { addressesOf } from '../../language/names.ts';
import { displayText } from '../../language/normalize.ts';
import { visitorLocale } from '../../language/visitor-locale.ts';
import type { PackedUnit } from '../../pack/units-shard.ts';
import { quantitiesOf } from '../check/quantities.ts';
import { promptOf, tellsRules } from '../prompt.ts';
import { isQuotedOnly } from '../quoted.ts';
import type { Task } from './task.ts';

/**
 * An answer put into a language that its unit has no variant in; undefined where the unit is always quoted. A translation
 * that lost or added a number or an address, or is in another language, is not kept.
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
  return {
    messages,
    mostTokens: 900,
    read: (text) => {
      const translated = text.split('\n').map(displayText).join('\n').trim();
      const isFaithful =
        translated !== '' &&
        !tellsRules(translated, messages) &&
        String(numbers(original, from)) === String(numbers(translated, to)) &&
        String(addressesOf(original).sort()) === String(addressesOf(translated).sort()) &&
        languageOf(visitorLocale(translated, to)) === languageOf(to);
      return isFaithful ? translated : undefined;
    },
  };
}
