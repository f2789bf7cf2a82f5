import { type Locale, languageOf } from '../language/locale.ts';
import type { AnswerDocument } from './answer-document.ts';
import { authoredLocale, localeMend } from './authored-locale.ts';
import type { IssueList } from './issue.ts';
import type { Place } from './unit.ts';
import { cleanLine, documentOrIssue } from './unit-draft.ts';

/** One text, or one for each locale. */
export type Words = string | { readonly [tag: string]: string };
type Path = readonly PropertyKey[];

/** Words that a locale lacks. */
export interface WordGap {
  readonly locale: Locale;
  readonly what: string;
  readonly place: Place;
}

/** The locales that a text is in, the given one first; undefined where one of them is none. */
export function localesOf(title: Words, own: Locale): Locale[] | undefined {
  if (typeof title === 'string') return [own];
  const locales = Object.keys(title).map(authoredLocale);
  if (locales.length === 0 || locales.includes(undefined)) return undefined;
  return (locales as Locale[]).sort((a, b) => Number(b === own) - Number(a === own));
}

/** Picks one locale's words, and notes where there are none. */
export class Wording {
  constructor(
    readonly locale: Locale,
    private readonly fallback: Locale,
    private readonly placeAt: (path: Path) => Place,
    private readonly issues: IssueList,
    private readonly isFirst: boolean,
    private readonly gaps: WordGap[],
  ) {}

  placeOf(path: Path): Place {
    return this.placeAt(path);
  }

  line(words: Words, path: Path): string {
    return cleanLine(this.pick<string>(words, path) ?? '');
  }

  lines(words: string | readonly string[] | { readonly [tag: string]: string | readonly string[] } | undefined, path: Path): string[] {
    const picked = this.pick<string | string[]>(words as string | string[] | undefined, path) ?? [];
    return [picked].flat().map(cleanLine);
  }

  markdown(words: Words | undefined, path: Path): AnswerDocument | undefined {
    const picked = words === undefined ? undefined : this.pick<string>(words, path);
    return picked === undefined ? undefined : documentOrIssue(picked, this.placeAt(path), this.issues);
  }

  private pick<Value extends string | string[]>(words: Value | { [tag: string]: Value } | undefined, path: Path): Value | undefined {
    if (words === undefined) return undefined;
    if (typeof words === 'string' || Array.isArray(words)) return words as Value;
    const byLocale = new Map(
      Object.entries(words as { [tag: string]: Value }).map(([tag, value]) => [authoredLocale(tag), value] as const),
    );
    if (this.isFirst && byLocale.has(undefined)) this.issues.add(this.placeAt(path), 'there is something that is no locale', localeMend);
    const own = byLocale.get(this.locale);
    if (own !== undefined) return own;
    this.gaps.push({ locale: this.locale, what: String(path.at(-1)), place: this.placeAt(path) });
    const near = [...byLocale.keys()].find((locale) => locale !== undefined && languageOf(locale) === languageOf(this.locale));
    return byLocale.get(near) ?? byLocale.get(this.fallback) ?? [...byLocale.values()][0];
  }
}
