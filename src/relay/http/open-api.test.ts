import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { relayErrors } from '../../protocol/relay-errors.ts';
import { relayRoutes } from '../create-relay.ts';
import { type TestRelay, testRelay } from '../relay.fixture.ts';
import { errorsOf, isMedia } from './open-api.ts';

interface Operation {
  readonly summary: string;
  readonly security?: unknown;
  readonly requestBody?: unknown;
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly responses: Readonly<Record<string, unknown>>;
}

async function documented(test: TestRelay): Promise<Map<string, Operation>> {
  const { body } = await test.ask('GET', '/openapi.json');
  expect(body.openapi).toBe('3.1.0');
  return new Map(
    Object.entries(body.paths as Record<string, Record<string, Operation>>).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as const),
    ),
  );
}

describe('the OpenAPI document', () => {
  it('describes every route and nothing else', async () => {
    const operations = await documented(await testRelay());
    expect([...operations.keys()].sort()).toEqual(
      relayRoutes()
        .map(({ method, path }) => `${method} ${path}`)
        .sort(),
    );
    for (const [name, { summary, responses }] of operations) {
      expect(summary, name).not.toBe('');
      expect(Object.keys(responses), name).toContain('200');
    }
  });

  it('names each parameter, body and error of a route', async () => {
    const operations = await documented(await testRelay());
    for (const route of relayRoutes()) {
      const operation = operations.get(`${route.method} ${route.path}`);
      const names = (operation?.parameters ?? []).map(({ name }) => name);
      for (const [, name] of route.path.matchAll(/\{(\w+)\}/g)) expect(names).toContain(name);
      expect(names.includes('Idempotency-Key')).toBe(route.isIdempotent === true);
      expect(operation?.requestBody !== undefined).toBe(route.body !== undefined);
      for (const code of errorsOf(route)) expect(Object.keys(operation?.responses ?? {})).toContain(String(relayErrors[code].status));
      expect(isMedia(route.reply) || v.isOfKind('schema', route.reply)).toBe(true);
    }
  });

  it('is told the truth by every route when it refuses: the status and the shape are among those it names', async () => {
    const test = await testRelay();
    const { session } = await test.visitor();
    for (const route of relayRoutes()) {
      const path = route.path.replace(/\{\w+\}/g, 'nothing-here');
      for (const given of [
        {},
        { session },
        { session, key: 'abcdefgh' },
        ...(route.body === undefined ? [] : [{ session, key: 'abcdefgh', body: { nonsense: true } }]),
        { origin: '' },
      ]) {
        const { status, body, headers } = await test.ask(route.method, path, { ...given, address: crypto.randomUUID() });
        if (status === 200) continue;
        expect(headers.get('content-type'), `${route.method} ${path}`).toContain('application/json');
        expect(errorsOf(route), `${route.method} ${path}: ${JSON.stringify(body)}`).toContain(body.error.code);
        expect(body.error.mend).toBe(relayErrors[body.error.code as keyof typeof relayErrors].mend);
      }
    }
  });
});
