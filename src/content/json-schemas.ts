import { toJsonSchema } from '@valibot/to-json-schema';
import { authoringSchemas } from './schema.ts';

/** The JSON Schemas of what authors write, by file name; `npm run schemas` puts them into `schemas/`. */
export function jsonSchemas(): ReadonlyMap<string, object> {
  return new Map(
    Object.entries(authoringSchemas).map(([name, schema]) => [
      `${name}.schema.json`,
      // What JSON Schema cannot say (dates that exist, trimming) is left to `edge-agent check`.
      toJsonSchema(schema, { typeMode: 'input', errorMode: 'ignore' }),
    ]),
  );
}
