import { Terms } from '../../language/terms.ts';
import { plainText } from '../answer-document.ts';
import type { Content } from '../unit.ts';
import type { Finding } from './finding.ts';

/** Answers and titles that call a thing by another name than the site's own: visitors then wonder whether it is another thing. */
export function checkTerms({ units, terms }: Content): Finding[] {
  const names = new Map<string, Terms>();
  return units.flatMap(({ id, variants }) =>
    Array.from(variants).flatMap(([locale, { question, answer, place }]) => {
      const own = names.get(locale) ?? new Terms(terms, locale);
      names.set(locale, own);
      return own.otherNames(`${question}\n${plainText(answer)}`).map(
        ({ name, preferred }): Finding => ({
          level: 'note',
          rule: 'other-name',
          place,
          message: `says "${name}" where the site says "${preferred}"`,
          mend: `Write "${preferred}", or make "${name}" the first name of the term in terms.csv.`,
          units: [id],
          quotes: [name],
        }),
      );
    }),
  );
}
