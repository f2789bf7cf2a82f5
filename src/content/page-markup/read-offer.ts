import type { PageOffer, PageReturns, PageShipping, SchemaNode } from '../page-facts.ts';
import { amountOf } from './amount.ts';
import { nodesOf, termsOf } from './json-ld.ts';
import { countriesOf, currencyOf, dateOf, lineOf, numberOf, truthOf } from './schema-values.ts';

const mostPolicies = 50;

/** An Offer, an AggregateOffer with the offers in it, or several. `name` tells a variant from the others. */
export function readOffers(value: unknown, name?: string): PageOffer[] {
  return nodesOf(value).flatMap((node): PageOffer[] => {
    const offer = readOffer(node, name);
    const inner = readOffers(withoutOffers(node.offers), name);
    // The range of an AggregateOffer stands for the prices of the offers in it.
    return offer.price === undefined ? [offer, ...inner] : [offer, ...inner.map(({ price: _, highPrice: __, ...rest }) => rest)];
  });
}

/** Offers do not nest deeper than once; a cyclic graph would. */
function withoutOffers(value: unknown): SchemaNode[] {
  return nodesOf(value).map((node) => ({ ...node, offers: undefined }));
}

function readOffer(node: SchemaNode, variant: string | undefined): PageOffer {
  const money = moneyOf(node);
  const availability = termsOf(node.availability)[0];
  return {
    ...(variant === undefined ? {} : { name: variant }),
    ...optional('title', lineOf(node.name)),
    ...optional('sku', lineOf(node.sku, 60)),
    ...money,
    ...(availability === undefined ? {} : { availability }),
    ...optional('availableFrom', dateOf(node.availabilityStarts)),
    ...optional('validUntil', dateOf(node.priceValidUntil) ?? dateOf(node.validThrough)),
    shipping: nodesOf(node.shippingDetails).slice(0, mostPolicies).flatMap(readShipping),
    returns: nodesOf(node.hasMerchantReturnPolicy).slice(0, mostPolicies).flatMap(readReturns),
  };
}

function optional<Name extends string, Value>(name: Name, value: Value | undefined): { readonly [Each in Name]?: Value } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [Each in Name]?: Value });
}

function moneyOf(node: SchemaNode): Pick<PageOffer, 'price' | 'highPrice' | 'currency' | 'taxIncluded'> {
  const details = nodesOf(node.priceSpecification).find(isPlainPrice);
  const currency = currencyOf(node.priceCurrency, details?.priceCurrency);
  const amount = (...values: unknown[]) => {
    for (const value of values) {
      const read = amountOf(Array.isArray(value) ? value[0] : value, currency);
      // Shops write a zero where the price is told on request.
      if (read !== undefined && read > 0) return read;
    }
    return undefined;
  };
  const price = amount(node.price, node.lowPrice, details?.price, details?.minPrice);
  const high = amount(node.highPrice, details?.maxPrice);
  const tax = truthOf(node.valueAddedTaxIncluded ?? details?.valueAddedTaxIncluded);
  return {
    ...optional('price', price),
    ...(price !== undefined && high !== undefined && high > price ? { highPrice: high } : {}),
    ...optional('currency', currency),
    ...optional('taxIncluded', tax),
  };
}

/** Not a price that is struck out, for members only, by instalments, or for another amount than one piece. */
function isPlainPrice(details: SchemaNode): boolean {
  const type = termsOf(details.priceType)[0] ?? '';
  const special = ['validForMemberTier', 'billingDuration', 'billingIncrement', 'eligibleQuantity'];
  const isPerUnit = details.referenceQuantity !== undefined && nodesOf(details.referenceQuantity)[0]?.valueReference === undefined;
  return !/List|Strike|MSRP|SRP|Regular/i.test(type) && !isPerUnit && special.every((name) => details[name] === undefined);
}

function readShipping(node: SchemaNode): PageShipping[] {
  const places = nodesOf(node.shippingDestination);
  const isRefused = truthOf(node.doesNotShip) === true;
  const rate = nodesOf(node.shippingRate)[0];
  const currency = currencyOf(rate?.currency, rate?.priceCurrency);
  const price = rate === undefined ? undefined : amountOf(rate.value ?? rate.price, currency);
  const days = isRefused ? undefined : deliveryDays(nodesOf(node.deliveryTime)[0]);
  if (!isRefused && price === undefined && days === undefined && places.length === 0) return [];
  const terms = {
    ...(isRefused ? { isRefused } : { ...optional('price', price), ...optional('currency', currency) }),
    ...optional('days', days),
  };
  if (places.length === 0) return [{ ...terms, countries: [] }];
  return places.slice(0, mostPolicies).map((place) => {
    const regions = countriesOf(place.addressRegion ?? place.postalCode ?? place.postalCodePrefix ?? place.postalCodeRange);
    return { ...terms, countries: countriesOf(place.addressCountry ?? place.name), ...(regions.length === 0 ? {} : { regions }) };
  });
}

/** Handling and transit together; without a transit time nothing is known of the arrival. */
function deliveryDays(time: SchemaNode | undefined): { from: number; to: number } | undefined {
  const handling = daysOf(time?.handlingTime) ?? { from: 0, to: 0 };
  const transit = daysOf(time?.transitTime);
  return transit === undefined ? undefined : { from: handling.from + transit.from, to: handling.to + transit.to };
}

function daysOf(value: unknown): { from: number; to: number } | undefined {
  const [node] = nodesOf(value);
  const unit = lineOf(node?.unitCode ?? node?.unitText, 20) ?? 'DAY';
  const exact = numberOf(node === undefined ? value : node.value);
  const from = numberOf(node?.minValue) ?? exact;
  const to = numberOf(node?.maxValue) ?? exact;
  if (to === undefined || !/^(?:d|day|days)$/i.test(unit) || (from !== undefined && from > to)) return undefined;
  return { from: from ?? 0, to };
}

/** Whether the kinds of policy let a product be returned. */
const windows = new Map([
  ['MerchantReturnFiniteReturnWindow', true],
  ['MerchantReturnUnlimitedWindow', true],
  ['MerchantReturnNotPermitted', false],
]);

/** A policy that says neither what kind it is nor for how many days says nothing. */
function readReturns(node: SchemaNode): PageReturns[] {
  const days = numberOf(node.merchantReturnDays);
  const accepted = windows.get(termsOf(node.returnPolicyCategory)[0] ?? '') ?? (days === undefined || days === 0 ? undefined : true);
  if (accepted === undefined) return [];
  const fees = termsOf(node.returnFees)[0];
  return [
    {
      countries: countriesOf(node.applicableCountry),
      accepted,
      ...(accepted && days !== undefined && days > 0 ? { days } : {}),
      ...(accepted && fees !== undefined ? { free: fees === 'FreeReturn' } : {}),
    },
  ];
}
