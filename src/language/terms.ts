import { type Locale, localeChain } from './locale.ts';
import { normalizeText } from './normalize.ts';

/**
 * One thing and what it is called, by locale; the first name is the one that the site uses itself. Under `und` stands the
 * term, as it may be used in any locale.
 */
export type TermNames = Readonly<Record<Locale, readonly string[]>>;

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/**
 * Says everything by the site's own names: whatever name of whatever language a question uses for a thing, content in one
 * locale is searched by the name that the site gives it there.
 */
export class Terms {
  private readonly preferred = new Map<string, string>();
  private readonly terms = new Set<string>();
  private readonly pattern: RegExp | undefined;

  /**
   * @param locale of the content that is searched
   */
  constructor(terms: readonly TermNames[], locale: Locale) {
    for (const names of terms) {
      const own = localeChain(locale, Object.keys(names), 'und')[0];
      const preferred = own === undefined ? undefined : names[own]?.[0];
      if (preferred === undefined) continue;
      for (const term of names.und ?? []) this.terms.add(normalizeText(term));
      for (const name of Object.values(names).flat()) this.preferred.set(normalizeText(name), normalizeText(preferred));
    }
    this.preferred.delete('');
    // Longer names first: "charging case" is not a kind of "case".
    const alternatives = [...this.preferred.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).map(bounded);
    if (alternatives.length > 0) this.pattern = new RegExp(alternatives.join('|'), 'gu');
  }

  /** The text with each name replaced by the site's own, in normal form; as it was where it holds none. */
  canonical(text: string): string {
    if (this.pattern === undefined) return text;
    const normal = normalizeText(text);
    const told = normal.replace(this.pattern, (name) => this.preferred.get(name) ?? name);
    return told === normal ? text : told;
  }

  /** The names in a text that are not the site's own, each once, as they are written there. */
  otherNames(text: string): { readonly name: string; readonly preferred: string }[] {
    if (this.pattern === undefined) return [];
    const found = new Map<string, string>();
    for (const [name] of text.matchAll(new RegExp(this.pattern, 'giu'))) {
      const preferred = this.preferred.get(normalizeText(name));
      const isTerm = this.terms.has(normalizeText(name));
      if (preferred !== undefined && preferred !== normalizeText(name) && !isTerm) found.set(name, preferred);
    }
    return Array.from(found, ([name, preferred]) => ({ name, preferred }));
  }
}

/** A name stands alone: not inside of another word, where its script parts words. */
function bounded(name: string): string {
  const escaped = name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  return unspaced.test(name) ? escaped : `(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`;
}
