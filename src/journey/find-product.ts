import type { ConditionContext } from '../policy/condition.ts';
import type { Money } from '../policy/money.ts';
import { productsIn, slotValue } from './facts.ts';
import type { Journey, JourneySlot } from './journey.ts';
import type { JourneyEvent, JourneyState } from './journey-state.ts';
import type { JourneyTongue } from './journey-tongue.ts';
import type { LikelyProduct, Product } from './product.ts';
import { aliveShare, type Facet, facetKey, facetOf, nextSplit, rangeWith } from './product-facets.ts';
import { rankProducts, type TellingWord, type Wish } from './rank-products.ts';
import { readAmount } from './slots/read-amount.ts';
import { type Choosable, readChoices } from './slots/read-choices.ts';

/** Slots that no journey declares begin so; the facet follows. */
const splitPrefix = 'by:';
/** After so many questions the products are shown, whatever they left open. */
const mostSplits = 3;
/** From this likelihood on no question would change what is shown first. */
const plainFrom = 0.85;
/** Most products that are shown side by side: as many as a phone's height. */
const mostShown = 3;

/** What to ask next of a visitor who looks for a product, or the products to show side by side, best first. */
export type Finding =
  | { readonly kind: 'ask'; readonly slot: JourneySlot }
  | { readonly kind: 'show'; readonly wish: Wish; readonly likely: readonly LikelyProduct[] };

/** Undefined where there is no product to find. */
export function findProduct(journey: Journey, state: JourneyState, facts: ConditionContext, tongue: JourneyTongue): Finding | undefined {
  const products = productsIn(facts);
  if (products.length === 0) return undefined;
  const wish = wishOf(journey, state, products, tongue);
  const likely = rankProducts(products, wish, tongue);
  const asked = new Set(splitEvents(state.events).map(({ slot }) => slot.slice(splitPrefix.length)));
  const [first] = likely;
  const isPlain = first !== undefined && first.likelihood >= plainFrom;
  const split = isPlain || asked.size >= mostSplits ? undefined : nextSplit(likely, asked, tongue.phrases.ranges, tongue.locale);
  if (split === undefined) return { kind: 'show', wish, likely: likely.filter(isWorthShowing).slice(0, mostShown) };
  const { facet, choices } = split;
  return {
    kind: 'ask',
    slot: { id: `${splitPrefix}${facetKey(facet)}`, type: 'one-of', ask: askFor(facet, tongue), isOptional: true, choices },
  };
}

/** One alone cannot be compared, so a second one is always shown. */
function isWorthShowing({ likelihood }: LikelyProduct, index: number, [first]: readonly LikelyProduct[]): boolean {
  return index < 2 || likelihood >= aliveShare * (first?.likelihood ?? 0);
}

function askFor(facet: Facet, { phrases: say }: JourneyTongue): string {
  if (facet.kind === 'category') return say.whatKind;
  return facet.kind === 'price' ? say.whatPrice : say.whatFeature.replace('{feature}', facet.name);
}

type SplitEvent = Extract<JourneyEvent, { kind: 'slot' | 'passed' }>;

function splitEvents(events: readonly JourneyEvent[]): SplitEvent[] {
  return events.filter(
    (event): event is SplitEvent => (event.kind === 'slot' || event.kind === 'passed') && event.slot.startsWith(splitPrefix),
  );
}

function wishOf(journey: Journey, state: JourneyState, products: readonly Product[], tongue: JourneyTongue): Wish {
  const needs = journey.slots.flatMap(({ id, type }) => (type === 'need' ? [slotValue(state.events, id)] : []));
  const hints = state.events.flatMap((event) => (event.kind === 'hint' ? [event.words] : []));
  const told = [state.opening, ...needs.filter((need) => typeof need === 'string'), ...hints];
  const currency = products.find(({ price }) => price !== undefined)?.price?.currency;
  const budgets = told.flatMap((words) => readAmount(words) ?? []).filter((amount) => amount.currency === currency);
  const budget: Money | undefined = budgets.at(-1);
  return {
    words: telling(told.join('\n'), journey, tongue),
    ...(budget && { budget }),
    answers: splitEvents(state.events).flatMap((event) => {
      const facet = facetOf(event.slot.slice(splitPrefix.length));
      return event.kind === 'slot' && facet !== undefined ? [{ facet, choice: String(event.value) }] : [];
    }),
  };
}

/** Function words and pieces of words tell nothing. */
const leastWeight = 0.7;

/** The words that may tell what is needed: without numbers, single letters, and those with which anybody starts this journey. */
export function telling(words: string, { title, phrasings }: Journey, { locale, tokenize }: JourneyTongue): TellingWord[] {
  const common = new Set([title, ...phrasings].flatMap((phrasing) => tokenize(phrasing, locale).map(({ term }) => term)));
  return words.split(/[\s\p{P}]+/u).flatMap((chunk) =>
    tokenize(chunk, locale)
      .filter(({ term, weight }) => weight >= leastWeight && term.length > 1 && !/^\p{N}/u.test(term) && !common.has(term))
      // Where words are not parted by spaces the chunk may be a whole sentence.
      .map(({ term, word }) => ({ term, shown: chunk.length <= 2 * word.length ? chunk : word })),
  );
}

/** A reply to a question that sets products apart: an amount falls into its range, all else names a choice. */
export function readSplit(text: string, slot: JourneySlot, choices: readonly Choosable[], tongue: JourneyTongue, currency?: string) {
  const amount = slot.id === `${splitPrefix}price` ? readAmount(text, currency) : undefined;
  if (amount !== undefined) return rangeWith(amount.minor, choices);
  const chosen = readChoices(text, choices, tongue);
  return chosen?.length === 1 ? chosen[0] : undefined;
}
