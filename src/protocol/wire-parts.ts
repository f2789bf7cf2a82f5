import * as v from 'valibot';
import type { Json } from '../journey/actions.ts';
import { isBlank } from '../language/normalize.ts';

/** Parts that the boundaries of the relay have in common. Every text and list has an upper bound. */

/** A text of one line or more, as typed: never markup. Databases refuse NUL, and nobody types it. */
export const typed = (most: number) => v.pipe(v.string(), v.maxLength(most), v.check(hasNoNul, 'must not contain NUL'));
export const filled = (most: number) =>
  v.pipe(
    typed(most),
    v.check((text) => !isBlank(text), 'must say something'),
  );

function hasNoNul(text: string): boolean {
  return !text.includes('\0');
}

/** An id that its sender made: UUIDs fit. Unique among the sender's own. */
export const ownId = v.pipe(v.string(), v.regex(/^[\w-]{8,64}$/, 'must be 8 to 64 letters, digits, - or _'));
/** A name for machines: of an action, a unit, a product. */
export const name = v.pipe(v.string(), v.regex(/^[\p{L}\p{N}][\p{L}\p{N}._:/-]{0,119}$/u, 'must be a short name without spaces'));
export const localeTag = v.pipe(v.string(), v.regex(/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4}$/, 'must be a locale such as pt-BR'));
/** A moment, ISO 8601 in UTC. */
export const moment = v.pipe(v.string(), v.maxLength(40), v.isoTimestamp('must be a moment such as 2026-11-21T09:30:00.000Z'));
export const day = v.pipe(v.string(), v.isoDate('must be a day such as 2026-11-21'));
export const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));
export const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
export const email = v.pipe(v.string(), v.maxLength(254), v.email('must be an e-mail address'));
export const currency = v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, 'must be a currency such as EUR'));
/** In minor units of the currency: cents, yen, fils. */
export const money = v.object({
  minor: v.pipe(v.number(), v.safeInteger('must be a whole number of minor units')),
  currency,
});
export const httpAddress = v.pipe(v.string(), v.maxLength(2000), v.regex(/^https?:\/\/[^\s<>"]+$/i, 'must be a web address'));

/** What JSON can hold. Its depth is bounded before it is parsed. */
export const json: v.GenericSchema<Json> = v.lazy(() =>
  v.union([v.null(), v.boolean(), v.pipe(v.number(), v.finite()), typed(4000), v.pipe(v.array(json), v.maxLength(200)), jsonObject]),
);
export const jsonObject: v.GenericSchema<{ [name: string]: Json }> = v.pipe(
  v.record(typed(120), json),
  v.maxEntries(100, 'must have 100 entries at most'),
);
