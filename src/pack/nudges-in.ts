import type { AuthoredNudge, AuthoredStep, NudgeWording } from '../content/authored-nudge.ts';
import type { Content } from '../content/unit.ts';
import type { Locale } from '../language/locale.ts';
import { offerAction } from '../nudge/decide-offer.ts';
import { defaultLimits, type NextStep, type Nudge, type NudgeSet, type Suggestion, type Topic } from '../nudge/nudge.ts';

/**
 * A site's nudges in one locale, by id. One that has no words in it is left out: nobody is spoken to unasked in another
 * language.
 */
export function nudgesIn(content: Content, locale: Locale): NudgeSet {
  const nudges = (content.nudges ?? []).flatMap((nudge) => {
    const wording = nudge.wordings.get(locale);
    return wording === undefined ? [] : [packed(nudge, wording, content, locale)];
  });
  return {
    limits: { ...defaultLimits, ...content.site.nudgeLimits },
    nudges,
    suggestions: suggestionsIn(content, locale),
    offerRules: (content.rights ?? []).filter(({ action }) => action === offerAction).map(({ rule }) => rule),
  };
}

/** Enough for a product to be asked about, few enough for a page to load unasked. */
const mostOfProduct = 4;
const mostSuggestions = 60;

/** What the site suggests, what nudges lead to, and the first units about each product. */
function suggestionsIn({ site, units, nudges = [] }: Content, locale: Locale): Suggestion[] {
  const wanted = new Set(site.suggestions);
  for (const { next } of nudges) {
    if (next.to === 'unit') wanted.add(next.id);
    if (next.to === 'topics') for (const unit of next.units) wanted.add(unit);
  }
  const perProduct = new Map<string, number>();
  return units
    .flatMap(({ id, variants, scope }): Suggestion[] => {
      const variant = variants.get(locale);
      const [product] = scope.product ?? [];
      const count = product === undefined ? mostOfProduct : (perProduct.get(product) ?? 0);
      if (variant === undefined || (count >= mostOfProduct && !wanted.has(id))) return [];
      if (product !== undefined) perProduct.set(product, count + 1);
      const folder = variant.place.file.split('/').at(-2);
      const about = [...(scope.product ?? []).map((each) => `product:${each}`), ...(folder === undefined ? [] : [`topic:${folder}`])];
      return [{ unit: id, title: variant.question, about }];
    })
    .slice(0, mostSuggestions);
}

function packed({ base, next, id }: AuthoredNudge, { question, variants }: NudgeWording, content: Content, locale: Locale): Nudge {
  const step = stepIn(next, question ?? '', content, locale);
  const title = step.to === 'question' ? step.text : 'title' in step ? (step.title ?? id) : '';
  const [first, ...others] = variants.map((variant) => ({ ...variant, action: variant.action ?? title }));
  if (first === undefined) throw new RangeError(`nudge ${id} says nothing`);
  return { ...base, next: step, variants: [first, ...others] };
}

function stepIn(next: AuthoredStep, question: string, content: Content, locale: Locale): NextStep {
  switch (next.to) {
    case 'unit':
    case 'guide':
    case 'journey':
      return { ...next, title: titleOf(next.to, next.id, content, locale) };
    case 'question':
      return { to: 'question', text: question };
    case 'offer':
      return { ...next, ...(next.unit === undefined ? {} : { title: titleOf('unit', next.unit, content, locale) }) };
    case 'topics':
      return { to: 'topics', topics: next.units.map((unit): Topic => ({ unit, title: titleOf('unit', unit, content, locale) })) };
    case 'link':
      return next;
  }
}

/** In the locale, else in the site's default. */
function titleOf(
  kind: 'unit' | 'guide' | 'journey',
  id: string,
  { site, units, guides = [], journeys = [] }: Content,
  locale: Locale,
): string {
  const pick = <Variant>(variants: ReadonlyMap<Locale, Variant> | undefined) =>
    variants?.get(locale) ?? variants?.get(site.locales[0]) ?? variants?.values().next().value;
  if (kind === 'unit') return pick(units.find((unit) => unit.id === id)?.variants)?.question ?? id;
  return (
    pick(
      (kind === 'guide' ? guides : journeys).find((each) => each.id === id)?.variants as ReadonlyMap<Locale, { title: string }> | undefined,
    )?.title ?? id
  );
}
