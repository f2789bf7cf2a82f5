import { fill } from '../../answer/phrases/phrases.ts';
import type { PageOffer, PageProduct, PageReturns, PageShipping } from '../page-facts.ts';
import { list, paragraph } from './blocks.ts';
import type { Formats } from './formats.ts';
import { type PageWords, type State, states } from './page-words.ts';
import { expand } from './phrasings.ts';
import type { Topic } from './topic.ts';

const mostAskedPlaces = 30;

/** Price, availability, shipping and returns of a product, as far as its offers tell them. */
export function offerTopics({ name, offers }: PageProduct, words: PageWords, formats: Formats): Topic[] {
  const shipping = offers.flatMap((offer) => offer.shipping);
  const returns = offers.flatMap((offer) => offer.returns);
  return [
    priceTopic(name, offers, words, formats),
    availabilityTopic(name, offers, words, formats),
    shippingTopic(shipping, words, formats),
    returnsTopic(returns, words, formats),
  ].flatMap((topic) => topic ?? []);
}

type PricedOffer = PageOffer & { readonly price: number };

function priceTopic(name: string, offers: readonly PageOffer[], words: PageWords, formats: Formats): Topic | undefined {
  const { ask, labels, say } = words;
  const priced = offers.filter((offer): offer is PricedOffer => offer.price !== undefined);
  if (priced.length === 0) return undefined;
  const currencies = distinct(priced.map(({ currency }) => currency));
  const until = onlyOne(priced.map(({ validUntil }) => validUntil));
  const tax = onlyOne(priced.map(({ taxIncluded }) => taxIncluded));
  const total = fill(say.price, { name, price: currencies.map((currency) => rangeOf(priced, currency, formats)).join(' / ') });
  const isUniform = distinct(priced.map(({ price }) => price)).length === 1;
  const variants = isUniform ? [] : priced.filter((offer) => offer.name !== undefined);
  return {
    id: 'price',
    label: labels.price,
    ways: [...expand(ask.price), ...formats.currencies(currencies).map((currency) => `${labels.price} ${currency}`)],
    answer: [
      paragraph(joined([total, tax === undefined ? '' : tax ? say.withTax : say.withoutTax], words)),
      ...list(
        variants.map((offer) => `${offer.name}${say.colon}${formats.money(offer.price, offer.highPrice ?? offer.price, offer.currency)}`),
      ),
      ...(until === undefined ? [] : [paragraph(fill(say.until, { date: formats.date(until) }))]),
    ],
    isNamed: true,
  };
}

function rangeOf(offers: readonly PricedOffer[], currency: string | undefined, formats: Formats): string {
  const own = offers.filter((offer) => offer.currency === currency);
  const from = Math.min(...own.map(({ price }) => price));
  return formats.money(from, Math.max(...own.map(({ price, highPrice }) => highPrice ?? price)), currency);
}

/** Other names of states that there are words for. */
const sameState = new Map<string, State>([
  ['SoldOut', 'OutOfStock'],
  ['PreSale', 'PreOrder'],
]);

function stateOf({ availability = '' }: PageOffer): State | undefined {
  return sameState.get(availability) ?? states.find((state) => state === availability);
}

function stateText(state: State, words: PageWords): string {
  return words.states[states.indexOf(state)] ?? '';
}

function availabilityTopic(name: string, offers: readonly PageOffer[], words: PageWords, formats: Formats): Topic | undefined {
  const { ask, labels, say } = words;
  const known = offers.flatMap((offer) => {
    const state = stateOf(offer);
    return state === undefined ? [] : [{ ...offer, state }];
  });
  // Of several sellers one who has it is enough.
  const best = states.find((each) => known.some(({ state }) => state === each));
  if (best === undefined) return undefined;
  const variants = known.filter((offer) => offer.name !== undefined);
  const differs = variants.length > 1 && distinct(variants.map(({ state }) => state)).length > 1;
  const from = onlyOne(known.map(({ availableFrom }) => availableFrom));
  return {
    id: 'availability',
    label: labels.availability,
    ways: expand(ask.availability),
    answer: [
      paragraph(`${name}${say.colon}${differs ? '' : stateText(best, words)}`.trimEnd()),
      ...(differs ? list(variants.map((offer) => `${offer.name}${say.colon}${stateText(offer.state, words)}`)) : []),
      ...(from === undefined ? [] : [paragraph(fill(say.from, { date: formats.date(from) }))]),
    ],
    isNamed: true,
  };
}

function shippingTopic(shipping: readonly PageShipping[], words: PageWords, formats: Formats): Topic | undefined {
  const { ask, labels } = words;
  const lines = distinct(shipping.map((each) => shippingLine(each, words, formats)).filter((line) => line !== ''));
  if (lines.length === 0) return undefined;
  const countries = formats.places(distinct(shipping.flatMap((each) => each.countries)).slice(0, mostAskedPlaces));
  return {
    id: 'shipping',
    label: labels.shipping,
    ways: [
      ...expand(ask.shipping),
      ...(shipping.some(({ price }) => price !== undefined) ? expand(ask.shippingCost) : []),
      ...(shipping.some(({ days }) => days !== undefined) ? filled(expand(ask.shippingTime), 'weekday', formats.weekdays()) : []),
      ...(countries.length > 0 ? filled(expand(ask.shippingPlace), 'country', countries) : []),
    ],
    answer: lines.length === 1 ? lines.map(paragraph) : list(lines),
    isNamed: false,
  };
}

/** Each way that has the place, with each of the values in it; the others as they are. */
function filled(ways: readonly string[], place: string, values: readonly string[]): string[] {
  return ways.flatMap((way) => (way.includes(`{${place}}`) ? values.map((value) => way.replace(`{${place}}`, () => value)) : [way]));
}

function shippingLine(
  { countries, regions = [], isRefused, price, currency, days }: PageShipping,
  words: PageWords,
  formats: Formats,
): string {
  const { labels, say } = words;
  const names = formats.list(formats.places(countries));
  const places = [names, formats.list(regions)].filter((each) => each !== '').join(say.colon);
  const label = (text: string) => (places === '' ? text : isFullWidth(words) ? `${text}（${places}）` : `${text} (${places})`);
  if (isRefused === true) return places === '' ? '' : label(say.noShipping);
  const cost = price === undefined ? '' : price === 0 ? say.free : formats.money(price, price, currency);
  const time = days === undefined ? '' : fill(say.time, { days: formats.days(days.from, days.to) });
  const terms = [cost, time].filter((each) => each !== '').join(say.comma);
  return terms === '' ? '' : `${label(labels.shipping)}${say.colon}${terms}`;
}

function returnsTopic(returns: readonly PageReturns[], words: PageWords, formats: Formats): Topic | undefined {
  const { ask, labels } = words;
  const lines = distinct(returns.map((each) => returnsLine(each, words, formats)));
  if (lines.length === 0) return undefined;
  return {
    id: 'returns',
    label: labels.returns,
    ways: expand(ask.returns),
    answer: lines.length === 1 ? lines.map(paragraph) : list(lines),
    isNamed: false,
  };
}

function returnsLine({ countries, accepted, days, free }: PageReturns, words: PageWords, formats: Formats): string {
  const { say } = words;
  const places = countries.length === 0 ? '' : `${formats.list(formats.places(countries))}${say.colon}`;
  if (!accepted) return `${places}${say.noReturns}`;
  const sentences = [
    say.returns,
    days === undefined ? '' : fill(say.period, { days: formats.days(days, days) }),
    free === undefined ? '' : free ? say.freeReturns : say.paidReturns,
  ];
  return `${places}${joined(sentences, words)}`;
}

/** Sentences one after the other; languages that write full-width marks put no space between. */
function joined(sentences: readonly string[], words: PageWords): string {
  return sentences.filter((sentence) => sentence !== '').join(isFullWidth(words) ? '' : ' ');
}

function isFullWidth({ say }: PageWords): boolean {
  return say.colon === '：';
}

function distinct<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values)];
}

/** The value that all have, or undefined where they differ. */
function onlyOne<Value>(values: readonly Value[]): Value | undefined {
  const [value, ...others] = distinct(values);
  return others.length === 0 ? value : undefined;
}
