import { authoredLocale, localeMend } from './authored-locale.ts';
import type { IssueList } from './issue.ts';
import { readYaml } from './read-yaml.ts';
import { yamlUnitsSchema } from './schema.ts';
import type { UnitCollector } from './unit-collector.ts';
import { unitOf, variantOf } from './unit-draft.ts';

/** Reads a list of units with all their locales from one YAML file. */
export function readYamlUnits(text: string, file: string, collector: UnitCollector, issues: IssueList): void {
  const read = readYaml(text, yamlUnitsSchema, file, issues);
  read?.data.forEach((unit, index) => {
    const placeOf = (...path: PropertyKey[]) => ({ file, line: read.lineOf([index, ...path]) });
    collector.addUnit(unitOf(unit.id, unit, placeOf, issues), placeOf('id'));
    const locales = Object.entries(unit.locales);
    if (locales.length === 0) issues.add(placeOf('locales'), `unit "${unit.id}" has no words`, 'Add its question and answer in a locale.');
    for (const [tag, words] of locales) {
      const place = placeOf('locales', tag);
      const locale = authoredLocale(tag);
      if (locale === undefined) {
        issues.add(place, `"${tag}" is not a locale`, localeMend);
        continue;
      }
      const variant = variantOf(words, place, issues);
      if (variant !== undefined) collector.addVariant(unit.id, locale, variant);
    }
  });
}
