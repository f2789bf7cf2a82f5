import { foldReply, says } from '../../guide/reply-text.ts';
import { displayText } from '../../language/normalize.ts';
import type { Address, AddressPart, JourneySlot, SlotValue } from '../journey.ts';
import type { JourneyTongue } from '../journey-tongue.ts';
import { completeAddress, hasMarkup, missingIn, readAddress } from './read-address.ts';
import { readAmount } from './read-amount.ts';
import { type Choosable, readChoices, readSeveral } from './read-choices.ts';
import { readEmail, readOrderNumber, readPhone } from './read-contact.ts';
import { digitsFor, readPeriod } from './read-period.ts';

/** What a reply is read against. */
export interface SlotSetting {
  readonly tongue: JourneyTongue;
  /** ISO 8601. */
  readonly now: string;
  readonly market?: string;
  /** Currency of an amount that is told without one. */
  readonly currency?: string;
  readonly choices: readonly Choosable[];
  /** Where the order goes that the journey is about: whose name and which country count where a new address tells none. */
  readonly home?: Partial<Address>;
  /** An address that lacks something still. */
  readonly begun?: { readonly address: Address; readonly missing: readonly AddressPart[] };
}

/** In characters. */
const longestText = 1000;

/**
 * What a reply fills a slot with, validated; undefined where it fits nothing. Whatever stands in it is text: control
 * characters and what hides text are taken out, and it is cut to length.
 */
export function readSlot(text: string, slot: JourneySlot, setting: SlotSetting): SlotValue | undefined {
  const { tongue, now, market, choices } = setting;
  const said = displayText(text).trim().slice(0, longestText);
  if (said === '') return undefined;
  switch (slot.type) {
    case 'text':
    case 'need':
      return said.length < (slot.from ?? 1) ? undefined : said.slice(0, slot.to ?? longestText);
    case 'order-number':
      // A number of another form is passed on as it is: the shop says whether there is such an order.
      return readOrderNumber(said, slot.pattern) ?? readOrderNumber(said);
    case 'email':
      return readEmail(said);
    case 'phone':
      return readPhone(said);
    case 'contact':
      return readEmail(said) ?? readPhone(said);
    case 'date':
      return dayIn(said, slot, now, tongue);
    case 'date-range': {
      const period = readPeriod(said, now, tongue);
      return period && { ...period };
    }
    case 'amount': {
      const amount = readAmount(said, slot.currency ?? setting.currency);
      return amount && { ...amount };
    }
    case 'address': {
      const lines = displayLines(text).slice(0, longestText);
      const { home, begun } = setting;
      const address = withHome(readAddress(lines, tongue.locale, home?.country ?? market), home);
      const isWhole = address !== undefined && missingIn(address).length === 0;
      const completed = isWhole || begun === undefined ? undefined : completeAddress(begun.address, begun.missing, lines, tongue.locale);
      const read = completed ?? address;
      return read && { ...read };
    }
    case 'yes-no':
      return yesOrNo(said, tongue);
    case 'one-of': {
      const chosen = readChoices(said, choices, tongue);
      return chosen?.length === 1 ? chosen[0] : undefined;
    }
    case 'many-of': {
      const chosen = readSeveral(said, choices, tongue);
      return chosen === undefined || chosen.length === 0 ? undefined : [...chosen];
    }
    case 'product':
      return choices.length === 0 ? said.slice(0, slot.to ?? 120) : oneOf(readChoices(said, choices, tongue));
    case 'quantity':
      return quantityIn(said, slot, tongue);
  }
}

/** A value that came from a form rather than from words: the same checks, no reading. Undefined where it does not fit. */
export function checkSlot(value: SlotValue, slot: JourneySlot, setting: SlotSetting): SlotValue | undefined {
  const ids = new Set(setting.choices.map(({ id }) => id));
  switch (slot.type) {
    case 'yes-no':
      return typeof value === 'boolean' ? value : undefined;
    case 'one-of':
      return typeof value === 'string' && ids.has(value) ? value : undefined;
    case 'many-of': {
      const chosen = Array.isArray(value)
        ? [...new Set(value)].filter((each): each is string => typeof each === 'string' && ids.has(each))
        : [];
      return chosen.length === 0 || chosen.length !== (value as readonly unknown[]).length ? undefined : chosen;
    }
    case 'address':
      return withHome(formAddress(value), setting.home) as SlotValue | undefined;
    case 'quantity':
      return typeof value === 'number' ? readSlot(String(value), slot, setting) : undefined;
    default:
      return typeof value === 'string' ? readSlot(value, slot, setting) : undefined;
  }
}

const addressParts = ['name', 'street', 'postcode', 'city', 'region', 'country'] as const;

function withHome(address: Address | undefined, home: Partial<Address> = {}): Address | undefined {
  const { name, country } = home;
  return address && { ...(name !== undefined && { name }), ...(country !== undefined && { country }), ...address };
}

function formAddress(value: SlotValue): Address | undefined {
  if (typeof value !== 'object' || Array.isArray(value)) return undefined;
  const given = value as { readonly [name: string]: unknown };
  const parts = addressParts.flatMap((name) => {
    const part = given[name];
    const text = typeof part === 'string' ? displayText(part).replace(/\s+/g, ' ').trim().slice(0, 200) : '';
    return text === '' ? [] : [[name, text] as const];
  });
  const address = Object.fromEntries(parts) as Partial<Address>;
  if (parts.some(([, text]) => hasMarkup(text))) return undefined;
  return address.street === undefined || (address.country !== undefined && !/^[A-Z]{2}$/.test(address.country))
    ? undefined
    : (address as Address);
}

function oneOf(chosen: readonly string[] | undefined): string | undefined {
  return chosen?.length === 1 ? chosen[0] : undefined;
}

/** Lines stay: addresses are told in them. */
function displayLines(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map(displayText)
    .join('\n');
}

function dayIn(said: string, { from, to }: JourneySlot, now: string, tongue: JourneyTongue): string | undefined {
  const period = readPeriod(said, now, tongue, from !== undefined && from >= 0 ? 'future' : 'past');
  if (period === undefined || period.from !== period.to) return undefined;
  const days = (Date.parse(period.from) - Date.parse(now.slice(0, 10))) / 86_400_000;
  return (from !== undefined && days < from) || (to !== undefined && days > to) ? undefined : period.from;
}

/** A plain yes or no; undefined where the reply says neither. */
export function yesOrNo(said: string, tongue: JourneyTongue): boolean | undefined {
  const folded = foldReply(said);
  const { replies } = tongue;
  if (says(folded, 'unsure', 'lead', replies)) return undefined;
  if (says(folded, 'no', 'lead', replies)) return false;
  return says(folded, 'yes', 'lead', replies) || says(folded, 'affirms', 'whole', replies) ? true : undefined;
}

function quantityIn(said: string, { from = 1, to = 999 }: JourneySlot, tongue: JourneyTongue): number | undefined {
  const digits = (least: number) => /(?<![\p{N}.,-])\d{1,6}(?![\p{N}]|[.,]\d)/u.exec(digitsFor(foldReply(said), tongue, least))?.[0];
  const quantity = Number(digits(2) ?? digits(1) ?? Number.NaN);
  return quantity >= from && quantity <= to ? quantity : undefined;
}
