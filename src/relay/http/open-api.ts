import { toJsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import { type RelayErrorCode, relayErrors } from '../../protocol/relay-errors.ts';
import { deskCookieName } from '../desk/desk-cookie.ts';
import type { MediaType, Route } from './route.ts';

/** What a route may answer whatever it is. */
const everywhere: readonly RelayErrorCode[] = ['bad-request', 'slow-down', 'internal', 'unavailable'];

interface Info {
  readonly title: string;
  readonly version: string;
  readonly description: string;
}

/** The OpenAPI 3.1 document of some routes, out of the schemas that they check with. */
export function openApiDocument(routes: readonly Route[], info: Info): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) {
    const methods = paths[route.path] ?? {};
    methods[route.method.toLowerCase()] = operation(route);
    paths[route.path] = methods;
  }
  return {
    openapi: '3.1.0',
    info,
    paths,
    components: {
      securitySchemes: {
        visitor: { type: 'http', scheme: 'bearer', description: 'The session of POST /v1/sessions.' },
        shop: {
          type: 'apiKey',
          in: 'header',
          name: 'webhook-signature',
          description:
            'HMAC-SHA256 by the secret that shop and relay share, over `webhook-id`, `webhook-timestamp` and the body (Standard Webhooks).',
        },
        desk: {
          type: 'apiKey',
          in: 'cookie',
          name: deskCookieName,
          description: 'The log-in of POST /desk/api/login; `__Host-` stands before it over https.',
        },
        csrf: {
          type: 'apiKey',
          in: 'header',
          name: 'X-CSRF-Token',
          description: 'The `csrf` of the log-in, with every request but a GET.',
        },
      },
      schemas: { Error: errorSchema },
    },
  };
}

const errorSchema = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['code', 'message', 'mend'],
      properties: {
        code: { type: 'string', enum: Object.keys(relayErrors) },
        message: { type: 'string', description: 'What is wrong with this request.' },
        mend: { type: 'string', description: 'What to do about it.' },
      },
    },
  },
};

function operation(route: Route): object {
  const { summary, path, query = {}, body, isIdempotent, access } = route;
  const parameters = [
    ...[...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
    ...Object.entries(query).map(([name, { schema, description }]) => ({
      name,
      in: 'query',
      required: false,
      description,
      schema: schemaOf(schema),
    })),
    ...(isIdempotent
      ? [{ name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string', pattern: '^[\\w-]{8,64}$' } }]
      : []),
  ];
  return {
    summary,
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body === undefined ? {} : { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body) } } } }),
    ...(access === 'visitor' ? { security: [{ visitor: [] }] } : {}),
    ...(access === 'shop' ? { security: [{ shop: [] }] } : {}),
    ...(access === 'desk' ? { security: [{ desk: [], ...(route.method === 'GET' ? {} : { csrf: [] }) }] } : {}),
    responses: { '200': { description: 'Done.', content: contentOf(route.reply) }, ...errorResponses(errorsOf(route)) },
  };
}

/** Every error that a route can answer. */
export function errorsOf({ access, method, body, isIdempotent, roles, errors = [] }: Route): readonly RelayErrorCode[] {
  const codes = new Set<RelayErrorCode>([...everywhere, ...errors]);
  if (access !== 'open' && access !== 'shop') codes.add('origin-refused');
  if (access === 'shop') codes.add('signature-refused');
  if (access === 'desk') codes.add('unauthorized');
  if (access === 'desk' && method !== 'GET') codes.add('csrf-refused');
  if (roles !== undefined) codes.add('forbidden');
  if (access === 'visitor') for (const code of ['unauthorized', 'session-expired'] as const) codes.add(code);
  if (body !== undefined) for (const code of ['wrong-type', 'too-large', 'too-slow'] as const) codes.add(code);
  if (isIdempotent) codes.add('bad-key');
  return [...codes];
}

function errorResponses(codes: readonly RelayErrorCode[]): Record<string, object> {
  const responses: Record<string, object> = {};
  for (const status of [...new Set(codes.map((code) => relayErrors[code].status))].sort()) {
    const own = codes.filter((code) => relayErrors[code].status === status);
    responses[String(status)] = {
      description: own.map((code) => `\`${code}\`: ${relayErrors[code].mend}`).join(' '),
      content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
    };
  }
  return responses;
}

function contentOf(reply: Route['reply']): object {
  if (!isMedia(reply)) return { 'application/json': { schema: schemaOf(reply) } };
  const { media, schema } = reply;
  return { [media]: schema === undefined ? {} : { schema: schemaOf(schema) } };
}

export function isMedia(reply: Route['reply']): reply is MediaType {
  return 'media' in reply;
}

/** What JSON Schema cannot say (checks by code) is left to the relay; the bounds and shapes are all there. */
export function schemaOf(schema: v.GenericSchema): object {
  const { $schema: _, $defs: __, ...rest } = toJsonSchema(schema, { target: 'draft-2020-12', typeMode: 'input', errorMode: 'ignore' });
  return withoutReferences(rest) as object;
}

/** Only what may be any JSON is recursive; its definition would have to stand at the root of the whole document. */
function withoutReferences(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutReferences);
  if (typeof value !== 'object' || value === null) return value;
  if ('$ref' in value) return { description: 'Any JSON.' };
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withoutReferences(each)]));
}
