import * as v from 'valibot';
import { canonicalLocale, type Locale } from '../../language/locale.ts';
import { cleanQuestion, type FoundPair, type Skipped } from './found-pair.ts';
import { PageError } from './html-tree.ts';
import { markdownOfText } from './markdown-of-html.ts';
import { isoDate, pairsOfPage } from './pairs-of-page.ts';
import { readsAsQuestion } from './reads-as-question.ts';

const id = v.union([v.number(), v.string()]);
const words = {
  locale: v.nullish(v.string()),
  title: v.nullish(v.string()),
  body: v.nullish(v.string()),
  draft: v.nullish(v.boolean()),
  outdated: v.nullish(v.boolean()),
  updated_at: v.nullish(v.string()),
  html_url: v.nullish(v.string()),
};
const translationSchema = v.looseObject({ ...words, source_id: v.nullish(id) });
const articleSchema = v.looseObject({
  ...words,
  id: v.nullish(id),
  source_id: v.nullish(id),
  source_type: v.nullish(v.string()),
  source_locale: v.nullish(v.string()),
  section_id: v.nullish(id),
  label_names: v.nullish(v.array(v.string())),
  translations: v.nullish(v.array(translationSchema)),
});
type Article = v.InferOutput<typeof articleSchema>;
const exportSchema = v.looseObject({
  articles: v.optional(v.array(v.unknown())),
  translations: v.optional(v.array(v.unknown())),
  sections: v.optional(v.array(v.looseObject({ id, name: v.nullish(v.string()) }))),
});

export interface ZendeskPairs {
  readonly pairs: readonly FoundPair[];
  readonly skipped: readonly Skipped[];
  /** For a person to look at; one line each. */
  readonly notes: readonly string[];
  readonly articles: number;
  readonly sourceLocale?: Locale;
}

/** A question that an article of several asks in its body. */
const fewestQuestions = 3;

/**
 * Reads an export of Zendesk Guide: what its articles API answers, also one article a line, with translations inside or
 * beside. Drafts are left out. Throws a PageError where it is no such export.
 * @param name of the file
 */
export function readZendesk(text: string, name: string): ZendeskPairs {
  const { articles, sections, skipped } = parseExport(text, name);
  const pairs: FoundPair[] = [];
  const notes: string[] = [];
  let sourceLocale: Locale | undefined;
  for (const article of articles) {
    sourceLocale ??= canonicalLocale(article.source_locale ?? '');
    const key = String(article.source_id ?? article.id ?? article.html_url ?? article.title);
    const own = article.title == null && article.body == null ? [] : [article];
    for (const variant of [...own, ...(article.translations ?? [])]) {
      const from = variant.html_url ?? `${name}, article ${key}`;
      const reason = problemOf(variant);
      if (reason !== undefined) skipped.push({ from, reason });
      else {
        if (variant.outdated === true) notes.push(`${from} is marked as outdated`);
        pairs.push(...pairsOfArticle({ ...article, ...withoutNull(variant) }, key, sectionOf(article, sections), name));
      }
    }
  }
  return { pairs, skipped, notes, articles: articles.length, ...(sourceLocale === undefined ? {} : { sourceLocale }) };
}

function problemOf({ draft, title, body, locale }: v.InferOutput<typeof translationSchema>): string | undefined {
  if (draft === true) return 'it is a draft';
  if ((title ?? '').trim() === '') return 'it has no title';
  if ((body ?? '').trim() === '') return 'it has no text';
  return locale != null && canonicalLocale(locale) === undefined ? `"${locale}" is not a locale` : undefined;
}

function pairsOfArticle(article: Article, key: string, section: string | undefined, name: string): FoundPair[] {
  const url = article.html_url ?? undefined;
  const question = cleanQuestion(article.title ?? '');
  const locale = canonicalLocale(article.locale ?? article.source_locale ?? 'en') ?? 'en';
  const updated = isoDate(article.updated_at ?? undefined);
  const common = {
    locale,
    page: url ?? name,
    ...(section === undefined ? {} : { section }),
    ...(updated === undefined ? {} : { updated }),
  };
  const inside = readsAsQuestion(question) ? [] : pairsOfPage(article.body ?? '', url, name).pairs;
  if (inside.length >= fewestQuestions) {
    return inside.map((pair, index) => ({ ...pair, ...common, section: question, key: `${key} ${pair.anchor ?? index}` }));
  }
  const answer = markdownOfText(article.body ?? '', url);
  return [{ ...common, question, phrasings: [], answer, key, id: `article-${key}`, ...(url === undefined ? {} : { source: url }) }];
}

function sectionOf({ section_id, label_names }: Article, sections: ReadonlyMap<string, string>): string | undefined {
  const named = section_id == null ? undefined : sections.get(String(section_id));
  return named ?? label_names?.[0] ?? (section_id == null ? undefined : `section-${section_id}`);
}

function parseExport(text: string, name: string): { articles: Article[]; sections: Map<string, string>; skipped: Skipped[] } {
  const skipped: Skipped[] = [];
  const sections = new Map<string, string>();
  const records = recordsOf(text, name).flatMap((record): unknown[] => {
    const whole = v.safeParse(exportSchema, record);
    if (!whole.success || (whole.output.articles === undefined && whole.output.translations === undefined)) return [record];
    if (Array.isArray((record as { translations?: unknown }).translations) && 'id' in (record as object)) return [record];
    for (const section of whole.output.sections ?? []) if (section.name != null) sections.set(String(section.id), section.name);
    return [...(whole.output.articles ?? []), ...(whole.output.translations ?? [])];
  });
  const articles: Article[] = [];
  records.forEach((record, index) => {
    const parsed = v.safeParse(articleSchema, record);
    if (parsed.success) articles.push(parsed.output);
    else
      skipped.push({
        from: `${name}, article ${index + 1}`,
        reason: `its ${v.getDotPath(parsed.issues[0]) ?? 'record'} is wrong: ${parsed.issues[0].message}`,
      });
  });
  return { articles, sections, skipped };
}

/** One JSON value, or one a line. */
function recordsOf(text: string, name: string): unknown[] {
  try {
    const data = JSON.parse(text) as unknown;
    return Array.isArray(data) ? data : [data];
  } catch {
    // Perhaps one a line.
  }
  return text.split(/\r?\n/).flatMap((line, index) => {
    if (line.trim() === '') return [];
    try {
      return [JSON.parse(line) as unknown];
    } catch {
      throw new PageError(`${name}:${index + 1}: it is neither JSON nor one JSON object a line`);
    }
  });
}

function withoutNull<Data extends object>(data: Data): Data {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value != null)) as Data;
}
