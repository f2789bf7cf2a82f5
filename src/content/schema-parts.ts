import * as v from 'valibot';
import { risks } from './unit.ts';

/** A text that says something. */
export const text = v.pipe(v.string(), v.trim(), v.nonEmpty('must not be empty'));
/** One text, or several. */
export const textList = v.union([text, v.array(text)], 'must be a text or a list of texts');
const date = v.pipe(v.string(), v.isoDate('must be a date such as 2026-11-30'), v.check(isCalendarDate, 'must be a date that exists'));

function isCalendarDate(iso: string): boolean {
  const time = Date.parse(iso);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso);
}

/** An address of the web, with an example of one for messages. */
export function address(example: string) {
  return v.pipe(v.string(), v.url(`must be an address such as ${example}`));
}

/** What units and guides apply to. */
export const scopeEntries = {
  product: v.optional(
    v.pipe(textList, v.description('Products that the unit is about, by the ids that the page gives. Left out: all products.')),
  ),
  market: v.optional(v.pipe(textList, v.description('Markets where it holds, such as DE or [EU, GB]. Left out: everywhere.'))),
  audience: v.optional(v.pipe(textList, v.description('Visitors whom it is for, such as business. Left out: everybody.'))),
  valid: v.optional(
    v.pipe(
      v.strictObject({
        from: v.optional(v.pipe(date, v.description('First day on which it holds, as in 2026-11-27.'))),
        to: v.optional(v.pipe(date, v.description('Last day on which it holds, as in 2026-12-24.'))),
      }),
      v.description('The days on which it holds, both ends included. Left out: always.'),
    ),
  ),
  when: v.optional(v.pipe(text, v.description('A further condition, such as: customer.tier == "gold" && !(market in ["US", "CA"])'))),
};

/** When and where a unit is what many ask about. */
const hot = v.union(
  [
    v.literal(true),
    v.strictObject({
      product: v.optional(
        v.pipe(textList, v.description('Products on whose pages it is hot. Left out: those that the unit is about, else all.')),
      ),
      from: v.optional(v.pipe(date, v.description('First day on which it is hot, as in 2026-11-27.'))),
      to: v.optional(v.pipe(date, v.description('Last day on which it is hot, as in 2026-12-24.'))),
    }),
  ],
  'must be true, or {product: …, from: …, to: …}',
);

/** Who looks after a unit or guide, and how much is at stake. */
export const careEntries = {
  source: v.optional(v.pipe(text, v.description('Where the answer comes from: the address of a page, or the name of a document.'))),
  owner: v.optional(v.pipe(text, v.description('Who answers for it: a team or a person.'))),
  review: v.optional(v.pipe(date, v.description('The day by which somebody has to read it again, as in 2027-03-31.'))),
  risk: v.optional(
    v.pipe(v.picklist(risks), v.description('What is at stake where the answer is wrong; the agent is more careful with all but normal.')),
  ),
  hot: v.optional(v.pipe(hot, v.description('Marks what many ask about now: it is suggested first, before anyone asks.'))),
  related: v.optional(
    v.pipe(
      v.array(text),
      v.description(
        'Ids of units that visitors often need next; journey:<id> and guide:<id> are offered beside the answer, person offers the handoff to one.',
      ),
    ),
  ),
};
