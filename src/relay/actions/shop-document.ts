import type { BuiltInAction } from '../../journey/actions.ts';
import {
  builtInActions,
  factsReplySchema,
  factsRequestSchema,
  findCustomerReplySchema,
  findCustomerRequestSchema,
  performReplySchema,
  performRequestSchema,
  sendCodeReplySchema,
  sendCodeRequestSchema,
} from '../../protocol/shop.ts';
import { schemaOf } from '../http/open-api.ts';

const description = `What a shop implements so that the agent can act in it. The relay alone calls these endpoints, over HTTPS.

Every request is signed in the manner of Standard Webhooks (https://www.standardwebhooks.com): the header
\`webhook-signature\` holds \`v1,\` and the base64 of HMAC-SHA256 over \`<webhook-id>.<webhook-timestamp>.<body>\`, keyed with
the bytes behind \`whsec_\` in the shared secret. Refuse with 401 what is not signed so, or whose timestamp (seconds since
1970) is more than 300 seconds off. The header may hold several signatures parted by spaces: one has to be right.

Every request may come again with the same \`webhook-id\`: the relay tries up to three times after a network error, a time-out
of five seconds, or a status of 408, 429 or 5xx. Look-ups change nothing; what changes something acts once for each \`id\`
and answers the same each time. Other statuses are not tried again. Amounts are whole minor units (cents, yen).`;

/** The OpenAPI 3.1 document of a shop's own endpoints. */
export function shopDocument(): object {
  const post = (summary: string, request: object, reply: object) => ({
    post: {
      summary,
      parameters: [
        { $ref: '#/components/parameters/Id' },
        { $ref: '#/components/parameters/Timestamp' },
        { $ref: '#/components/parameters/Signature' },
      ],
      requestBody: { required: true, content: { 'application/json': { schema: request } } },
      responses: {
        '200': { description: 'The reply.', content: { 'application/json': { schema: reply } } },
        '401': { description: 'The signature is not right, or too old.' },
        '404': { description: 'The shop does not know that.' },
      },
    },
  });
  const actions = Object.entries(builtInActions).filter(([name]) => !ownActions.has(name));
  return {
    openapi: '3.1.0',
    info: { title: 'A shop behind Edge Agent', version: '1', description },
    paths: {
      '/customers/find': post(
        'Whose contact this is, or nobody’s.',
        schemaOf(findCustomerRequestSchema),
        schemaOf(findCustomerReplySchema),
      ),
      '/codes/send': post('Sends a one-time code to the contact on file.', schemaOf(sendCodeRequestSchema), schemaOf(sendCodeReplySchema)),
      '/facts': post('What the policy’s rules may ask about, before an action.', schemaOf(factsRequestSchema), schemaOf(factsReplySchema)),
      ...Object.fromEntries(
        actions.map(([name, { summary, args, data }]) => [
          `/actions/${name}`,
          post(
            summary,
            { allOf: [schemaOf(performRequestSchema), { type: 'object', properties: { args: schemaOf(args) } }] },
            replyOf(schemaOf(data)),
          ),
        ]),
      ),
      '/actions/{name}': {
        ...post('Any other action that the shop’s own journeys name.', schemaOf(performRequestSchema), schemaOf(performReplySchema)),
        parameters: [{ name: 'name', in: 'path', required: true, schema: { type: 'string' } }],
      },
    },
    components: {
      parameters: {
        Id: { name: 'webhook-id', in: 'header', required: true, schema: { type: 'string' } },
        Timestamp: { name: 'webhook-timestamp', in: 'header', required: true, schema: { type: 'string', pattern: '^\\d+$' } },
        Signature: { name: 'webhook-signature', in: 'header', required: true, schema: { type: 'string' } },
      },
    },
  };
}

/** What the relay does itself, with `/customers/find` and `/codes/send`. */
const ownActions: ReadonlySet<string> = new Set<BuiltInAction>(['start-verification', 'finish-verification']);

/** A reply whose `data`, where it is done, is the action's own. */
function replyOf(data: object): object {
  const kind = (name: string) => ({ const: name });
  return {
    oneOf: [
      { type: 'object', required: ['kind', 'data'], properties: { kind: kind('done'), data } },
      { type: 'object', required: ['kind'], properties: { kind: kind('not-found') }, description: 'This customer has no such thing.' },
      {
        type: 'object',
        required: ['kind', 'field', 'message'],
        properties: { kind: kind('invalid'), field: { type: 'string' }, message: { type: 'string' } },
        description: 'The arguments cannot be used; the visitor is told the message.',
      },
    ],
  };
}
