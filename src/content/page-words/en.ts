import type { PageWords } from './page-words.ts';

export const en: PageWords = {
  labels: {
    price: 'Price',
    availability: 'Availability',
    brand: 'Brand',
    maker: 'Manufacturer',
    description: 'Description',
    specifications: 'Specifications',
    shipping: 'Shipping',
    returns: 'Returns',
    rating: 'Rating',
    number: 'Article number',
  },
  ask: {
    price:
      'cost;expensive;cheap;how much (money|pay|charge|want|ask|sell|euros|dollars|pounds);what (charge|asking|amount);how much buy;worth price',
    availability:
      'stock;available;sold out;discontinued;(still|any) (left|have|got);can (buy|order|get) (now|still);back in stock;still sell',
    brand: 'maker;producer;who (made|makes|behind);which company (makes|from);whose product',
    description: 'what is it;what (does|use|good) for;describe;explain;tell more about;product (details|information);what kind of product',
    specifications: 'specs;features;characteristics;properties;data sheet;technical (data|details|information);all (specs|details|data)',
    shipping: 'delivery',
    shippingCost: '(shipping|delivery) (cost|price|fee|how much|pay|free|included);postage;cost to (send|ship)',
    shippingTime:
      '(shipping|delivery) (time|take|days|date|when|fast);when (arrive|get|receive|come);how long (arrive|take|wait);how many days (take|arrive);(arrive|here) by (tomorrow|{weekday});how (fast|soon|quickly) (get|arrive)',
    shippingPlace:
      '(ship|deliver|send|post|shipping) to {country};(ship|deliver|send|post) (abroad|internationally|worldwide|where|which countries|to me);live in {country}',
    returns:
      'refund;exchange;money back;return policy;(send|give|take) back;return (period|deadline|days|within|how long);change my mind;do not (like|want|fit|suit);not (satisfied|happy)',
    rating:
      'reviews;stars;popular;recommend;any good;(customers|people|others|buyers|users) (say|think|like|happy|satisfied|opinion);worth (buying|money);how good;good quality',
    number: '(item|model|part|product|order) (number|code);barcode;which model',
  },
  say: {
    price: '{name} costs {price}.',
    until: 'This price is valid until {date}.',
    withTax: 'VAT is included.',
    withoutTax: 'VAT is not included.',
    from: 'Available from {date}.',
    inLanguage: 'From the page, in {language}:',
    noShipping: 'No shipping',
    free: 'free',
    time: 'delivery time {days}',
    returns: 'Returns are accepted.',
    noReturns: 'Returns are not accepted.',
    period: 'Return period: {days}.',
    freeReturns: 'Returning is free of charge.',
    paidReturns: 'Returning is not free of charge.',
    colon: ': ',
    comma: ', ',
    yes: 'yes',
    no: 'no',
  },
  states: [
    'in stock',
    'limited availability',
    'available online only',
    'available in the store only',
    'can be pre-ordered',
    'out of stock, but can be ordered for later delivery',
    'out of stock',
    'no longer made or sold',
  ],
  kinds: [
    'weight;heavy;weigh;how many (kilos|pounds)',
    'length;how long',
    'width;how wide',
    'height;how (tall|high)',
    'depth',
    'size|dimensions;how (big|large|small);measurements',
    'color|colour',
    'material|fabric;made (of|from)',
    'power|wattage|consumption;watts;(electricity|energy) use',
  ],
};
