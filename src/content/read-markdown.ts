import { canonicalLocale, type Locale } from '../language/locale.ts';
import type { IssueList } from './issue.ts';
import { readYaml } from './read-yaml.ts';
import { unitFrontMatterSchema, variantFrontMatterSchema } from './schema.ts';
import type { UnitCollector } from './unit-collector.ts';
import { unitOf, variantOf } from './unit-draft.ts';

const example = 'Start the file with:\n      ---\n      question: How do I return something?\n      ---\n    and the answer below.';

/**
 * Reads one unit file: front matter between `---` lines, then the answer in Markdown. `<id>.md` is the unit in the
 * site's default locale, `<id>.<locale>.md` its words in another.
 * @param file path relative to the content directory
 */
export function readMarkdownUnit(text: string, file: string, defaultLocale: Locale, collector: UnitCollector, issues: IssueList): void {
  const parts = splitFrontMatter(text);
  if (parts === undefined) {
    issues.add({ file, line: 1 }, 'the file has no front matter', example);
    return;
  }
  const { name, locale } = unitFileName(file);
  const inDefaultLocale = locale === undefined || locale === defaultLocale;
  const read = readYaml(parts.yaml, inDefaultLocale ? unitFrontMatterSchema : variantFrontMatterSchema, file, issues, 2);
  if (read === undefined) return;
  const { data, lineOf } = read;
  const placeOf = (key: string) => ({ file, line: lineOf([key]) });
  const id = data.id ?? name;
  const unit = unitOf(id, data, placeOf, issues);
  if (inDefaultLocale) collector.addUnit(unit, placeOf('question'));
  else if (tellsOfUnit(data)) collector.addUnitBesides(unit, placeOf('question'));
  const words = { question: data.question, phrasings: data.phrasings, answer: parts.body, answerLine: parts.bodyLine };
  const variant = variantOf(words, placeOf('question'), issues);
  if (variant !== undefined) collector.addVariant(id, locale ?? defaultLocale, variant);
}

const wording = new Set(['id', 'question', 'phrasings']);

function tellsOfUnit(data: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(data).some((key) => !wording.has(key));
}

/** The YAML between the first two lines of `---`, and what follows, with the line of the file on which that starts. */
function splitFrontMatter(text: string): { yaml: string; body: string; bodyLine: number } | undefined {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  if (lines[0]?.trimEnd() !== '---') return undefined;
  const close = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---');
  if (close === -1) return undefined;
  return { yaml: lines.slice(1, close).join('\n'), body: lines.slice(close + 1).join('\n'), bodyLine: close + 2 };
}

/** `returns/how.zh-Hant.md` → name `how`, locale `zh-Hant`. A dot in a name is no locale unless it reads as one. */
export function unitFileName(file: string): { readonly name: string; readonly locale: Locale | undefined } {
  const base = (file.split('/').pop() ?? '').replace(/\.md$/i, '');
  const dot = base.lastIndexOf('.');
  const tag = dot > 0 ? base.slice(dot + 1) : '';
  const locale = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(tag) ? canonicalLocale(tag) : undefined;
  return locale === undefined ? { name: base, locale } : { name: base.slice(0, dot), locale };
}
