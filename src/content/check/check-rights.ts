import { actionNames } from '../../journey/actions.ts';
import type { JourneyStep } from '../../journey/journey.ts';
import { languageOf } from '../../language/locale.ts';
import type { Condition } from '../../policy/condition.ts';
import type { AuthoredRight } from '../read-rights.ts';
import type { Content } from '../unit.ts';
import type { Finding } from './finding.ts';
import { isSlipOf } from './is-slip-of.ts';
import { canHold } from './possible-scope.ts';

/** Where the rules of one action contradict one another, or let more pass than their author can want. */
export function checkRights({ site, rights = [], journeys = [] }: Content): Finding[] {
  const done = new Set(journeys.flatMap(({ variants }) => [...variants.values()].flatMap(({ steps }) => steps.flatMap(actionOf))));
  const contradictions = rights.flatMap((right, index) => {
    const before = rights.slice(0, index).filter(({ action }) => action === right.action);
    return [...checkReach(right, before), ...checkLimits(right), ...checkLocales(right, site.locales)];
  });
  const unknown = rights.filter(({ action }, index) => rights.findIndex((each) => each.action === action) === index && !done.has(action));
  return [...unknown.flatMap(checkAction), ...contradictions];
}

function actionOf(step: JourneyStep): string[] {
  return step.kind === 'act' || step.kind === 'find' ? [step.action] : [];
}

/** Rules for an action that no shop behind the relay knows and no journey does. */
function checkAction(right: AuthoredRight): Finding[] {
  const known: readonly string[] = actionNames;
  const { action } = right;
  if (known.includes(action)) return [];
  const meant = known.find((name) => isSlipOf(action, name));
  const mend = meant === undefined ? 'Remove its rules, or name it in a journey (act).' : `Write ${meant}, if that is meant.`;
  return [warn(right, 'unknown-action', `there is no action "${action}", and no journey does it: its rules settle nothing`, mend)];
}

/** A rule that an earlier one always takes the decision from; with another right the two contradict each other. */
function checkReach(right: AuthoredRight, before: readonly AuthoredRight[]): Finding[] {
  const own = conditionOf(right);
  if (!canHold([own], { severalAtOnce: true }))
    return [warn(right, 'never-holds', `rule "${right.rule.id}" of ${right.action} can never hold`, 'Correct its "when".')];
  const cover = before.find((each) => !canHold([own, ['!', conditionOf(each)]], { severalAtOnce: true }));
  if (cover === undefined) return [];
  const names = `rule "${right.rule.id}" of ${right.action}`;
  if (cover.rule.right === right.rule.right)
    return [
      warn(right, 'unreachable', `${names} is never reached: "${cover.rule.id}" holds wherever it does`, 'Remove it, or put it first.'),
    ];
  const message = `${names} says ${right.rule.right} where "${cover.rule.id}" before it already says ${cover.rule.right}`;
  return [warn(right, 'contradicting-rights', message, 'Put the narrower rule first, or correct a condition.')];
}

function conditionOf({ rule }: AuthoredRight): Condition {
  return rule.when ?? true;
}

// Names of actions that hand out money where nothing limits them.
const costly = new Set(['give-credit']);

function checkLimits(right: AuthoredRight): Finding[] {
  const { rule, action } = right;
  const limits = rule.limits ?? [];
  const findings: Finding[] = [];
  if (limits.some(({ amount, times }) => amount?.minor === 0 || (times !== undefined && times.most <= 0)))
    findings.push(
      warn(right, 'limit-of-zero', `a limit of rule "${rule.id}" lets nothing pass`, 'Write "right: person", or raise the limit.'),
    );
  if (rule.right === 'auto' && costly.has(action) && limits.every(({ amount }) => amount === undefined))
    findings.push(
      warn(right, 'no-limit', `rule "${rule.id}" lets ${action} pass in any amount`, 'Add a limit, as in: limits: [{amount: 25 USD}]'),
    );
  if (limits.length > 0 && (rule.right === 'person' || rule.right === 'refuse'))
    findings.push(warn(right, 'no-limit', `the limits of rule "${rule.id}" limit nothing: it says ${rule.right}`, 'Remove them.'));
  return findings;
}

function checkLocales(right: AuthoredRight, locales: readonly string[]): Finding[] {
  const own = Object.keys(right.rule.because).map(languageOf);
  const missing = locales.filter((locale) => !own.includes(languageOf(locale)));
  if (missing.length === 0) return [];
  const message = `the reason of rule "${right.rule.id}" of ${right.action} has no words in ${missing.join(', ')}`;
  return [warn(right, 'missing-locale', message, `Add ${missing.join(', ')} to "because".`)];
}

function warn({ place, action }: AuthoredRight, rule: Finding['rule'], message: string, mend: string): Finding {
  return { level: 'warning', rule, place, message, mend, units: [action] };
}
