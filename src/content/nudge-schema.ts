import * as v from 'valibot';
import { periods, triggerKinds } from '../nudge/nudge.ts';
import { isSelector } from './is-selector.ts';
import { scopeEntries, text, textList } from './schema-parts.ts';

const words = v.union([text, v.record(v.string(), text)], 'must be a text, or one text for each locale');
const span = v.pipe(
  v.string(),
  v.regex(/^\d+(?:\.\d+)? ?(?:min|h|days?|weeks?)$/, 'must be a span of time such as 30 min, 2 h, 3 days or 1 week'),
);
const clock = v.pipe(v.string(), v.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day such as 22:00'));
const whole = (least: number, most: number) =>
  v.pipe(
    v.number(),
    v.integer('must be a whole number'),
    v.minValue(least, `must be ${least} or more`),
    v.maxValue(most, `must be ${most} or less`),
  );
const share = (most: number) => v.pipe(v.number(), v.minValue(0, 'must be 0 or more'), v.maxValue(most, `must be ${most} or less`));
const eventName = v.pipe(v.string(), v.regex(/^[\w-]+(?:\.[\w-]+)+$/, 'must be a name such as order.delayed'));

const selector = v.pipe(text, v.check(isSelector, 'must be a CSS selector, such as #cart or .summary .code'));

const triggerSchema = v.strictObject({
  on: v.pipe(v.picklist(triggerKinds), v.description('What has to happen.')),
  element: v.optional(v.pipe(selector, v.description('CSS selector of what it is about: "#payment", "form.checkout".'))),
  seconds: v.optional(v.pipe(whole(1, 3600), v.description('How long it has to last.'))),
  percent: v.optional(v.pipe(whole(1, 100), v.description('How far down the page, in percent.'))),
  times: v.optional(v.pipe(whole(1, 100), v.description('How often it has to happen.'))),
  event: v.optional(v.pipe(eventName, v.description('The event’s name, as the shop gives it to track(): order.delayed.'))),
  date: v.optional(v.pipe(text, v.description('The date’s name, as the shop tells it: renewal, warranty, consumable, purchase.'))),
  before: v.optional(v.pipe(whole(0, 400), v.description('Days before the date from which on it holds.'))),
  after: v.optional(v.pipe(whole(0, 400), v.description('Days after the date until which it holds.'))),
  days: v.optional(v.pipe(whole(1, 1000), v.description('Days without a visit.'))),
  where: v.optional(v.pipe(text, v.description('What is wrong with what the page reports, as in: customer.charger.watts < 65'))),
});

const nextSchema = v.strictObject({
  unit: v.optional(v.pipe(text, v.description('Opens this unit.'))),
  guide: v.optional(v.pipe(text, v.description('Starts this guide.'))),
  journey: v.optional(v.pipe(text, v.description('Starts this journey.'))),
  question: v.optional(v.pipe(words, v.description('Opens the panel and asks this.'))),
  offer: v.optional(
    v.pipe(
      v.strictObject({
        code: v.pipe(text, v.description('What the page puts to use, such as a discount code.')),
        amount: v.optional(
          v.pipe(text, v.description('What it costs the site at most, as in 5 EUR; the limits of the policy’s rules are held against it.')),
        ),
        unit: v.optional(v.pipe(text, v.description('The unit that explains the offer.'))),
      }),
      v.description('Hands the page this code to put to use, where the rules for apply-offer in policy.rights let it; unit explains it.'),
    ),
  ),
  link: v.optional(
    v.pipe(text, v.description('Leads to this address: https://…, or a path such as /orders; "action" says what the button does.')),
  ),
  topics: v.optional(v.pipe(v.array(text), v.minLength(1), v.maxLength(4), v.description('Offers the questions of these units.'))),
});

const placeSchema = v.strictObject({
  inline: v.optional(v.pipe(selector, v.description('CSS selector of an empty element of the page that it fills.'))),
  anchor: v.optional(v.pipe(selector, v.description('CSS selector of a thing on the page that it stands beside.'))),
});

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

const variantSchema = v.strictObject({
  id: v.pipe(text, v.description('A short name; it stays the same while the experiment runs.')),
  message: words,
  action: v.optional(words),
});

/** `nudges/*.yaml`: one nudge a file. Words are plain texts, or maps from locale to text. */
export const nudgeSchema = v.pipe(
  v.strictObject({
    id: v.optional(v.pipe(text, v.description('The nudge’s id, where it is to differ from the file name.'))),
    locale: v.optional(v.pipe(text, v.description('The locale of words that are plain texts; left out: the site’s default.'))),
    trigger: v.pipe(triggerSchema, v.description('When it is due.')),
    page: v.optional(v.pipe(textList, v.description('Pages where it may show, by path: /checkout, /products/*. Left out: all.'))),
    ...scopeEntries,
    until: v.optional(v.pipe(v.union([eventName, v.array(eventName)]), v.description('Events after which it is not needed any more.'))),
    message: v.pipe(words, v.description('What it says: one sentence, and no more than 160 characters.')),
    action: v.optional(
      v.pipe(
        words,
        v.description(
          'What the button says; left out: the title of what it opens, which a link, and an offer without a unit, has none of.',
        ),
      ),
    ),
    variants: v.optional(
      v.pipe(v.array(variantSchema), v.maxLength(4), v.description('Other wordings to compare with the first, which is called "a".')),
    ),
    next: v.pipe(nextSchema, v.description('The next step, which one tap takes: exactly one of these.')),
    place: v.optional(
      v.pipe(
        v.union([v.picklist(['bubble', 'badge']), placeSchema], 'must be bubble, badge, {inline: …} or {anchor: …}'),
        v.check(
          (place) => typeof place === 'string' || (place.inline === undefined) !== (place.anchor === undefined),
          'must have either inline or anchor',
        ),
        v.description('Where it shows; bubble where left out.'),
      ),
    ),
    priority: v.optional(v.pipe(whole(1, 100), v.description('1 to 100, next to the other nudges; 50 where left out.'))),
    cap: v.pipe(
      v.strictObject({
        times: v.pipe(whole(1, 50), v.description('How often.')),
        per: v.pipe(v.picklist(periods), v.description('In what: one visit, a day, a week, a month, or ever.')),
      }),
      v.description('How often one visitor may see it: {times: 1, per: week}.'),
    ),
    'cool-down': v.optional(v.pipe(span, v.description('The least time between two showings: 2 h, 3 days.'))),
    'quiet-hours': v.optional(
      v.pipe(
        v.strictObject({
          from: v.pipe(clock, v.description('When silence begins, as in "22:00".')),
          to: v.pipe(clock, v.description('When it ends, as in "07:00".')),
          zone: v.optional(
            v.pipe(
              text,
              v.check(isZone, 'must be a time zone, such as Europe/Berlin'),
              v.description('Time zone, as in Europe/Berlin; left out: the visitor’s.'),
            ),
          ),
        }),
        v.description('When it stays silent: {from: "22:00", to: "07:00"}.'),
      ),
    ),
    'hold-out': v.optional(
      v.pipe(share(0.9), v.description('Share of visitors who do not see it, 0 to 0.9, so that its effect can be measured.')),
    ),
    success: v.optional(
      v.pipe(
        v.strictObject({
          event: v.pipe(eventName, v.description('The event’s name: order.placed.')),
          within: v.optional(v.pipe(span, v.description('How long after the showing it counts.'))),
        }),
        v.description('The event that shows that it helped; within 1 day where left out.'),
      ),
    ),
    guard: v.optional(
      v.pipe(
        v.strictObject({ dismissals: v.pipe(share(1), v.description('Share of showings, 0 to 1.')) }),
        v.description('Pauses it where more than this share of its showings is dismissed; 0.6 where left out.'),
      ),
    ),
  }),
  v.title('Nudge'),
  v.description('nudges/<id>.yaml: help that is offered before anybody asks.'),
);
export type NudgeFile = v.InferOutput<typeof nudgeSchema>;
