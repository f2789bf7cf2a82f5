import { actionRequestSchema, actionResultSchema } from '../../protocol/relay.ts';
import { performAction } from '../actions/perform-action.ts';
import { RelayError } from '../http/relay-error.ts';
import { type Route, visitorRoute } from '../http/route.ts';

export const actionRoutes: readonly Route[] = [
  visitorRoute({
    method: 'POST',
    path: '/v1/actions/{action}',
    summary: 'Proposes an action; it is decided again, and done once for each key.',
    body: actionRequestSchema,
    most: 32 * 1024,
    reply: actionResultSchema,
    isIdempotent: true,
    errors: ['not-offered'],
    async handle({ parts, caller, params, body, key, address, request }) {
      const { shop } = caller.of;
      if (shop === undefined) throw new RelayError('not-offered', 'the site has no actions');
      if (body.action !== params.action) throw new RelayError('bad-request', '"action" differs from the name in the address');
      if (body.id !== key) throw new RelayError('bad-request', '"id" differs from the Idempotency-Key');
      return performAction(parts, shop, {
        site: caller.of,
        visitor: caller.visitor,
        address,
        request: body,
        signal: request.signal,
        ...(caller.customer === undefined ? {} : { customer: caller.customer }),
      });
    },
  }),
];
