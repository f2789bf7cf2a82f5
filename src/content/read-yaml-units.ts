import { canonicalLocale } from '../language/locale.ts';
import type { IssueList } from './issue.ts';
import { readYaml } from './read-yaml.ts';
import { yamlUnitsSchema } from './schema.ts';
import { careOf, scopeOf, type UnitCollector, variantOf } from './unit-draft.ts';

/** Reads a list of units with all their locales from one YAML file. */
export function readYamlUnits(text: string, file: string, collector: UnitCollector, issues: IssueList): void {
  const read = readYaml(text, yamlUnitsSchema, file, issues);
  read?.data.forEach((unit, index) => {
    const place = { file, line: read.lineOf([index, 'id']) };
    collector.addUnit({ id: unit.id, scope: scopeOf(unit, { file, line: read.lineOf([index, 'when']) }, issues), ...careOf(unit) }, place);
    for (const [tag, { question, phrasings, answer }] of Object.entries(unit.locales)) {
      const wordsPlace = { file, line: read.lineOf([index, 'locales', tag]) };
      const locale = canonicalLocale(tag);
      if (locale === undefined) {
        issues.add(wordsPlace, `"${tag}" is not a locale`, 'Write a tag such as en, pt-BR or zh.');
        continue;
      }
      const variant = variantOf(question, phrasings, answer, wordsPlace, issues);
      if (variant !== undefined) collector.addVariant(unit.id, locale, variant);
    }
  });
}
