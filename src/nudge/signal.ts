/**
 * Something that happened on the page, as what reads it tells. `at` is in milliseconds, on a clock that only runs
 * forward within a page. `on` lists those of the selectors that nudges ask for which the thing's element matches.
 */
export type Signal = { readonly at: number } & (
  | { readonly kind: 'page'; readonly path: string; readonly product?: readonly string[] }
  /** Time passed on a page in view, in milliseconds; a page out of view has no time. */
  | { readonly kind: 'passed'; readonly milliseconds: number }
  /** The visitor moved, scrolled, touched or typed; told at most once a second. */
  | { readonly kind: 'active' }
  | { readonly kind: 'typed' }
  | { readonly kind: 'scrolled'; readonly percent: number }
  | { readonly kind: 'leaving' }
  | { readonly kind: 'in-view'; readonly element: string; readonly isInView: boolean }
  | { readonly kind: 'form'; readonly form: string; readonly did: 'began' | 'submitted' }
  | { readonly kind: 'field-error'; readonly field: string; readonly on: readonly string[] }
  | { readonly kind: 'rage-click'; readonly on: readonly string[] }
  | { readonly kind: 'copied-error'; readonly on: readonly string[] }
  | { readonly kind: 'searched'; readonly text: string }
  /** A link in the page's main part was followed. */
  | { readonly kind: 'followed' }
  /** The shop told of something, by `track`, by an attribute, or through the relay. */
  | { readonly kind: 'told'; readonly name: string; readonly data: Facts }
  /** The visitor used the agent. */
  | { readonly kind: 'asked' }
);

/** What the shop tells of a thing: flat, and of plain values. */
export type Facts = { readonly [name: string]: Fact };
export type Fact = string | number | boolean | null;

const mostFacts = 30;
const longestText = 200;

/** Whatever a page hands over, brought to facts: what is no plain value is left out. Never throws. */
export function factsOf(data: unknown): Facts {
  const facts: Record<string, Fact> = {};
  try {
    if (typeof data !== 'object' || data === null) return isFact(data) ? { value: shortened(data) } : {};
    for (const [name, value] of Object.entries(data).slice(0, mostFacts)) if (isFact(value)) facts[name] = shortened(value);
  } catch {
    // A getter or proxy of the page's that throws tells nothing more.
  }
  return facts;
}

function isFact(value: unknown): value is Fact {
  return value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
}

function shortened(value: Fact): Fact {
  return typeof value === 'string' ? value.slice(0, longestText) : value;
}
