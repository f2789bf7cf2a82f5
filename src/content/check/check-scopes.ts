import { type Content, scopeCondition, type Unit } from '../unit.ts';
import { type Finding, placeOf } from './finding.ts';
import { canHold } from './possible-scope.ts';

/** Units that no visitor will ever be answered from. */
export function checkScopes({ site, units }: Content, today: string): Finding[] {
  return units.flatMap((unit): Finding[] => {
    const condition = scopeCondition(unit.scope);
    if (condition === true) return [];
    const quotes = unit.scope.when === undefined ? ['valid:'] : ['when:', 'valid:'];
    const finding = (rule: 'never-holds' | 'validity-over', message: string, mend: string): Finding[] => [
      { level: 'warning', rule, place: placeOf(unit, site), message, mend, units: [unit.id], quotes },
    ];
    if (unit.scope.to !== undefined && unit.scope.to < today) {
      return finding('validity-over', `unit "${unit.id}" was valid until ${unit.scope.to}`, 'Remove it, or give it a new "valid.to".');
    }
    if (!canHold([condition], { severalAtOnce: true })) {
      return finding(
        'never-holds',
        `the conditions of unit "${unit.id}" contradict one another: nobody gets its answer`,
        'Correct its "when" or its scope.',
      );
    }
    if (!canHold([condition], { severalAtOnce: true, from: today })) {
      return finding('validity-over', `the conditions of unit "${unit.id}" hold only before ${today}`, 'Remove it, or correct its dates.');
    }
    return [];
  });
}

/** Whether a visitor can be within the scopes of two units at once. Those of two products are told apart by the product. */
export function scopesOverlap(a: Unit, b: Unit): boolean {
  const conditions = [scopeCondition(a.scope), scopeCondition(b.scope)];
  return conditions.every((each) => each === true) || canHold(conditions, { severalAtOnce: false });
}
