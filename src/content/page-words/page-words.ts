/**
 * The words that turn facts of a page's markup into units, in one language: what people say when they ask, and what is
 * answered.
 *
 * What is asked with stands in patterns, parted by `;`: words that name the matter, without those that only hold a
 * sentence together, since retrieval weighs words and hardly their order. `(a|b|)` stands for any of its parts,
 * `{country}` for a country that is shipped to, `{weekday}` for a day of the week. Answers hold `{…}` to fill in; nothing
 * in them has to agree in number, gender or case.
 */
export interface PageWords {
  /** What a unit is called, and what an answer is headed with. */
  readonly labels: Readonly<Record<Label, string>>;
  readonly ask: Readonly<Record<Asked, string>>;
  readonly say: Readonly<Record<Said, string>>;
  /** Schema.org's `ItemAvailability`, as it reads after a label, in the order of `states`. */
  readonly states: Table<typeof states>;
  /**
   * Properties that many products have, whatever a shop calls them, in the order of `propertyKinds`: names, parted by `|`,
   * the usual one first; then after a `;` what is asked with.
   */
  readonly kinds: Table<typeof propertyKinds>;
}

/** A text for each name of a list, in its order. */
export type Table<Names extends readonly string[]> = { readonly [Index in keyof Names]: string };

export type Label =
  | 'price'
  | 'availability'
  | 'brand'
  | 'maker'
  | 'description'
  | 'specifications'
  | 'shipping'
  | 'returns'
  | 'rating'
  | 'number';

export type Asked =
  | 'price'
  | 'availability'
  | 'brand'
  | 'description'
  | 'specifications'
  | 'shipping'
  | 'shippingCost'
  | 'shippingTime'
  | 'shippingPlace'
  | 'returns'
  | 'rating'
  | 'number';

export type Said =
  /** {name}, {price} */
  | 'price'
  /** {date} */
  | 'until'
  | 'withTax'
  | 'withoutTax'
  /** {date} */
  | 'from'
  /** {language} */
  | 'inLanguage'
  | 'noShipping'
  | 'free'
  /** {days} */
  | 'time'
  | 'returns'
  | 'noReturns'
  /** {days} */
  | 'period'
  | 'freeReturns'
  | 'paidReturns'
  /** Between a label and what it labels. */
  | 'colon'
  /** Between the terms of a shipping. */
  | 'comma'
  | 'yes'
  | 'no';

/** In the order of what is best for a visitor. */
export const states = [
  'InStock',
  'LimitedAvailability',
  'OnlineOnly',
  'InStoreOnly',
  'PreOrder',
  'BackOrder',
  'OutOfStock',
  'Discontinued',
] as const;
export type State = (typeof states)[number];

export const propertyKinds = ['weight', 'length', 'width', 'height', 'depth', 'size', 'color', 'material', 'power'] as const;
export type PropertyKind = (typeof propertyKinds)[number];
