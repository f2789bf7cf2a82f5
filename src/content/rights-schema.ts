import * as v from 'valibot';
import { periods } from '../policy/rights.ts';
import { text } from './schema-parts.ts';

const words = v.union([text, v.record(v.string(), text)], 'must be a text, or one text for each locale');

const limitSchema = v.strictObject({
  amount: v.optional(v.pipe(text, v.description('Highest amount of one action, as in 25 USD. Write one limit for each currency.'))),
  times: v.optional(v.pipe(v.number(), v.integer('must be a whole number'), v.description('How often for one customer in the period.'))),
  within: v.optional(v.pipe(v.picklist(periods), v.description('The period that "times" counts in; a year where it is left out.'))),
  because: v.optional(v.pipe(words, v.description('What the visitor is told beyond the limit; left out: the rule’s own reason.'))),
});

const ruleSchema = v.strictObject({
  id: v.pipe(text, v.description('Unique among the rules of the action. It stands in the audit record.')),
  when: v.optional(
    v.pipe(
      text,
      v.description(
        'When the rule holds, such as: market == "EU" && daysSince(order.placed) <= 30 && order.total <= money("500 EUR"). Left out: always.',
      ),
    ),
  ),
  right: v.pipe(
    v.picklist(['auto', 'confirm', 'person', 'refuse']),
    v.description('Who settles it: the agent alone, the agent once the visitor has confirmed, a person; or it is refused.'),
  ),
  limits: v.optional(v.pipe(v.array(limitSchema), v.description('Beyond any of them a person decides.')), []),
  because: v.pipe(words, v.description('Why, for the visitor: one text, or one for each locale.')),
});

/** `policy.rights` in `edge-agent.yaml`: rules by the name of the action. */
export const rightsSchema = v.pipe(
  v.record(v.string(), v.array(ruleSchema)),
  v.description('Who settles what: for each action its rules. The first that holds decides; where none holds, a person does.'),
);
export type RightsFile = v.InferOutput<typeof rightsSchema>;

const stakeSchema = v.strictObject({
  sure: v.optional(
    v.pipe(
      v.number(),
      v.minValue(0, 'must be 0 or more'),
      v.maxValue(1, 'must be 1 or less'),
      v.description('From which confidence on an answer stands alone, 0 to 1.'),
    ),
  ),
  amounts: v.optional(
    v.pipe(
      v.array(text),
      v.description(
        'Highest amounts that a question may name, one for each currency, as in [500 EUR, 500 USD]. Left out: amounts do not count.',
      ),
    ),
  ),
});

/** `policy.risk`: how far the agent answers alone where something is at stake. */
export const riskSchema = v.pipe(
  v.strictObject({
    money: v.optional(v.pipe(stakeSchema, v.description('Sure from 0.9 on where left out.'))),
    safety: v.optional(v.pipe(stakeSchema, v.description('Sure from 0.97 on where left out.'))),
    legal: v.optional(v.pipe(stakeSchema, v.description('Sure from 0.97 on where left out.'))),
  }),
  v.description('By the risk of units: how far the agent answers alone. Beyond it a person is offered beside the answer.'),
);
export type RiskFile = v.InferOutput<typeof riskSchema>;

/** `policy.places`: where returned things go. */
export const placesSchema = v.pipe(
  v.array(
    v.strictObject({
      when: v.optional(
        v.pipe(text, v.description('What is sent there, such as: market == "EU" && item.category == "lamp". Left out: anything.')),
      ),
      name: v.optional(text),
      street: text,
      postcode: v.optional(text),
      city: text,
      region: v.optional(text),
      country: v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'must be a country such as DE')),
    }),
  ),
  v.description('Where returned things go; the first place whose condition holds for a thing counts.'),
);
