import { normalizeText } from '../../language/normalize.ts';
import { pageWords } from './all-words.ts';
import { type PageWords, type PropertyKind, propertyKinds } from './page-words.ts';
import { expand } from './phrasings.ts';

export interface KindOfProperty {
  readonly kind: PropertyKind;
  /** Whether the property is called just that, and not "shipping weight". */
  readonly isExact: boolean;
  /** Whether it is called by the usual name of its kind, so that the usual name in another language says the same. */
  readonly isUsual: boolean;
}

let names: readonly { readonly name: string; readonly kind: PropertyKind; readonly isUsual: boolean }[] | undefined;

/** Which of the usual properties one is, in whichever of the nine languages the page names it. */
export function kindOf(property: string): KindOfProperty | undefined {
  names ??= Object.values(pageWords)
    .flatMap((words) =>
      propertyKinds.flatMap((kind) =>
        namesOf(kind, words).map((name, index) => ({ name: normalizeText(name), kind, isUsual: index === 0 })),
      ),
    )
    // The longest that fits says the most.
    .sort((a, b) => b.name.length - a.name.length);
  const text = normalizeText(property);
  const found = names.find(({ name }) => text === name) ?? names.find(({ name }) => name.length > 1 && text.includes(name));
  if (found === undefined) return undefined;
  const isExact = found.name === text;
  return { kind: found.kind, isExact, isUsual: isExact && found.isUsual };
}

/** What a usual property is called, the usual name first. */
export function namesOf(kind: PropertyKind, { kinds }: PageWords): string[] {
  return entryOf(kind, kinds)
    .split(';', 1)
    .flatMap((list) => list.split('|'));
}

/** What is asked with besides the names. */
export function waysOf(kind: PropertyKind, { kinds }: PageWords): string[] {
  return expand(entryOf(kind, kinds).split(';').slice(1).join(';'));
}

function entryOf(kind: PropertyKind, kinds: PageWords['kinds']): string {
  return kinds[propertyKinds.indexOf(kind)] ?? '';
}
