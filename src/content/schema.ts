import * as v from 'valibot';
import { risks } from './unit.ts';

/** What authors write. The JSON Schemas that editors pick up are made from these (`npm run schemas`). */

const text = v.pipe(v.string(), v.trim(), v.nonEmpty('must not be empty'));
const textList = v.union([text, v.array(text)], 'must be a text or a list of texts');
const date = v.pipe(v.string(), v.isoDate('must be a date such as 2026-11-30'));

const scopeEntries = {
  product: v.optional(textList),
  market: v.optional(textList),
  audience: v.optional(textList),
  valid: v.optional(v.strictObject({ from: v.optional(date), to: v.optional(date) })),
  when: v.optional(text),
};

const wordingEntries = {
  question: text,
  phrasings: v.optional(v.array(text), []),
};

const careEntries = {
  source: v.optional(text),
  owner: v.optional(text),
  review: v.optional(date),
  risk: v.optional(v.picklist(risks), 'normal'),
  related: v.optional(v.array(text), []),
};

/** Front matter of `units/**\/<id>.md`: the unit in the site's default locale, with all that holds for every locale. */
export const unitFrontMatterSchema = v.strictObject({ id: v.optional(text), ...wordingEntries, ...scopeEntries, ...careEntries });
export type UnitFrontMatter = v.InferOutput<typeof unitFrontMatterSchema>;

/** Front matter of `units/**\/<id>.<locale>.md`: the same unit's words in another locale. */
export const variantFrontMatterSchema = v.strictObject({ id: v.optional(text), ...wordingEntries });

/** `units/**\/*.yaml`: a list of units with all their locales. */
export const yamlUnitsSchema = v.array(
  v.strictObject({
    id: text,
    locales: v.record(v.string(), v.strictObject({ ...wordingEntries, answer: text })),
    ...scopeEntries,
    ...careEntries,
  }),
);
export type YamlUnit = v.InferOutput<typeof yamlUnitsSchema>[number];

/** `edge-agent.yaml`. */
export const siteSchema = v.strictObject({
  site: v.strictObject({
    id: text,
    name: text,
    url: v.optional(v.pipe(v.string(), v.url('must be an address such as https://shop.example'))),
  }),
  locales: v.pipe(v.array(text), v.minLength(1, 'must name at least one locale, the default first')),
  contact: v.optional(
    v.strictObject({
      email: v.optional(v.pipe(v.string(), v.email('must be an e-mail address'))),
      phone: v.optional(text),
      url: v.optional(v.pipe(v.string(), v.url('must be an address such as https://shop.example/contact'))),
      hours: v.optional(v.union([text, v.record(v.string(), text)])),
    }),
    {},
  ),
  policy: v.optional(
    v.strictObject({
      precision: v.optional(v.pipe(v.number(), v.minValue(0.5), v.maxValue(0.999)), 0.95),
    }),
    {},
  ),
});
export type SiteFile = v.InferOutput<typeof siteSchema>;

export const authoringSchemas = {
  'edge-agent': siteSchema,
  unit: unitFrontMatterSchema,
  'unit-variant': variantFrontMatterSchema,
  units: yamlUnitsSchema,
} as const;
