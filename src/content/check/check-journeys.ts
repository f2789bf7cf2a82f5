import { actionNames, lookUps } from '../../journey/actions.ts';
import type { Argument, Journey, JourneyStep } from '../../journey/journey.ts';
import type { Condition } from '../../policy/condition.ts';
import type { AuthoredJourney } from '../authored-journey.ts';
import { siteFile } from '../read-content.ts';
import type { Content } from '../unit.ts';
import { checkLocales } from './check-locales.ts';
import type { Finding } from './finding.ts';
import { isSlipOf } from './is-slip-of.ts';
import { reach, reversed } from './reach.ts';

/** What is likely to leave a visitor stranded in a journey, asked for nothing, or passed to a person against the author's will. */
export function checkJourneys(content: Content): Finding[] {
  return (content.journeys ?? []).flatMap((journey) => {
    const [first] = journey.variants;
    if (first === undefined) return [];
    const [, variant] = first;
    return [
      ...checkWays(journey, variant),
      ...checkSlots(journey, variant),
      ...checkActions(journey, variant, content),
      ...checkLocales('journey', journey, content.site.locales),
    ];
  });
}

/** Where a journey is over; no step is called so, since ids hold no blank. */
const over = 'the end';

/** What follows each step: what it names or the next one, and the next one where its condition does not hold. */
function waysOf({ steps }: Journey): Map<string, string[]> {
  const following = (index: number) => steps[index + 1]?.id ?? over;
  return new Map(
    steps.map((step, index) => {
      const own = step.kind === 'end' || step.kind === 'person' ? over : (step.next ?? following(index));
      return [step.id, step.when === undefined ? [own] : [own, following(index)]];
    }),
  );
}

/** Steps that nothing leads to, loops that nothing leads out of, and ends that leave the visitor without a word. */
function checkWays(journey: AuthoredJourney, variant: Journey): Finding[] {
  const { steps } = variant;
  const ways = waysOf(variant);
  const reached = reach(steps[0] === undefined ? [] : [steps[0].id], ways);
  const ending = reach([over], reversed(ways));
  const findings: Finding[] = [];
  for (const { id } of steps) {
    if (!reached.has(id))
      findings.push(warn(journey, id, 'unreachable', `nothing leads to step "${id}"`, 'Lead a step to it (next), or remove it.'));
    else if (!ending.has(id))
      findings.push(
        warn(
          journey,
          id,
          'endless-loop',
          `from step "${id}" nothing leads to an end`,
          'Lead a step out of the loop, or give one a "when".',
        ),
      );
  }
  for (const id of silentEnds(variant, ways))
    findings.push(
      warn(journey, id, 'dead-end', `after step "${id}" the journey ends without a word`, 'Tell what came of it (tell), or hand over.'),
    );
  return findings;
}

/** Steps that ask or do something after which a way to the end tells nothing. */
function silentEnds({ steps }: Journey, ways: ReadonlyMap<string, readonly string[]>): Set<string> {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const silent = new Set<string>();
  const seen = new Set<string>();
  // The step that stopped last stands beside where the way is now; empty once something was told.
  const waiting: (readonly [at: string, stopped: string])[] = steps[0] === undefined ? [] : [[steps[0].id, '']];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [at, stopped] = next;
    const key = JSON.stringify(next);
    if (seen.has(key)) continue;
    seen.add(key);
    const step = byId.get(at);
    if (step === undefined) {
      if (stopped !== '') silent.add(stopped);
      continue;
    }
    // What is told on a condition is told for some: whether the others are told elsewhere only the shop's data knows.
    const after = isStop(step) ? step.id : step.kind === 'tell' || step.kind === 'person' ? '' : stopped;
    for (const way of ways.get(at) ?? []) waiting.push([way, after]);
  }
  return silent;
}

function isStop({ kind }: JourneyStep): boolean {
  return kind === 'ask' || kind === 'find' || kind === 'act' || kind === 'compare';
}

/** Slots that no step asks for, and slots that change nothing. */
function checkSlots(journey: AuthoredJourney, variant: Journey): Finding[] {
  const asked = new Set(variant.steps.flatMap(slotsAsked));
  const used = usedSlots(variant);
  return variant.slots.flatMap((slot): Finding[] => {
    const { id, known = [] } = slot;
    const findings: Finding[] = [];
    if (!asked.has(id) && known.length === 0)
      findings.push(warn(journey, id, 'never-asked', `nothing asks for slot "${id}"`, 'Name it in an ask step, or remove it.'));
    if (!used.has(id) && slot.type !== 'need')
      findings.push(
        warn(
          journey,
          id,
          'never-used',
          `slot "${id}" is used nowhere`,
          `Use slot.${id} in a condition, an argument or words, or remove it.`,
        ),
      );
    return findings;
  });
}

function slotsAsked(step: JourneyStep): string[] {
  switch (step.kind) {
    case 'ask':
      return [...step.slots];
    case 'find':
      return step.slot === undefined ? [] : [step.slot];
    case 'compare':
      return [step.slot];
    default:
      return [];
  }
}

function usedSlots({ slots, steps }: Journey): Set<string> {
  const used = new Set<string>();
  const inPath = (path: string) => {
    const [root, slot] = path.split('.');
    if (root === 'slot' && slot !== undefined) used.add(slot);
    // The product that a slot names.
    if (root === 'picked') for (const { id, type } of slots) if (type === 'product') used.add(id);
  };
  const inCondition = (condition: Condition | undefined): void => {
    if (!Array.isArray(condition)) return;
    const [operator, ...operands] = condition as readonly [string, ...Condition[]];
    if (operator === 'get') inPath(String(operands[0]));
    else operands.forEach(inCondition);
  };
  const inArgument = (argument: Argument): void => {
    if ('value' in argument) inCondition(argument.value);
    else if ('list' in argument) argument.list.forEach(inArgument);
    else if ('each' in argument) {
      used.add(argument.each);
      inArgument(argument.item);
    } else Object.values(argument.object).forEach(inArgument);
  };
  const inWords = (words = '') => {
    for (const [, path = ''] of words.matchAll(/\{([\w.-]+)\}/g)) inPath(path);
  };
  for (const { when, ask, records } of slots) {
    inCondition(when);
    inWords(ask);
    inPath(records?.path ?? '');
  }
  for (const step of steps) {
    inCondition(step.when);
    if (step.kind === 'find' || step.kind === 'act') Object.values(step.args).forEach(inArgument);
    if (step.kind === 'find' || step.kind === 'compare') for (const id of slotsAsked(step)) used.add(id);
    if (step.kind === 'tell') inWords(step.words);
    if (step.kind === 'act') {
      inCondition(step.amount);
      inWords(step.otherwise);
      if (step.items !== undefined) used.add(step.items);
    }
  }
  return used;
}

/** Actions that nobody knows, or that no rule settles, and comparisons of nothing. */
function checkActions(journey: AuthoredJourney, { steps }: Journey, { rights = [], products = [] }: Content): Finding[] {
  const known: readonly string[] = actionNames;
  return steps.flatMap((step): Finding[] => {
    if (step.kind === 'compare' && products.length === 0)
      return [
        warn(
          journey,
          step.id,
          'no-products',
          `step "${step.id}" compares products, and the content has none`,
          'Add products/<locale>.json.',
        ),
      ];
    if (step.kind !== 'act' && step.kind !== 'find') return [];
    const { action } = step;
    const findings: Finding[] = [];
    if (!known.includes(action)) {
      const meant = known.find((name) => isSlipOf(action, name));
      findings.push({
        ...warn(
          journey,
          step.id,
          'unknown-action',
          `step "${step.id}" has the action "${action}", which only a shop of its own can know`,
          meant === undefined ? 'Make sure that the shop’s endpoints know it.' : `Write ${meant}, if that is meant.`,
          [action],
        ),
        level: meant === undefined ? 'note' : 'warning',
      });
    }
    if (step.kind === 'act' && !lookUps.has(action) && !rights.some((right) => right.action === action))
      findings.push(
        warn(
          journey,
          step.id,
          'no-right',
          `no rule settles "${action}" of journey "${journey.id}": a person decides every time`,
          `Add a rule for ${action} to policy.rights in ${siteFile}; "right: person" where that is meant.`,
          [action],
        ),
      );
    return findings;
  });
}

function warn(
  journey: AuthoredJourney,
  at: string,
  rule: Finding['rule'],
  message: string,
  mend: string,
  quotes: readonly string[] = [at],
): Finding {
  return { level: 'warning', rule, place: journey.placeOf(at), message, mend, units: [journey.id], quotes };
}
