import { fold } from '../../language/fold.ts';
import { type Locale, languageOf } from '../../language/locale.ts';
import { normalizeText } from '../../language/normalize.ts';
import { type FoundPair, questionKey } from './found-pair.ts';
import type { FoundUnit } from './group-units.ts';

/** What the content directory holds already. */
export interface KnownUnit {
  readonly id: string;
  /** Of the file with the unit's words in the locale. */
  readonly path: string;
  readonly locale: Locale;
  readonly question: string;
  /** Markdown compiled to plain text. */
  readonly answer: string;
}

export interface NamedUnit extends FoundUnit {
  readonly id: string;
  readonly topic: string;
  /** Where the content holds the unit already: the paths of its files by locale. */
  readonly paths: ReadonlyMap<Locale, string>;
}

const longestSlug = 60;

/**
 * Gives each unit an id and a topic. What the content holds already, by its question or its answer, keeps its id, so that
 * a second import meets its own files again. Other ids come from the question, else from the markup's or the source's
 * ids, else from topic and a number.
 * @param plainTextOf the plain text of a Markdown answer
 */
export function nameUnits(
  units: readonly FoundUnit[],
  known: readonly KnownUnit[],
  plainTextOf: (markdown: string) => string,
): NamedUnit[] {
  const knownBy = lookUp(known);
  const used = new Set(known.map(({ id }) => id));
  const named = new Map<FoundUnit, NamedUnit>();
  const taken = new Set<string>();
  for (const unit of units) {
    const before = unit.pairs.map((pair) => knownBy(pair, plainTextOf)).find((each) => each !== undefined && !taken.has(each.id));
    if (before === undefined) continue;
    taken.add(before.id);
    const paths = new Map(known.filter(({ id }) => id === before.id).map(({ locale, path }) => [locale, path]));
    named.set(unit, { ...unit, id: before.id, topic: topicOf(unit.pairs[0]), paths });
  }
  return units.map((unit) => {
    const before = named.get(unit);
    if (before !== undefined) return before;
    const topic = topicOf(unit.pairs[0]);
    const id = freeId(unit, topic, used);
    used.add(id);
    return { ...unit, id, topic, paths: new Map() };
  });
}

function lookUp(known: readonly KnownUnit[]): (pair: FoundPair, plainTextOf: (markdown: string) => string) => KnownUnit | undefined {
  const byQuestion = new Map(known.map((unit) => [`${unit.locale} ${questionKey(unit.question)}`, unit]));
  const byAnswer = new Map(known.map((unit) => [`${unit.locale} ${questionKey(unit.answer)}`, unit]));
  return ({ locale, question, answer }, plainTextOf) =>
    byQuestion.get(`${locale} ${questionKey(question)}`) ?? byAnswer.get(`${locale} ${questionKey(plainTextOf(answer))}`);
}

function freeId(unit: FoundUnit, topic: string, used: ReadonlySet<string>): string {
  const [pair] = unit.pairs;
  const given = pair.id === undefined ? undefined : slugOf(pair.id);
  const wanted =
    (pair.key !== undefined && pair.id === pair.key ? given : undefined) ??
    slugOf(pair.question, pair.locale) ??
    anchorSlug(pair.anchor) ??
    given;
  if (wanted !== undefined && !used.has(wanted)) return wanted;
  if (wanted !== undefined && !wanted.startsWith(topic) && !used.has(`${topic}-${wanted}`)) return `${topic}-${wanted}`;
  const stem = wanted ?? topic;
  // A number that was given once is not given to another question later.
  const numbers = [...used].map((id) => (id.startsWith(`${stem}-`) ? Number(id.slice(stem.length + 1)) : 0)).filter(Number.isInteger);
  return `${stem}-${Math.max(wanted === undefined ? 0 : 1, ...numbers) + 1}`;
}

/** The site's own word for the group, else the last telling part of the address. */
function topicOf({ section, page, locale }: FoundPair): string {
  return (section === undefined ? undefined : slugOf(section, locale)) ?? pageSlug(page) ?? 'general';
}

const meaningless = /^(?:index|default|home|articles?|sections?|categories|hc|[a-z]{2}(?:-[a-z]{2})?|\d+)$/;

function pageSlug(page: string): string | undefined {
  const path = URL.canParse(page) ? new URL(page).pathname : (page.split(/[\\/]/).pop() ?? '');
  const parts = path.split('/').map((part) =>
    slugOf(
      decoded(part)
        .replace(/\.(?:html?|php|aspx?|jsp|csv|tsv|jsonl?|ndjson|md|txt)$/i, '')
        .replace(/^\d+-/, ''),
    ),
  );
  return parts.reverse().find((part) => part !== undefined && !meaningless.test(part));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** An id that somebody wrote; counters and hashes say nothing. */
function anchorSlug(anchor: string | undefined): string | undefined {
  if (anchor === undefined || /\d{2,}|[\da-f]{8,}/i.test(anchor)) return undefined;
  if (/^(?:faq|q|question|item|accordion|collapse|panel|heading|toggle|tab|section|content|answer|id|block)?[-_.]?\d*$/i.test(anchor))
    return undefined;
  return slugOf(anchor);
}

const germanLetters: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue' };

/** Lower-case words with hyphens, or undefined where the text is mostly in another script than the Latin one. */
export function slugOf(text: string, locale = 'en'): string | undefined {
  const normal = normalizeText(text).replace(/['’]/g, '');
  const letters = normal.match(/\p{L}/gu)?.length ?? 0;
  const latin = normal.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (latin * 2 < letters) return undefined;
  const spelt = languageOf(locale) === 'de' ? normal.replace(/[äöü]/g, (letter) => germanLetters[letter] ?? letter) : normal;
  let slug = '';
  for (const word of fold(spelt).split(/[^a-z\d]+/)) {
    if (slug !== '' && slug.length + 1 + word.length > longestSlug) break;
    if (word !== '') slug += slug === '' ? word.slice(0, longestSlug) : `-${word}`;
  }
  return slug === '' ? undefined : slug;
}
