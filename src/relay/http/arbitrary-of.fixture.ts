import fc from 'fast-check';
import type * as v from 'valibot';
import { schemaOf } from './open-api.ts';

interface JsonSchema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
}

const nasty = [
  "'; drop table handoffs; --",
  '" or 1=1',
  '\0',
  '<script>alert(1)</script>',
  '\r\nset-cookie: a=b',
  '{{7*7}}',
  '../../etc/passwd',
  '\ud800',
  '',
  '𝔘',
];

/** Values that mostly fit a schema, as its JSON Schema in the OpenAPI document says; with texts of the kinds that break things. */
export function arbitraryOf(schema: v.GenericSchema): fc.Arbitrary<unknown> {
  return ofJson(schemaOf(schema) as JsonSchema);
}

function ofJson(schema: JsonSchema): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return fc.oneof(...choices.map(ofJson));
  if (schema.allOf !== undefined) return fc.tuple(...schema.allOf.map(ofJson)).map((parts) => Object.assign({}, ...parts));
  switch (schema.type) {
    case 'object':
      return ofObject(schema);
    case 'array':
      return fc.array(ofJson(schema.items ?? {}), { minLength: schema.minItems ?? 0, maxLength: Math.max(3, schema.minItems ?? 0) });
    case 'string':
      return ofString(schema);
    case 'integer':
      return fc.oneof(fc.nat(), fc.constantFrom(-1, Number.MAX_SAFE_INTEGER, 2 ** 53));
    case 'number':
      return fc.oneof(fc.nat(), fc.double({ noNaN: true, noDefaultInfinity: true }));
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

function ofObject({ properties = {}, required = [], additionalProperties }: JsonSchema): fc.Arbitrary<unknown> {
  const known = fc.record(Object.fromEntries(Object.entries(properties).map(([name, each]) => [name, ofJson(each)])), {
    requiredKeys: required.filter((name) => Object.hasOwn(properties, name)),
  });
  if (typeof additionalProperties !== 'object') return known;
  return fc
    .tuple(known, fc.dictionary(fc.string({ maxLength: 20 }), ofJson(additionalProperties), { maxKeys: 3 }))
    .map(([a, b]) => ({ ...b, ...a }));
}

function ofString({ maxLength = 60, pattern, format }: JsonSchema): fc.Arbitrary<unknown> {
  const odd = fc.oneof(
    fc.constantFrom(...nasty),
    fc.string({ unit: 'binary', maxLength: Math.min(200, maxLength) }),
    fc.constant('a'.repeat(Math.min(maxLength + 1, 9000))),
  );
  if (format === 'email') return fc.oneof({ weight: 4, arbitrary: fc.emailAddress() }, { weight: 1, arbitrary: odd });
  if (format === 'date') return fc.oneof({ weight: 4, arbitrary: fc.constant('2026-11-21') }, { weight: 1, arbitrary: odd });
  if (format === 'date-time')
    return fc.oneof({ weight: 4, arbitrary: fc.constant('2026-11-21T09:30:00.000Z') }, { weight: 1, arbitrary: odd });
  if (pattern !== undefined) return fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...fitting(pattern)) }, { weight: 1, arbitrary: odd });
  return fc.oneof({ weight: 3, arbitrary: fc.string({ minLength: 1, maxLength: Math.min(40, maxLength) }) }, { weight: 1, arbitrary: odd });
}

/** Of a few likely texts those that fit a pattern. */
function fitting(pattern: string): string[] {
  const likely = [
    'abcdefgh',
    'en',
    'pt-BR',
    'EUR',
    'https://shop.example/a',
    '2026-11-21T09:30:00.000Z',
    '2026-11-21',
    '123456',
    'DE',
    'a-unit',
    'TW-1',
    '7',
  ];
  const fits = new RegExp(pattern, 'u');
  const found = likely.filter((text) => fits.test(text));
  return found.length === 0 ? ['abcdefgh'] : found;
}
