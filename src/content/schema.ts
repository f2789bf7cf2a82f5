import * as v from 'valibot';
import { guideSchema } from './guide-schema.ts';
import { journeySchema } from './journey-schema.ts';
import { nudgeSchema } from './nudge-schema.ts';
import { placesSchema, rightsSchema, riskSchema } from './rights-schema.ts';
import { address, careEntries, scopeEntries, text } from './schema-parts.ts';

/**
 * What authors write. The JSON Schemas that editors pick up are made from these (`npm run schemas`): titles and
 * descriptions are what an editor shows while writing.
 */

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
        voice: v.optional(
          v.pipe(
            text,
            v.maxLength(300, 'must have at most 300 characters'),
            v.description('How replies that a language model writes are to sound, such as: friendly and short, on first-name terms.'),
          ),
        ),
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
    journeys: v.optional(
      v.pipe(
        v.array(text),
        v.description(
          'Built-in journeys to switch on: order-status, delivery-problem, return and so on. A file journeys/<id>.yaml replaces one.',
        ),
      ),
      [],
    ),
    'order-number': v.optional(
      v.pipe(text, v.description('The form of order numbers: # a digit, @ a letter, anything else itself, as in TW-#####.')),
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
          rights: v.optional(rightsSchema, {}),
          risk: v.optional(riskSchema),
          places: v.optional(placesSchema, []),
        }),
        v.description('What the agent may settle alone.'),
      ),
      {},
    ),
    nudges: v.optional(
      v.pipe(
        v.strictObject({
          'per-visit': v.optional(
            v.pipe(v.number(), v.integer(), v.minValue(0), v.description('Most nudges in one visit; 2 where left out.')),
          ),
          'per-day': v.optional(
            v.pipe(v.number(), v.integer(), v.minValue(0), v.description('Most nudges in 24 hours; 3 where left out.')),
          ),
          gap: v.optional(v.pipe(v.number(), v.minValue(0), v.description('Minutes between any two; 2 where left out.'))),
        }),
        v.description('What all nudges together may do.'),
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
  guide: guideSchema,
  journey: journeySchema,
  nudge: nudgeSchema,
} as const;
