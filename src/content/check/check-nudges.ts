import { offerAction } from '../../nudge/decide-offer.ts';
import type { Condition } from '../../policy/condition.ts';
import type { Money } from '../../policy/money.ts';
import type { RightLimit, RightRule } from '../../policy/rights.ts';
import type { AuthoredNudge } from '../authored-nudge.ts';
import type { Content } from '../unit.ts';
import type { Finding } from './finding.ts';
import { canHold } from './possible-scope.ts';

/** What keeps a nudge from ever showing, or has two contend for one moment. */
export function checkNudges({ site, nudges = [], rights = [] }: Content, today: string): Finding[] {
  const rules = rights.filter(({ action }) => action === offerAction).map(({ rule }) => rule);
  return [
    ...nudges.flatMap((nudge) => [
      ...checkDue(nudge, today),
      ...checkHoldOut(nudge),
      ...checkLocales(nudge, site.locales),
      ...checkOffer(nudge, rules, today),
    ]),
    ...checkMoments(nudges),
  ];
}

/** An offer that no rule can let pass is never made. */
function checkOffer({ id, base, next, placeOf }: AuthoredNudge, rules: readonly RightRule[], today: string): Finding[] {
  if (next.to !== 'offer') return [];
  const isThis: Condition = ['==', ['get', 'args.offer'], next.code];
  const reached = rules.slice(0, rules.findIndex(({ when }) => when === undefined) + 1 || rules.length);
  const canPass = reached.some(({ when = true, right, limits = [] }) => {
    const isLenient = right === 'auto' || right === 'confirm';
    return isLenient && isWithin(next.amount, limits) && canHold([isThis, when, base.when ?? true], { from: today, severalAtOnce: true });
  });
  if (canPass) return [];
  const message = `nudge "${id}" offers ${next.code}, which no rule for ${offerAction} lets pass, so it is never shown`;
  const mend = `Add a rule under policy.rights.${offerAction} in edge-agent.yaml, as in: {id: ${id}, when: 'args.offer == "${next.code}"', right: auto, because: …}`;
  return [{ level: 'warning', rule: 'not-allowed', place: placeOf(['next', 'offer']), message, mend, units: [id] }];
}

function isWithin(amount: Money | undefined, limits: readonly RightLimit[]): boolean {
  const own = limits.flatMap((limit) => limit.amount ?? []);
  return own.length === 0 || own.some(({ currency, minor }) => amount?.currency === currency && amount.minor <= minor);
}

function checkDue(nudge: AuthoredNudge, today: string): Finding[] {
  const { id, base, expires, placeOf } = nudge;
  const find = (path: string, rule: Finding['rule'], message: string, mend: string): Finding => ({
    level: 'warning',
    rule,
    place: placeOf([path]),
    message: `nudge "${id}" ${message}`,
    mend,
    units: [id],
  });
  if (expires !== undefined && expires < today)
    return [find('valid', 'validity-over', `ended on ${expires}`, 'Set a new last day, or remove the nudge.')];
  const findings: Finding[] = [];
  const conditions = [base.when, base.trigger.on === 'known-problem' ? base.trigger.where : undefined].filter((each) => each !== undefined);
  if (conditions.length > 0 && !canHold(conditions, { from: today, severalAtOnce: true }))
    findings.push(find('when', 'never-holds', 'is for nobody: its conditions contradict one another', 'Correct the conditions.'));
  const { quiet, trigger, until, coolDown, cap } = base;
  if (quiet !== undefined && quiet.from === quiet.to)
    findings.push(find('quiet-hours', 'never-due', 'is silent around the clock', 'Let the quiet hours end at another time.'));
  if (trigger.on === 'event' && until?.includes(trigger.event))
    findings.push(find('until', 'never-due', `ends with the event that calls it, ${trigger.event}`, 'Name another event.'));
  if (trigger.on === 'date' && trigger.before + trigger.after === 0)
    findings.push(find('trigger', 'never-due', 'has one single day', 'Give "before" or "after" some days.'));
  const spans = { visit: 0, day: 1440, week: 7 * 1440, month: 30 * 1440, ever: Number.POSITIVE_INFINITY };
  if (cap.times > 1 && coolDown > spans[cap.per] && cap.per !== 'visit')
    findings.push(
      find(
        'cool-down',
        'never-due',
        `has a cool-down longer than a ${cap.per}, so it never shows ${cap.times} times in one`,
        'Correct one of the two.',
      ),
    );
  return findings;
}

/** Whoever does not see a nudge cannot take its step, so without an event each nudge would look like a success. */
function checkHoldOut({ id, base, placeOf }: AuthoredNudge): Finding[] {
  if (base.holdOut === 0 || base.success !== undefined) return [];
  const message = `nudge "${id}" holds visitors back but names no event that shows that it helped, so nothing can be compared`;
  const mend = 'Add the event, as in: success: {event: order.placed, within: 1 day}. Or remove "hold-out".';
  return [{ level: 'warning', rule: 'no-success', place: placeOf(['hold-out']), message, mend, units: [id] }];
}

function checkLocales({ id, wordings, placeOf }: AuthoredNudge, locales: Content['site']['locales']): Finding[] {
  const missing = locales.filter((locale) => !wordings.has(locale));
  if (missing.length === 0) return [];
  const message = `nudge "${id}" has no words in ${missing.join(', ')}; visitors there do not see it`;
  return [{ level: 'note', rule: 'missing-locale', place: placeOf(['message']), message, mend: 'Add them to "message".', units: [id] }];
}

/** Two of the same rank for the same moment: which of them shows is left to their ids. */
function checkMoments(nudges: readonly AuthoredNudge[]): Finding[] {
  const seen = new Map<string, AuthoredNudge>();
  const findings: Finding[] = [];
  for (const nudge of nudges) {
    const { trigger, pages, when, priority } = nudge.base;
    const moment = JSON.stringify([trigger, pages ?? null, when ?? null, priority]);
    const other = seen.get(moment);
    if (other !== undefined)
      findings.push({
        level: 'warning',
        rule: 'same-moment',
        place: nudge.placeOf(['trigger']),
        message: `nudges "${other.id}" and "${nudge.id}" are for the same moment with the same priority`,
        mend: 'Give one of them the higher priority, or make them variants of one.',
        units: [other.id, nudge.id],
      });
    else seen.set(moment, nudge);
  }
  return findings;
}
