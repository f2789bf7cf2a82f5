import { type Locale, languageOf } from '../../language/locale.ts';
import type { AuthoredGuide } from '../authored-guide.ts';
import { siteFile } from '../read-content.ts';
import type { Finding } from './finding.ts';

/** The locales in which a guide or a journey has no words, and the single words that lack one. */
export function checkLocales(
  kind: 'guide' | 'journey',
  { id, variants, place, gaps }: Pick<AuthoredGuide, 'id' | 'place' | 'gaps'> & { readonly variants: ReadonlyMap<Locale, unknown> },
  locales: readonly string[],
): Finding[] {
  const own = [...variants.keys()];
  const missing = locales.filter((locale) => !own.some((each) => each === locale || languageOf(each) === languageOf(locale)));
  const findings: Finding[] = [];
  if (missing.length > 0)
    findings.push({
      level: 'note',
      rule: 'missing-locale',
      place,
      message: `${kind} "${id}" has no words in ${missing.join(', ')}`,
      mend: `Add them, or remove the locale from ${siteFile}.`,
      units: [id],
    });
  for (const gap of gaps)
    findings.push({
      level: 'warning',
      rule: 'missing-locale',
      place: gap.place,
      message: `"${gap.what}" has no words in ${gap.locale}; visitors see another language`,
      mend: `Add ${gap.locale}.`,
      units: [id],
    });
  return findings;
}
