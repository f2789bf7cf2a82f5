import { type ConditionContext, holds } from '../policy/condition.ts';
import { day, type Memory, minute } from './memory.ts';
import type { Trigger } from './nudge.ts';
import type { Happening, Visit } from './visit.ts';

export interface Calendar {
  /** Epoch milliseconds. All but dates and absence runs on the visit's own clock. */
  readonly now: number;
  /** The visitor's day, ISO 8601. */
  readonly today: string;
}

/** For how long after it a thing that happened is reason enough to speak, in milliseconds. */
const freshness = { leaving: 8_000, 'rage-click': 20_000, 'copied-error': 40_000, 'field-error': 40_000, told: 10 * minute } as const;
/** What a shop reports is often put right a moment later (a second attempt, a parcel scanned twice), in milliseconds. */
const settling = 2_000;
/** Right after coming back; later it would be out of the blue. */
const absenceWithin = 5 * minute;

/** Whether what a trigger waits for has happened and is still fresh. */
export function isDue(trigger: Trigger, visit: Visit, memory: Memory, context: ConditionContext, { now, today }: Calendar): boolean {
  switch (trigger.on) {
    case 'time-on-page':
      return visit.onPage >= trigger.seconds * 1000;
    case 'time-on-element': {
      const element = visit.elements[trigger.element];
      return element?.isInView === true && element.milliseconds >= trigger.seconds * 1000;
    }
    case 'scroll':
      return visit.percent >= trigger.percent;
    case 'idle':
      return visit.path !== '' && visit.now - visit.activeAt >= trigger.seconds * 1000;
    case 'exit-intent':
      return isFresh(visit.happened.leaving, freshness.leaving, visit);
    case 'return':
      return (memory.pages[visit.path]?.times ?? 0) >= trigger.times;
    case 'back-and-forth':
      return changesBetweenTwo(visit) >= trigger.times;
    case 'failed-search':
      return visit.searches.failed >= trigger.times;
    case 'form-abandoned':
      return (visit.forms[trigger.element] ?? 0) >= trigger.seconds * 1000;
    case 'field-error':
      return hasRepeatedError(visit, trigger.element === undefined ? 'field-error' : `field-error ${trigger.element}`, trigger.times);
    case 'rage-click':
    case 'copy-error': {
      const kind = trigger.on === 'rage-click' ? 'rage-click' : 'copied-error';
      const name = trigger.element === undefined ? kind : `${kind} ${trigger.element}`;
      return isFresh(visit.happened[name], freshness[kind], visit);
    }
    case 'coupon-refused':
      return isTold(visit, 'coupon.refused', trigger.times);
    case 'out-of-stock':
      return isTold(visit, 'stock.out', 1);
    case 'event':
      return isTold(visit, trigger.event, trigger.times);
    case 'date':
      return isNear(memory.dates[trigger.date], trigger.before, trigger.after, today);
    case 'absence': {
      const { previousAt, startedAt } = memory.visit;
      return previousAt !== undefined && startedAt - previousAt >= trigger.days * day && now - startedAt < absenceWithin;
    }
    case 'known-problem':
      return holds(trigger.where, context) === true;
    case 'hot-topics':
      return visit.path !== '';
  }
}

/** Whether one of the events that end the need came after what calls the nudge. */
export function isOver(until: readonly string[], trigger: Trigger, visit: Visit): boolean {
  const called =
    trigger.on === 'event' ? (visit.happened[`told ${trigger.event}`]?.at ?? Number.NEGATIVE_INFINITY) : Number.NEGATIVE_INFINITY;
  return until.some((name) => {
    const at = visit.happened[`told ${name}`]?.at;
    return at !== undefined && at >= called;
  });
}

function isFresh(happening: Happening | undefined, within: number, visit: Visit): boolean {
  return happening !== undefined && visit.now - happening.at <= within;
}

function isTold(visit: Visit, name: string, times: number): boolean {
  const happening = visit.happened[`told ${name}`];
  return (
    happening !== undefined && happening.times >= times && isFresh(happening, freshness.told, visit) && visit.now - happening.at >= settling
  );
}

/** The same field again and again; one error in each of several fields is only a form being filled in. */
function hasRepeatedError(visit: Visit, name: string, times: number): boolean {
  return Object.entries(visit.happened).some(
    ([each, happening]) =>
      each.startsWith(`${name} of `) && happening.times >= times && isFresh(happening, freshness['field-error'], visit),
  );
}

/** How often the visitor went from one to the other of the two products now looked at. */
function changesBetweenTwo({ trail }: Visit): number {
  const products = trail.map(({ product }) => product[0]).filter((product) => product !== undefined);
  const pair = new Set<string>();
  let changes = 0;
  for (let index = products.length - 1; index >= 0; index -= 1) {
    const product = products[index] as string;
    if (!pair.has(product) && pair.size === 2) break;
    pair.add(product);
    if (index < products.length - 1 && product !== products[index + 1]) changes += 1;
  }
  return changes;
}

function isNear(date: string | undefined, before: number, after: number, today: string): boolean {
  if (date === undefined) return false;
  const away = Math.round((Date.parse(today) - Date.parse(date)) / day);
  return away >= -before && away <= after;
}
