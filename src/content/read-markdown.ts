import { canonicalLocale, type Locale } from '../language/locale.ts';
import type { IssueList } from './issue.ts';
import { readYaml } from './read-yaml.ts';
import { unitFrontMatterSchema, variantFrontMatterSchema } from './schema.ts';
import { careOf, scopeOf, type UnitCollector, variantOf } from './unit-draft.ts';

const frontMatter = /^\uFEFF?---[^\S\n]*\r?\n([\s\S]*?)\r?\n---[^\S\n]*(?:\r?\n|$)/;
const example = 'Start the file with:\n      ---\n      question: How do I return something?\n      ---\n    and the answer below.';

/**
 * Reads one unit file: front matter between `---` lines, then the answer in Markdown. `<id>.md` is the unit in the
 * site's default locale, `<id>.<locale>.md` its words in another.
 * @param file path relative to the content directory
 */
export function readMarkdownUnit(text: string, file: string, defaultLocale: Locale, collector: UnitCollector, issues: IssueList): void {
  const match = frontMatter.exec(text);
  if (match === null) {
    issues.add({ file, line: 1 }, 'the file has no front matter', example);
    return;
  }
  const yaml = match[1] ?? '';
  const body = text.slice(match[0].length);
  const { name, locale } = nameParts(file);
  const place = { file, line: match[0].split('\n').length };
  if (locale === undefined || locale === defaultLocale) {
    const read = readYaml(yaml, unitFrontMatterSchema, file, issues, 2);
    if (read === undefined) return;
    const { data, lineOf } = read;
    const id = data.id ?? name;
    const scopePlace = { file, line: lineOf([data.when === undefined ? 'valid' : 'when']) };
    collector.addUnit({ id, scope: scopeOf(data, scopePlace, issues), ...careOf(data) }, { file, line: lineOf(['question']) });
    const variant = variantOf(data.question, data.phrasings, body, place, issues);
    if (variant !== undefined) collector.addVariant(id, defaultLocale, variant);
  } else {
    const read = readYaml(yaml, variantFrontMatterSchema, file, issues, 2);
    if (read === undefined) return;
    const variant = variantOf(read.data.question, read.data.phrasings, body, place, issues);
    if (variant !== undefined) collector.addVariant(read.data.id ?? name, locale, variant);
  }
}

/** `returns/how.zh-Hant.md` → name `how`, locale `zh-Hant`. A dot in a name is no locale unless it reads as one. */
function nameParts(file: string): { name: string; locale: Locale | undefined } {
  const base = (file.split('/').pop() ?? '').replace(/\.md$/, '');
  const dot = base.lastIndexOf('.');
  const tag = dot > 0 ? base.slice(dot + 1) : '';
  const locale = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(tag) ? canonicalLocale(tag) : undefined;
  return locale === undefined ? { name: base, locale } : { name: base.slice(0, dot), locale };
}
