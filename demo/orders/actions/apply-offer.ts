import type { ShopAction } from './action.ts';
import { notFound } from './action.ts';

/** Offers that nudges make, and the code that the checkout takes for each; the 5 % of facts.yaml, `discounts`. */
const codes: Readonly<Record<string, string>> = { 'welcome-5': 'WELCOME-5' };

export const applyOffer: ShopAction<'apply-offer'> = async ({ args: { offer } }) => {
  const code = codes[offer];
  return code === undefined ? notFound : { kind: 'done', data: { code } };
};
