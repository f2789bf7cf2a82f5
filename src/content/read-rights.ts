import type * as v from 'valibot';
import type { ReturnPlace } from '../journey/journey.ts';
import type { Locale } from '../language/locale.ts';
import { compileCondition } from '../policy/compile-condition.ts';
import type { Condition } from '../policy/condition.ts';
import type { Money } from '../policy/money.ts';
import { moneyForm, readMoney } from '../policy/read-money.ts';
import type { RightLimit, RightRule, Rights } from '../policy/rights.ts';
import { defaultRiskLimits, type RiskLimit, type RiskLimits, type Stake } from '../policy/risk.ts';
import { authoredLocale, localeMend } from './authored-locale.ts';
import type { IssueList } from './issue.ts';
import type { placesSchema, RightsFile, RiskFile } from './rights-schema.ts';
import type { Place } from './unit.ts';
import { cleanLine } from './unit-draft.ts';

/** A rule of decision rights, with where it stands. */
export interface AuthoredRight {
  readonly action: string;
  readonly rule: RightRule;
  readonly place: Place;
}

type PlaceAt = (path: readonly PropertyKey[]) => Place;
type AuthoredRule = RightsFile[string][number];

/** Reads `policy.rights`, or adds issues; a rule that has any is left out. */
export function readRights(file: RightsFile, defaultLocale: Locale, placeAt: PlaceAt, issues: IssueList): AuthoredRight[] {
  return Object.entries(file).flatMap(([action, rules]) =>
    rules.flatMap((authored, index) => {
      const path = ['policy', 'rights', action, index];
      if (rules.findIndex(({ id }) => id === authored.id) !== index)
        issues.add(placeAt([...path, 'id']), `"${authored.id}" stands here a second time`, 'Give one of the two rules another id.');
      const rule = ruleOf(authored, defaultLocale, (key) => placeAt([...path, ...key]), issues);
      return rule === undefined ? [] : [{ action, rule, place: placeAt(path) }];
    }),
  );
}

/** Reads `policy.places`, or adds issues. */
export function readPlaces(file: v.InferOutput<typeof placesSchema>, placeAt: PlaceAt, issues: IssueList): ReturnPlace[] {
  return file.map(({ when, name, street, postcode, city, region, country }, index) => {
    const condition = when === undefined ? undefined : conditionOf(when, placeAt(['policy', 'places', index, 'when']), issues);
    return {
      ...(condition === undefined ? {} : { when: condition }),
      address: {
        ...(name === undefined ? {} : { name }),
        street,
        ...(postcode === undefined ? {} : { postcode }),
        city,
        ...(region === undefined ? {} : { region }),
        country,
      },
    };
  });
}

/** Reads `policy.risk`, or adds issues; what a site leaves out of a kind is as it is by default. */
export function readRisk(file: RiskFile, placeAt: PlaceAt, issues: IssueList): RiskLimits {
  const limits: Partial<Record<Stake, RiskLimit>> = {};
  for (const stake of ['money', 'safety', 'legal'] as const) {
    const { sure = defaultRiskLimits[stake].sure, amounts = [] } = file[stake] ?? {};
    const read = amounts.flatMap((amount, index) => amountOf(amount, placeAt(['policy', 'risk', stake, 'amounts', index]), issues) ?? []);
    if (file[stake] !== undefined) limits[stake] = { sure, ...(read.length === 0 ? {} : { amounts: read }) };
  }
  return limits;
}

function amountOf(amount: string, place: Place, issues: IssueList): Money | undefined {
  const money = readMoney(amount);
  if (money === undefined) issues.add(place, `"${amount}" is no amount: it takes ${moneyForm}`, 'Write it as in: 25 USD');
  return money;
}

/** What a pack carries of them. */
export function rightsOf(authored: readonly AuthoredRight[]): Rights {
  const rights: Record<string, RightRule[]> = {};
  for (const { action, rule } of authored) rights[action] = [...(Object.hasOwn(rights, action) ? (rights[action] ?? []) : []), rule];
  return rights;
}

function ruleOf({ id, when, right, limits, because }: AuthoredRule, locale: Locale, placeAt: PlaceAt, issues: IssueList) {
  const condition = when === undefined ? undefined : conditionOf(when, placeAt(['when']), issues);
  const read = limits.map((limit, index) => limitOf(limit, locale, (key) => placeAt(['limits', index, ...key]), issues));
  if ((when !== undefined && condition === undefined) || read.includes(undefined)) return undefined;
  const rule: RightRule = {
    id,
    ...(condition === undefined ? {} : { when: condition }),
    right,
    ...(read.length === 0 ? {} : { limits: read as RightLimit[] }),
    because: wordsOf(because, locale, placeAt(['because']), issues),
  };
  return rule;
}

function conditionOf(text: string, place: Place, issues: IssueList): Condition | undefined {
  try {
    return compileCondition(text);
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    issues.add(place, message, 'Write it as in: market in ["EU", "GB"] && daysSince(order.placed) <= 30');
    return undefined;
  }
}

function limitOf(
  { amount, times, within = 'year', because }: AuthoredRule['limits'][number],
  locale: Locale,
  placeAt: PlaceAt,
  issues: IssueList,
): RightLimit | undefined {
  const money = amount === undefined ? undefined : amountOf(amount, placeAt(['amount']), issues);
  if (amount !== undefined && money === undefined) return undefined;
  if (money === undefined && times === undefined) {
    issues.add(placeAt([]), 'the limit says neither how much nor how often', 'Add "amount" or "times".');
    return undefined;
  }
  return {
    ...(money === undefined ? {} : { amount: money }),
    ...(times === undefined ? {} : { times: { most: times, within } }),
    ...(because === undefined ? {} : { because: wordsOf(because, locale, placeAt(['because']), issues) }),
  };
}

function wordsOf(words: AuthoredRule['because'], locale: Locale, place: Place, issues: IssueList): RightRule['because'] {
  if (typeof words === 'string') return { [locale]: cleanLine(words) };
  const read: [Locale, string][] = [];
  for (const [tag, text] of Object.entries(words)) {
    const known = authoredLocale(tag);
    if (known === undefined) issues.add(place, `"${tag}" is not a locale`, localeMend);
    else read.push([known, cleanLine(text)]);
  }
  return Object.fromEntries(read);
}
