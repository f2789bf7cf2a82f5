import type { Zone } from './facts.ts';
import type { Product } from './products.ts';
import type { Store } from './store.ts';

/** Fees for returns of those who changed their mind, where there are any; `facts.yaml`, `returns.cost_change_of_mind`. */
const returnFees: Readonly<Record<string, { readonly value: number; readonly currency: string }>> = {
  JP: { value: 900, currency: 'JPY' },
  BR: { value: 60, currency: 'BRL' },
  AE: { value: 20, currency: 'USD' },
  KZ: { value: 20, currency: 'EUR' },
};

/** What a product page says of its product in schema.org's words. */
export function productData(store: Store, product: Product): unknown {
  const { help, locale, region } = store;
  const url = help.siteUrl + store.address(`/products/${product.id}`);
  const price = store.price(product);
  return {
    '@context': 'https://schema.org',
    '@type': 'Product',
    '@id': url,
    name: product.name,
    description: product.description,
    inLanguage: locale,
    category: product.category,
    brand: { '@type': 'Brand', name: product.brand },
    model: product.model,
    mpn: product.model,
    sku: product.variants[0].sku,
    gtin13: product.variants[0].gtin13,
    releaseDate: product.released,
    image: product.variants.map(({ image }) => help.siteUrl + image),
    color: product.variants.map(({ colour }) => colour),
    aggregateRating: {
      '@type': 'AggregateRating',
      ratingValue: product.rating.value,
      bestRating: 5,
      ratingCount: product.rating.count,
    },
    additionalProperty: [
      ...product.specs.map(({ label, value }) => ({ '@type': 'PropertyValue', name: label, value })),
      { '@type': 'PropertyValue', name: store.say('product.box'), value: product.inTheBox.join(', ') },
    ],
    offers: product.variants.map(({ sku, gtin13, colour, isInStock, image }) => ({
      '@type': 'Offer',
      name: colour,
      url,
      sku,
      gtin13,
      image: help.siteUrl + image,
      price,
      priceCurrency: region.currency,
      priceSpecification: {
        '@type': 'UnitPriceSpecification',
        price,
        priceCurrency: region.currency,
        valueAddedTaxIncluded: region.taxIncluded,
      },
      availability: `https://schema.org/${isInStock ? 'InStock' : 'OutOfStock'}`,
      itemCondition: 'https://schema.org/NewCondition',
      seller: { '@type': 'Organization', name: 'Tidewire' },
      shippingDetails: shippingDetails(store, store.zone, price),
      hasMerchantReturnPolicy: returnPolicy(region.country),
    })),
  };
}

function shippingDetails(store: Store, { countries, fee, freeFrom, from, to }: Zone, price: number): unknown {
  return {
    '@type': 'OfferShippingDetails',
    shippingRate: { '@type': 'MonetaryAmount', value: price >= freeFrom.amount ? 0 : fee.amount, currency: fee.currency },
    shippingDestination: {
      '@type': 'DefinedRegion',
      addressCountry: countries.includes(store.region.country) ? countries : store.region.country,
    },
    deliveryTime: {
      '@type': 'ShippingDeliveryTime',
      cutoffTime: '14:00:00',
      handlingTime: { '@type': 'QuantitativeValue', minValue: 0, maxValue: 0, unitCode: 'DAY' },
      transitTime: { '@type': 'QuantitativeValue', minValue: from, maxValue: to, unitCode: 'DAY' },
    },
  };
}

function returnPolicy(country: string): unknown {
  const fee = returnFees[country];
  return {
    '@type': 'MerchantReturnPolicy',
    applicableCountry: country,
    returnPolicyCategory: 'https://schema.org/MerchantReturnFiniteReturnWindow',
    merchantReturnDays: 30,
    returnMethod: 'https://schema.org/ReturnByMail',
    ...(fee === undefined
      ? { returnFees: 'https://schema.org/FreeReturn' }
      : {
          returnFees: 'https://schema.org/ReturnShippingFees',
          returnShippingFeesAmount: { '@type': 'MonetaryAmount', ...fee },
        }),
  };
}
