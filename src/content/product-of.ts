import type { Product, ProductOffer } from '../journey/product.ts';
import { type Money, moneyOf } from '../policy/money.ts';
import type { PageOffer, PageProduct } from './page-facts.ts';

/** More features or offers make a pack heavy and no comparison clearer. */
const mostFeatures = 30;
const mostOffers = 20;

/** A product of schema.org markup as journeys know it. */
export function productOf({ id, name, url, category = [], description, sku, offers, properties }: PageProduct): Product {
  const sold = offers.slice(0, mostOffers).flatMap((offer, index) => offerOf(offer, name, index === 0 ? sku : undefined));
  const price = lowest(offers.flatMap((offer) => priceOf(offer) ?? []));
  return {
    id: id ?? sku ?? name,
    title: name,
    ...(description === undefined ? {} : { description }),
    category,
    ...(price && { price }),
    ...(url === undefined ? {} : { href: url }),
    features: properties.slice(0, mostFeatures),
    offers: sold,
  };
}

function offerOf(offer: PageOffer, product: string, first: string | undefined): ProductOffer[] {
  const sku = offer.sku ?? first;
  const price = priceOf(offer);
  if (sku === undefined) return [];
  // Where nothing is said of it, it can be had.
  const isInStock = offer.availability === undefined || /^(?:InStock|LimitedAvailability|OnlineOnly)$/.test(offer.availability);
  return [{ sku, name: offer.name ?? offer.title ?? product, ...(price && { price }), isInStock }];
}

function priceOf({ price, currency }: PageOffer): Money | undefined {
  return price === undefined || currency === undefined ? undefined : moneyOf(String(price), currency);
}

/** Undefined where prices are in several currencies. */
function lowest(prices: readonly Money[]): Money | undefined {
  const [first, ...rest] = prices;
  if (rest.some(({ currency }) => currency !== first?.currency)) return undefined;
  return prices.reduce((least, price) => (price.minor < least.minor ? price : least), first as Money);
}
