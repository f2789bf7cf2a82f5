import * as v from 'valibot';
import { loginRequestSchema, loginSchema } from '../../protocol/desk.ts';
import { doneSchema } from '../../protocol/relay.ts';
import { deskCookie } from '../desk/desk-cookie.ts';
import { auditMember, logIn, loginOf } from '../desk/log-in.ts';
import { jsonResponse } from '../http/responses.ts';
import { deskRoute, openRoute, type Route } from '../http/route.ts';
import { deskAdminRoutes } from './desk-admin-routes.ts';
import { deskHandoffRoutes } from './desk-handoff-routes.ts';
import { deskProposalRoutes } from './desk-proposal-routes.ts';

const loginRoutes: readonly Route[] = [
  openRoute({
    access: 'desk-page',
    method: 'POST',
    path: '/desk/api/login',
    summary: 'Logs a member of the desk in.',
    body: loginRequestSchema,
    reply: loginSchema,
    errors: ['login-failed'],
    async handle({ parts, request, origin, address, body }) {
      const { cookie, caller } = await logIn(parts, address, body.email, body.password);
      return jsonResponse(parts, request, loginOf(parts, caller), { 'set-cookie': deskCookie(origin, cookie) });
    },
  }),
  deskRoute({
    method: 'GET',
    path: '/desk/api/me',
    summary: 'Who is logged in.',
    reply: loginSchema,
    handle: async ({ parts, caller }) => loginOf(parts, caller),
  }),
  deskRoute({
    method: 'POST',
    path: '/desk/api/logout',
    summary: 'Logs out; what the member had goes back to the queue.',
    body: v.object({}),
    reply: doneSchema,
    async handle({ parts, request, origin, caller: { member, session } }) {
      await parts.storage.desk.closeSession(session.hash);
      await auditMember(parts, member, 'logout');
      return jsonResponse(parts, request, { done: true }, { 'set-cookie': deskCookie(origin, '') });
    },
  }),
];

export const deskRoutes: readonly Route[] = [...loginRoutes, ...deskHandoffRoutes, ...deskProposalRoutes, ...deskAdminRoutes];
