import { type Facts, type Money, type Zone, zoneOf } from './facts.ts';
import type { Help } from './help.ts';
import { type Product, productIn, type RawProduct } from './products.ts';
import { type Region, regions } from './regions.ts';
import type { Words } from './words.ts';

/** The agent's script as the build left it, with the address that pages load it from. */
export interface AgentScript {
  /** Address of the demo's relay; left out, the pages do without one. */
  readonly relay?: string;
  /** Address of the shop's order service, which says who is signed in; left out, nobody can sign in. */
  readonly orders?: string;
  readonly src: string;
  readonly integrity: string;
}

export interface StoreParts {
  readonly region: Region;
  readonly words: Words;
  readonly facts: Facts;
  readonly products: readonly RawProduct[];
  readonly help: Help;
  readonly agent: AgentScript;
  /** Version of style sheet and script, by their content. */
  readonly assets: string;
}

/** One of the shop's nine stores: all that its pages draw on. */
export class Store {
  readonly region: Region;
  readonly words: Words;
  readonly facts: Facts;
  readonly help: Help;
  readonly agent: AgentScript;
  readonly assets: string;
  readonly products: readonly Product[];
  readonly zone: Zone;

  constructor({ region, words, facts, products, help, agent, assets }: StoreParts) {
    this.region = region;
    this.words = words;
    this.facts = facts;
    this.help = help;
    this.agent = agent;
    this.assets = assets;
    this.products = products.map((raw) => productIn(raw, region.locale, words));
    this.zone = zoneOf(facts, region);
  }

  get locale(): string {
    return this.region.locale;
  }

  say(name: string, values: Readonly<Record<string, string | number>> = {}): string {
    return this.words.say(name, values);
  }

  /** The address of a page in this store. */
  address(path: string): string {
    return addressIn(this.locale, path);
  }

  /** Addresses of the shop lead to this store; all others stay. */
  readonly localize = (href: string): string => {
    const { siteUrl } = this.help;
    return siteUrl !== '' && href.startsWith(siteUrl) ? this.address(href.slice(siteUrl.length) || '/') : href;
  };

  /** Signs with Latin letters would turn the order of an Arabic sentence round. */
  get currencyDisplay(): 'symbol' | 'name' {
    return this.locale === 'ar' ? 'name' : 'symbol';
  }

  money(amount: number, currency: string = this.region.currency): string {
    const digits = Number.isInteger(amount) ? { minimumFractionDigits: 0 } : {};
    const style = { style: 'currency', currency, currencyDisplay: this.currencyDisplay } as const;
    return new Intl.NumberFormat(this.region.format, { ...style, ...digits }).format(amount);
  }

  moneyOf({ amount, currency }: Money): string {
    return this.money(amount, currency);
  }

  number(value: number): string {
    return new Intl.NumberFormat(this.region.format).format(value);
  }

  date(iso: string): string {
    return new Intl.DateTimeFormat(this.region.format, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
      new Date(iso),
    );
  }

  country(code: string): string {
    return code === 'CN' ? this.say('delivery.mainlandChina') : countryName(this.region, code);
  }

  price({ price }: Product): number {
    return price[this.region.currency] ?? 0;
  }

  days({ from, to, countsWeekends }: Zone): string {
    return this.say(countsWeekends ? 'delivery.calendarDays' : 'delivery.days', { from, to });
  }
}

/** English stands at the root, every other language in a folder of its own. */
export function addressIn(locale: string, path: string): string {
  return locale === regions[0]?.locale ? path : `/${locale}${path}`;
}

export function countryName({ format }: Region, code: string): string {
  // The long names of some places carry their legal status, the short ones of others are mere initials.
  const style = code === 'HK' ? 'short' : 'long';
  return new Intl.DisplayNames(format, { type: 'region', style }).of(code) ?? code;
}
