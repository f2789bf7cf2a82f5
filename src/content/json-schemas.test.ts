import { expect, it } from 'vitest';
import { jsonSchemas } from './json-schemas.ts';
import edgeAgent from './schemas/edge-agent.schema.json' with { type: 'json' };
import guide from './schemas/guide.schema.json' with { type: 'json' };
import journey from './schemas/journey.schema.json' with { type: 'json' };
import nudge from './schemas/nudge.schema.json' with { type: 'json' };
import unit from './schemas/unit.schema.json' with { type: 'json' };
import unitVariant from './schemas/unit-variant.schema.json' with { type: 'json' };
import units from './schemas/units.schema.json' with { type: 'json' };

const committed: Record<string, unknown> = {
  'edge-agent.schema.json': edgeAgent,
  'guide.schema.json': guide,
  'unit.schema.json': unit,
  'journey.schema.json': journey,
  'nudge.schema.json': nudge,
  'unit-variant.schema.json': unitVariant,
  'units.schema.json': units,
};

it('the committed JSON Schemas are those of the schemas in the code; `npm run schemas` renews them', () => {
  const made: unknown = JSON.parse(JSON.stringify(Object.fromEntries(jsonSchemas())));
  expect(committed).toEqual(made);
});

it('every key that an author can write has a description for editors to show', () => {
  const undescribed: string[] = [];
  const visit = (schema: unknown, path: string): void => {
    if (typeof schema !== 'object' || schema === null) return;
    const { properties, description } = schema as { properties?: Record<string, { description?: string }>; description?: string };
    if (path !== '' && description === undefined) undescribed.push(path);
    for (const [name, property] of Object.entries(properties ?? {})) visit(property, `${path}/${name}`);
  };
  for (const [name, schema] of jsonSchemas()) {
    expect(schema, name).toMatchObject({ title: expect.any(String), description: expect.any(String) });
    visit(schema, '');
  }
  expect(undescribed).toEqual([]);
});
