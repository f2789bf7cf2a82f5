import { sameComing } from './memory.ts';
import { type Facts, factsOf, type Signal } from './signal.ts';

/**
 * What is known of a visit in one tab: a reducer over signals. Plain data of bounded size, so that it outlives a page
 * change and thousands of events a second. All times are those of the signals.
 */
export interface Visit {
  readonly now: number;
  /** The page now open; empty before the first. */
  readonly path: string;
  readonly product: readonly string[];
  /** Milliseconds in view. */
  readonly onPage: number;
  readonly percent: number;
  readonly activeAt: number;
  readonly typedAt: number;
  /** The latest pages, newest last. */
  readonly trail: readonly PageView[];
  /** Elements of interest: milliseconds in view on this page, and whether it is in view now. */
  readonly elements: Readonly<Record<string, { readonly milliseconds: number; readonly isInView: boolean }>>;
  /** Forms begun on this page and not sent: milliseconds in view since they were last typed into. */
  readonly forms: Readonly<Record<string, number>>;
  /** What happened on this page, or lately, by what it is: how often, and when last. */
  readonly happened: Readonly<Record<string, Happening>>;
  readonly searches: { readonly failed: number; readonly last?: string };
  /** What the shop last told, by subject: the `order` of `order.delayed`. */
  readonly facts: Readonly<Record<string, Facts>>;
  readonly askedAt: number;
}

export interface PageView {
  readonly path: string;
  readonly product: readonly string[];
  readonly at: number;
}

export interface Happening {
  readonly times: number;
  readonly at: number;
}

const never = Number.NEGATIVE_INFINITY;
const mostPages = 30;
const mostKinds = 150;
/** Longer gaps between two of the same kind make them two separate things, in milliseconds. */
const sameThing = 10 * 60_000;
const attention = 20_000;

export const newVisit: Visit = {
  now: 0,
  path: '',
  product: [],
  onPage: 0,
  percent: 0,
  activeAt: 0,
  typedAt: never,
  trail: [],
  elements: {},
  forms: {},
  happened: {},
  searches: { failed: 0 },
  facts: {},
  askedAt: never,
};

/** The visit after a signal. Pure; never throws. */
export function observe(visit: Visit, signal: Signal): Visit {
  const now = Math.max(visit.now, signal.at);
  const next = { ...visit, now };
  switch (signal.kind) {
    case 'page':
      return onPage(next, signal);
    case 'passed':
      return later(next, signal.milliseconds);
    case 'active':
      return { ...next, activeAt: now };
    case 'typed':
      return { ...next, activeAt: now, typedAt: now, forms: mapped(visit.forms, () => 0) };
    case 'scrolled':
      return { ...next, percent: Math.max(visit.percent, signal.percent) };
    case 'in-view': {
      const milliseconds = visit.elements[signal.element]?.milliseconds ?? 0;
      return { ...next, elements: { ...visit.elements, [signal.element]: { milliseconds, isInView: signal.isInView } } };
    }
    case 'form': {
      const { [signal.form]: _, ...others } = visit.forms;
      return { ...next, forms: signal.did === 'submitted' ? others : { ...visit.forms, [signal.form]: 0 } };
    }
    case 'leaving':
      return happen(next, ['leaving']);
    case 'field-error':
      return happen(next, ['field-error', ...signal.on.map((element) => `field-error ${element}`)], signal.field);
    case 'rage-click':
    case 'copied-error':
      return happen(next, [signal.kind, ...signal.on.map((element) => `${signal.kind} ${element}`)]);
    case 'searched':
      return searched(next, signal.text);
    case 'followed':
      return { ...next, searches: { failed: 0 } };
    case 'told':
      return told(next, signal.name, signal.data);
    case 'asked':
      return { ...next, askedAt: now };
  }
}

/** A page is entered: what was of the page before is over, what the shop told is not. */
function onPage(visit: Visit, { path, product = [] }: Extract<Signal, { kind: 'page' }>): Visit {
  const kept = Object.entries(visit.happened).filter(([name, { at }]) => name.startsWith('told ') && visit.now - at < sameThing);
  const last = visit.trail.at(-1);
  const isSame = last?.path === path && visit.now - last.at < sameComing;
  return {
    ...visit,
    path,
    product,
    onPage: 0,
    percent: 0,
    activeAt: visit.now,
    typedAt: never,
    elements: {},
    forms: {},
    happened: Object.fromEntries(kept),
    trail: [...(isSame ? visit.trail.slice(0, -1) : visit.trail), { path, product, at: visit.now }].slice(-mostPages),
  };
}

/** Time counts while somebody is there: without a sign of life for a while nobody is taken to be. */
function later(visit: Visit, milliseconds: number): Visit {
  if (visit.now - visit.activeAt > attention) return { ...visit, forms: mapped(visit.forms, (since) => since + milliseconds) };
  return {
    ...visit,
    onPage: visit.onPage + milliseconds,
    elements: mapped(visit.elements, (element) =>
      element.isInView ? { ...element, milliseconds: element.milliseconds + milliseconds } : element,
    ),
    forms: mapped(visit.forms, (since) => since + milliseconds),
  };
}

function happen(visit: Visit, names: readonly string[], detail?: string): Visit {
  const { now } = visit;
  const all = detail === undefined ? names : names.flatMap((name) => [name, `${name} of ${detail}`]);
  const added = all.map((name): [string, Happening] => {
    const before = visit.happened[name];
    const isSame = before !== undefined && now - before.at < sameThing;
    return [name, { times: isSame ? before.times + 1 : 1, at: now }];
  });
  const entries = Object.entries({ ...visit.happened, ...Object.fromEntries(added) });
  // Names come from the page: whoever makes up thousands loses the oldest.
  const recent = entries.length > mostKinds ? entries.sort(([, a], [, b]) => a.at - b.at).slice(-mostKinds) : entries;
  return { ...visit, happened: Object.fromEntries(recent) };
}

/** A search that another one follows, without a result having been looked at, found nothing of use. */
function searched(visit: Visit, text: string): Visit {
  const { last, failed } = visit.searches;
  if (last === text) return visit;
  return { ...visit, searches: { failed: last === undefined ? failed : failed + 1, last: text } };
}

function told(visit: Visit, name: string, data: Facts): Visit {
  const [subject = ''] = name.split('.', 1);
  const facts = { ...visit.facts, [subject]: { ...visit.facts[subject], ...factsOf(data) } };
  const subjects = Object.keys(facts);
  const kept = subjects.length > mostKinds ? Object.fromEntries(Object.entries(facts).slice(-mostKinds)) : facts;
  const next = happen({ ...visit, facts: kept }, [`told ${name}`]);
  if (name !== 'search.failed') return next;
  // Counted now: the next search does not count it again.
  return { ...next, searches: { failed: visit.searches.failed + 1 } };
}

function mapped<Value>(record: Readonly<Record<string, Value>>, change: (value: Value) => Value): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}
