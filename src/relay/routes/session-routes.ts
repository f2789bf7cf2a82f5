import { sessionRequestSchema, sessionSchema } from '../../protocol/relay.ts';
import { isoOf } from '../clock.ts';
import { RelayError } from '../http/relay-error.ts';
import { openRoute, type Route } from '../http/route.ts';
import { newId } from '../secrets.ts';

const sessionLife = 15 * 60_000;
const renewalLife = 90 * 86_400_000;

export const sessionRoutes: readonly Route[] = [
  openRoute({
    access: 'page',
    method: 'POST',
    path: '/v1/sessions',
    summary: 'Opens a session of a visitor, new or coming back.',
    body: sessionRequestSchema,
    reply: sessionSchema,
    errors: ['unknown-site', 'identity-invalid', 'unauthorized', 'session-expired'],
    async handle({ parts, origin, body }) {
      const site = parts.siteByKey(body.site);
      if (site === undefined) throw new RelayError('unknown-site', 'no site has that public key');
      if (!site.origins.includes(origin)) throw new RelayError('origin-refused', `${origin} is none of the site's origins`);
      const now = parts.clock();
      const known = body.renewal === undefined ? undefined : await parts.tokens.read('renewal', body.renewal);
      if (known !== undefined && (known.site !== site.id || known.origin !== origin)) {
        throw new RelayError('unauthorized', 'the renewal token is of another site or origin');
      }
      const reader = body.identity === undefined ? undefined : parts.identityOf(site.id);
      if (body.identity !== undefined && reader === undefined)
        throw new RelayError('identity-invalid', 'the site has no signed identities set up');
      const identity = body.identity === undefined ? undefined : await reader?.read(body.identity);
      const visitor = known?.visitor ?? newId('v');
      const expires = Math.min(now + sessionLife, identity?.expires ?? Number.POSITIVE_INFINITY);
      const renewableUntil = now + renewalLife;
      const of = { visitor, site: site.id, origin };
      const isVerified = identity !== undefined || (await parts.storage.verifications.customerOf(site.id, visitor, now)) !== undefined;
      return {
        session: await parts.tokens.sign('session', { ...of, expires, ...(identity === undefined ? {} : { customer: identity.customer }) }),
        expires: isoOf(expires),
        renewal: await parts.tokens.sign('renewal', { ...of, expires: renewableUntil }),
        renewableUntil: isoOf(renewableUntil),
        visitor,
        customer: isVerified ? ('verified' as const) : ('unknown' as const),
        offers: { handoff: true, actions: site.shop !== undefined, answers: site.model !== undefined },
      };
    },
  }),
];
