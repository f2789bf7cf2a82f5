import * as v from 'valibot';
import { slotTypes } from '../journey/journey.ts';
import { scopeEntries, text, textList } from './schema-parts.ts';

const words = v.union([text, v.record(v.string(), text)], 'must be a text, or one text for each locale');
const phrasings = v.union([textList, v.record(v.string(), textList)], 'must be a list of texts, or one list for each locale');
const when = v.optional(v.pipe(text, v.description('A condition, such as: order.status == "sent" && slot.problem != "late"')));

const recordsSchema = v.strictObject({
  list: v.pipe(text, v.description('Where the list stands: in what the find step brought (order.lines), or in what an action gave back.')),
  key: v.pipe(text, v.description('The property that tells one record from another.')),
  label: v.pipe(text, v.description('How a record is shown, with {property} in it, as in {title} ({colour}).')),
});

const slotSchema = v.strictObject({
  id: v.pipe(text, v.description('Unique among the slots of the journey.')),
  type: v.pipe(v.picklist(slotTypes), v.description('What kind of thing it is; it decides how replies are understood.')),
  ask: v.optional(
    v.pipe(words, v.description('The question; left out: the agent’s own for the type. {order.order} and the like are filled in.')),
  ),
  why: v.optional(v.pipe(words, v.description('Why it is asked, for visitors who want to know.'))),
  label: v.optional(v.pipe(words, v.description('What it is called in a summary.'))),
  optional: v.optional(v.pipe(v.boolean(), v.description('Whether visitors may do without.'))),
  pattern: v.optional(
    v.pipe(text, v.description('The form of an order number: # a digit, @ a letter, anything else itself, as in TW-#####.')),
  ),
  from: v.optional(v.pipe(v.number(), v.description('Lowest quantity, fewest characters of a text, or first day from today (0).'))),
  to: v.optional(v.pipe(v.number(), v.description('Highest quantity, most characters of a text, or last day from today.'))),
  currency: v.optional(v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, 'must be a currency such as EUR'))),
  choices: v.optional(
    v.pipe(
      v.array(
        v.strictObject({
          id: v.pipe(text, v.description('What the action gets.')),
          answer: v.pipe(words, v.description('What the visitor sees.')),
          phrasings: v.optional(v.pipe(phrasings, v.description('Other ways to say it.'))),
        }),
      ),
      v.description('What can be chosen.'),
    ),
  ),
  records: v.optional(v.pipe(recordsSchema, v.description('What can be chosen, out of what an action gave back.'))),
  known: v.optional(
    v.pipe(v.array(v.picklist(['opening', 'page', 'customer'])), v.description('Where it may be found before it is asked for.')),
  ),
  when,
});

const args = v.pipe(
  v.record(v.string(), v.unknown()),
  v.description('What the action gets: conditions (slot.order, "a text"), lists and objects of them, or {each: slot, item: …}.'),
);

const stepSchema = v.strictObject({
  id: v.pipe(text, v.description('Unique among the steps of the journey.')),
  ask: v.optional(v.pipe(textList, v.description('Asks for these slots, as far as they are not known.'))),
  find: v.optional(v.pipe(text, v.description('Looks something up with this action; the record that is meant becomes "order".'))),
  act: v.optional(v.pipe(text, v.description('Does something: the name of the action.'))),
  tell: v.optional(v.pipe(words, v.description('Tells something. {order.status} and the like are filled in.'))),
  do: v.optional(
    v.pipe(v.picklist(['end', 'person', 'compare']), v.description('Ends the journey, hands over to a person, or compares products.')),
  ),
  args: v.optional(args, {}),
  records: v.optional(v.pipe(recordsSchema, v.description('Of find: where the records stand in what comes back.'))),
  slot: v.optional(
    v.pipe(text, v.description('Of find: the slot that names a record outright. Of compare: the slot that takes the product chosen.')),
  ),
  amount: v.optional(v.pipe(text, v.description('Of act: what it costs the site, as in money("10 USD").'))),
  items: v.optional(v.pipe(text, v.description('Of act: the slot whose chosen records are decided one by one, as "item".'))),
  otherwise: v.optional(v.pipe(words, v.description('Of act: what else is possible where it is refused.'))),
  when,
  next: v.optional(v.pipe(text, v.description('The step that follows; left out: the next one.'))),
});

/** `journeys/*.yaml`: one service flow a file. Words are plain texts, or maps from locale to text. */
export const journeySchema = v.pipe(
  v.strictObject({
    id: v.optional(v.pipe(text, v.description('The journey’s id, where it is to differ from the file name.'))),
    locale: v.optional(v.pipe(text, v.description('The locale of words that are plain texts; left out: the site’s default.'))),
    title: v.pipe(words, v.description('What the journey achieves, in a few words.')),
    phrasings: v.optional(v.pipe(phrasings, v.description('What visitors say when they want it. Five good ones help a lot.'))),
    keep: v.optional(
      v.pipe(v.number(), v.minValue(1, 'must be 1 or more'), v.description('Days for which an open journey is kept; 30 where left out.')),
      30,
    ),
    slots: v.optional(v.pipe(v.array(slotSchema), v.description('What has to be known.')), []),
    steps: v.pipe(v.array(stepSchema), v.minLength(1, 'must have at least one step'), v.description('What is done, in order.')),
    ...scopeEntries,
  }),
  v.title('Journey'),
  v.description('journeys/<id>.yaml: a short service flow with its slots and steps.'),
);
export type JourneyFile = v.InferOutput<typeof journeySchema>;
