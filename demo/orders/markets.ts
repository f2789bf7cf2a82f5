import type { Money } from '../../src/policy/money.ts';
import type { Address } from '../../src/protocol/shop.ts';
import type { Category } from './catalogue.ts';

type Warehouse = 'rotterdam' | 'louisville' | 'shenzhen';

interface Market {
  readonly currency: string;
  readonly warehouse: Warehouse;
  readonly shipping: Money;
  /** Shipping is free from this value of the goods on. */
  readonly freeFrom: number;
  /** Taken off the refund when the customer changed their mind; facts.yaml, `returns`. */
  readonly returnFee: number;
  /** Whole orders that come back within so many days get their shipping back, too. */
  readonly shippingBackWithin: number;
  readonly handOver: string;
}

/** By the code that units know a market by; amounts in minor units of its currency. */
export const markets: Readonly<Record<string, Market>> = {
  EU: market('EUR', 'rotterdam', 495, 6000, 0, 14, 'DHL, PostNL or DPD shop'),
  GB: market('GBP', 'rotterdam', 495, 6000, 0, 14, 'Royal Mail'),
  US: market('USD', 'louisville', 595, 6000, 0, 0, 'UPS Store, with the QR code'),
  CN: market('CNY', 'shenzhen', 1200, 9900, 0, 0, 'SF Express collects at home'),
  JP: market('JPY', 'shenzhen', 800, 8000, 900, 0, 'Yamato collects'),
  BR: market('BRL', 'louisville', 3990, 49_900, 6000, 7, 'Correios agency, with the posting code'),
  AE: market('USD', 'rotterdam', 1295, 12_000, 2000, 0, 'Aramex collects'),
  KZ: market('EUR', 'rotterdam', 1495, 15_000, 2000, 0, 'DHL collects'),
};

function market(
  currency: string,
  warehouse: Warehouse,
  fee: number,
  freeFrom: number,
  returnFee: number,
  shippingBackWithin: number,
  handOver: string,
): Market {
  return { currency, warehouse, shipping: { minor: fee, currency }, freeFrom, returnFee, shippingBackWithin, handOver };
}

export function marketOf(code: string): Market {
  const known = markets[code];
  if (known === undefined) throw new Error(`the shop sells nothing in ${code}`);
  return known;
}

const name = 'Tidewire Returns';
const returnDesks: Readonly<Record<Warehouse, Address>> = {
  rotterdam: { name, street: 'Waalhaven Zuidzijde 44', postcode: '3089 JH', city: 'Rotterdam', country: 'NL' },
  louisville: { name, street: '2210 Outer Loop, Dock 7', postcode: '40219', city: 'Louisville', region: 'KY', country: 'US' },
  shenzhen: { name: 'Tidewire 退货处', street: '龙岗区坂田五和大道 118 号 B 座', postcode: '518129', city: '深圳', country: 'CN' },
};
// Robots go where their batteries may be stored.
const applianceDesks: Readonly<Record<Warehouse, Address>> = {
  rotterdam: { name: 'Tidewire Workshop', street: 'Industrieweg 131', postcode: '3044 AS', city: 'Rotterdam', country: 'NL' },
  louisville: { name: 'Tidewire Workshop', street: '5801 Grade Lane', postcode: '40213', city: 'Louisville', region: 'KY', country: 'US' },
  shenzhen: { name: 'Tidewire 维修中心', street: '宝安区福海街道展城社区 6 号', postcode: '518103', city: '深圳', country: 'CN' },
};

/** Where a thing goes back to. */
export function returnAddress(code: string, category: Category): Address {
  const { warehouse } = marketOf(code);
  return (category === 'appliance' ? applianceDesks : returnDesks)[warehouse];
}
