import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { Region } from './regions.ts';

export interface Money {
  readonly amount: number;
  readonly currency: string;
}

/** A delivery zone; `countries` is empty for the rest of the EU. */
export interface Zone {
  readonly countries: readonly string[];
  readonly from: number;
  readonly to: number;
  readonly countsWeekends: boolean;
  readonly fee: Money;
  readonly freeFrom: Money;
  readonly carriers: readonly string[];
}

/** What the pages take from `facts.yaml`. */
export interface Facts {
  readonly asOf: string;
  readonly zones: readonly Zone[];
  /** By market. */
  readonly express: ReadonlyMap<string, { readonly fee: Money; readonly days: string }>;
  readonly careSoldIn: readonly string[];
  readonly email: string;
  readonly phone: string;
  readonly businessEmail: string;
  readonly privacyEmail: string;
  readonly wechat: string;
  readonly address: { readonly company: string; readonly street: string; readonly place: string };
  carePrice(product: string, currency: string): number | undefined;
  /** In the order of `facts.yaml`, as many as the words list. */
  partPrices(currency: string): number[];
  repairPrices(currency: string): number[];
}

interface RawFacts {
  readonly as_of: string;
  readonly company: { legal_name: string; head_office: { street: string; postcode: string; city: string } };
  readonly contact: { email: string; phone: string; business_email: string; privacy_email: string; wechat: { account: string } };
  readonly shipping: {
    zones: { to: string[]; days: string; cost: string; free_from: string; carriers: string[] }[];
    express: Record<string, { cost: string; days: string | number } | string>;
  };
  readonly care_plan: { price_usd_eur: Prices; price_gbp: Prices; price_cny: Prices; sold_in: string[] };
  readonly spare_parts: { price_usd_eur: Prices; price_cny: Prices };
  readonly repair: { fixed_prices_usd_eur: Prices; fixed_prices_cny: Prices };
}

type Prices = Readonly<Record<string, number>>;

export async function readFacts(): Promise<Facts> {
  const raw = parse(await readFile(new URL('facts.yaml', import.meta.url), 'utf8')) as RawFacts;
  const { company, contact, shipping, care_plan: care, spare_parts: parts, repair } = raw;
  const pricesIn = (currency: string, whole: Prices, cny: Prices) => Object.values(currency === 'CNY' ? cny : whole);
  return {
    asOf: raw.as_of,
    zones: shipping.zones.map(({ to, days, cost, free_from, carriers }) => {
      const [from = 0, until = 0] = (days.match(/\d+/g) ?? []).map(Number);
      return {
        countries: to.filter((code) => /^[A-Z]{2}$/.test(code)),
        from,
        to: until,
        countsWeekends: days.includes('calendar'),
        fee: moneyOf(cost),
        freeFrom: moneyOf(free_from),
        carriers,
      };
    }),
    express: new Map(
      Object.entries(shipping.express).flatMap(([market, terms]) =>
        typeof terms === 'string' ? [] : [[market, { fee: moneyOf(terms.cost), days: String(terms.days) }] as const],
      ),
    ),
    careSoldIn: care.sold_in,
    email: contact.email,
    phone: contact.phone,
    businessEmail: contact.business_email,
    privacyEmail: contact.privacy_email,
    wechat: contact.wechat.account,
    address: {
      company: company.legal_name,
      street: company.head_office.street,
      place: `${company.head_office.postcode} ${company.head_office.city}`,
    },
    carePrice: (product, currency) => {
      const prices = currency === 'CNY' ? care.price_cny : currency === 'GBP' ? care.price_gbp : care.price_usd_eur;
      return prices[product];
    },
    partPrices: (currency) => pricesIn(currency, parts.price_usd_eur, parts.price_cny),
    repairPrices: (currency) => pricesIn(currency, repair.fixed_prices_usd_eur, repair.fixed_prices_cny),
  };
}

/** The zone that a store's country is in. */
export function zoneOf({ zones }: Facts, { country }: Region): Zone {
  const zone = zones.find(({ countries }) => countries.includes(country)) ?? zones.find(({ countries }) => countries.length === 0);
  if (zone === undefined) throw new Error(`facts.yaml has no delivery zone for ${country}`);
  return zone;
}

function moneyOf(text: string): Money {
  const [currency = '', amount = ''] = text.split(' ');
  return { currency, amount: Number(amount) };
}
