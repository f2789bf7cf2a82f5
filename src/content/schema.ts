import * as v from 'valibot';
import { risks } from './unit.ts';

/**
 * What authors write. The JSON Schemas that editors pick up are made from these (`npm run schemas`): titles and
 * descriptions are what an editor shows while writing.
 */

const text = v.pipe(v.string(), v.trim(), v.nonEmpty('must not be empty'));
const textList = v.union([text, v.array(text)], 'must be a text or a list of texts');
const date = v.pipe(v.string(), v.isoDate('must be a date such as 2026-11-30'), v.check(isCalendarDate, 'must be a date that exists'));

function isCalendarDate(iso: string): boolean {
  const time = Date.parse(iso);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso);
}

function address(example: string) {
  return v.pipe(v.string(), v.url(`must be an address such as ${example}`));
}

const scopeEntries = {
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

const wordingEntries = {
  question: v.pipe(text, v.description('The question in a visitor’s words; it is shown as the title of the answer.')),
  phrasings: v.optional(
    v.pipe(
      v.array(text),
      v.description('Other ways to ask the same, as people type them. Five good ones make the agent find the unit far more often.'),
    ),
    [],
  ),
};

const careEntries = {
  source: v.optional(v.pipe(text, v.description('Where the answer comes from: the address of a page, or the name of a document.'))),
  owner: v.optional(v.pipe(text, v.description('Who answers for it: a team or a person.'))),
  review: v.optional(v.pipe(date, v.description('The day by which somebody has to read it again, as in 2027-03-31.'))),
  risk: v.optional(
    v.pipe(v.picklist(risks), v.description('What is at stake where the answer is wrong; the agent is more careful with all but normal.')),
  ),
  related: v.optional(v.pipe(v.array(text), v.description('Ids of units that visitors often need next.'))),
};

const id = v.pipe(text, v.description('The unit’s id, where it is to differ from the file name. Unique in the whole site.'));

/** Front matter of `units/**\/<id>.md`: the unit in the site's default locale, with all that holds for every locale. */
export const unitFrontMatterSchema = v.pipe(
  v.strictObject({ id: v.optional(id), ...wordingEntries, ...scopeEntries, ...careEntries }),
  v.title('Unit of support content'),
  v.description('Front matter of units/<topic>/<id>.md; the answer follows below it, in Markdown.'),
);
export type UnitFrontMatter = v.InferOutput<typeof unitFrontMatterSchema>;

/**
 * Front matter of `units/**\/<id>.<locale>.md`: the same unit's words in another locale. What is said of the unit as a
 * whole (scope, source and so on) may stand here only where the unit has no words in the default locale.
 */
export const variantFrontMatterSchema = v.pipe(
  v.strictObject({ id: v.optional(id), ...wordingEntries, ...scopeEntries, ...careEntries }),
  v.title('Words of a unit in another locale'),
  v.description(
    'Front matter of units/<topic>/<id>.<locale>.md: question and phrasings. Source, owner and the like stand in <id>.md; only a unit that has no words in the default locale has them here.',
  ),
);

/** `units/**\/*.yaml`: a list of units with all their locales. */
export const yamlUnitsSchema = v.pipe(
  v.array(
    v.strictObject({
      id: v.pipe(text, v.description('The unit’s id, unique in the whole site.')),
      locales: v.pipe(
        v.record(v.string(), v.strictObject({ ...wordingEntries, answer: v.pipe(text, v.description('The answer, in Markdown.')) })),
        v.description('The unit’s words by locale: en, pt-BR, zh …'),
      ),
      ...scopeEntries,
      ...careEntries,
    }),
  ),
  v.title('Units of support content'),
  v.description('A list of units, each with all its locales.'),
);
export type YamlUnit = v.InferOutput<typeof yamlUnitsSchema>[number];

/** `edge-agent.yaml`. */
export const siteSchema = v.pipe(
  v.strictObject({
    site: v.pipe(
      v.strictObject({
        id: v.pipe(text, v.description('A short name for machines; it stays the same when the site is renamed.')),
        name: v.pipe(text, v.description('The site’s name as visitors know it.')),
        url: v.optional(v.pipe(address('https://shop.example'), v.description('The site’s address.'))),
      }),
      v.description('The site that the content is for.'),
    ),
    locales: v.pipe(
      v.array(text),
      v.minLength(1, 'must name at least one locale, the default first'),
      v.description('The locales of the content, the default first: what everyone can fall back to.'),
    ),
    suggestions: v.optional(
      v.pipe(
        v.array(text),
        v.description(
          'Ids of units whose questions are suggested to visitors before they ask. Left out: the first ones that hold for all.',
        ),
      ),
      [],
    ),
    contact: v.optional(
      v.pipe(
        v.strictObject({
          email: v.optional(v.pipe(v.string(), v.email('must be an e-mail address'), v.description('Where a person reads mail.'))),
          phone: v.optional(v.pipe(text, v.description('With the country’s code, as in "+31 10 555 0142".'))),
          url: v.optional(v.pipe(address('https://shop.example/contact'), v.description('The address of the contact page.'))),
          hours: v.optional(
            v.pipe(v.union([text, v.record(v.string(), text)]), v.description('When a person answers: one text, or one for each locale.')),
          ),
        }),
        v.description('How visitors reach a person when the agent has no answer.'),
      ),
      {},
    ),
    policy: v.optional(
      v.pipe(
        v.strictObject({
          precision: v.optional(
            v.pipe(
              v.number(),
              v.minValue(0.5, 'must be 0.5 or more'),
              v.maxValue(0.999, 'must be 0.999 or less'),
              v.description(
                'Share of given answers that have to be right, 0.5 to 0.999. Higher means more often asking back or declining.',
              ),
            ),
            0.95,
          ),
        }),
        v.description('What the agent may settle alone.'),
      ),
      {},
    ),
  }),
  v.title('Settings of a site’s support content'),
  v.description('edge-agent.yaml: the site, its locales and how a person can be reached.'),
);
export type SiteFile = v.InferOutput<typeof siteSchema>;

/** By the name of the JSON Schema file that is made of each. */
export const authoringSchemas = {
  'edge-agent': siteSchema,
  unit: unitFrontMatterSchema,
  'unit-variant': variantFrontMatterSchema,
  units: yamlUnitsSchema,
} as const;
