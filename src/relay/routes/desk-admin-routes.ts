import {
  auditListSchema,
  deskWeekSchema,
  memberChangeSchema,
  memberListSchema,
  memberRequestSchema,
  memberSchema,
} from '../../protocol/desk.ts';
import { erasedSchema, visitorDataSchema } from '../../protocol/relay.ts';
import { isoOf } from '../clock.ts';
import { auditMember, type DeskCaller, memberOf, sitesOf } from '../desk/log-in.ts';
import { eraseVisitor, visitorData } from '../handoffs/visitor-data.ts';
import { weekOf } from '../handoffs/week-of.ts';
import { RelayError } from '../http/relay-error.ts';
import { type Call, deskRoute, type Route } from '../http/route.ts';
import { newId } from '../secrets.ts';
import type { Site } from '../site.ts';
import type { MemberRecord } from '../storage/desk-records.ts';
import { numberText } from './event-position.ts';

const admins = ['admin'] as const;
const leads = ['lead', 'admin'] as const;
/** In milliseconds. */
const day = 86_400_000;
/** A week's figures rest on so many cases at most, the newest. */
const mostCases = 5000;

export const deskAdminRoutes: readonly Route[] = [
  deskRoute({
    method: 'GET',
    path: '/desk/api/members',
    summary: 'Who works at the desk of the admin’s sites.',
    roles: admins,
    reply: memberListSchema,
    async handle({ parts, caller }) {
      const members = (await parts.storage.desk.members()).filter((member) => isUnder(parts, caller, member));
      return { members: members.map((member) => ({ ...memberOf(member), isActive: member.isActive })) };
    },
  }),
  deskRoute({
    method: 'POST',
    path: '/desk/api/members',
    summary: 'Adds a member.',
    roles: admins,
    body: memberRequestSchema,
    reply: memberSchema,
    errors: ['key-reused'],
    async handle({ parts, caller, body }) {
      const { password, ...rest } = body;
      const member: MemberRecord = { id: newId('m'), ...rest, password: await parts.passwords.hash(password), isActive: true };
      checkReach(parts, caller, member);
      if (!(await parts.storage.desk.addMember(member))) throw new RelayError('key-reused', 'somebody has that e-mail address already');
      await auditMember(parts, member, 'member.added', `member:${caller.member.id}`);
      return memberOf(member);
    },
  }),
  deskRoute({
    method: 'PATCH',
    path: '/desk/api/members/{member}',
    summary: 'Changes a member; a new password or inactivity ends the member’s log-ins.',
    roles: admins,
    body: memberChangeSchema,
    reply: memberSchema,
    errors: ['not-found'],
    async handle({ parts, caller, params, body }) {
      const { desk } = parts.storage;
      const member = await desk.member(params.member ?? '');
      if (member === undefined || !isUnder(parts, caller, member)) throw new RelayError('not-found', 'there is no such member');
      const { role, sites, password, isActive } = body;
      const change = {
        ...(role === undefined ? {} : { role }),
        ...(sites === undefined ? {} : { sites }),
        ...(isActive === undefined ? {} : { isActive }),
        ...(password === undefined ? {} : { password: await parts.passwords.hash(password) }),
      };
      checkReach(parts, caller, { ...member, ...change });
      checkNotOwn(caller, member, change);
      await desk.changeMember(member.id, change);
      if (password !== undefined || isActive === false) await desk.closeSessionsOf(member.id);
      await auditMember(parts, member, 'member.changed', `member:${caller.member.id}`);
      return memberOf((await desk.member(member.id)) ?? member);
    },
  }),
  deskRoute({
    method: 'GET',
    path: '/desk/api/audit',
    summary: 'Who saw and did what, newest first.',
    roles: leads,
    query: { before: { schema: numberText, description: 'Entries before that id.' } },
    reply: auditListSchema,
    async handle({ parts, caller, query }) {
      const before = query.get('before');
      const sites = sitesOf(parts, caller.member).map(({ id }) => id);
      const entries = await parts.storage.audit.list(sites, 100, before === null ? undefined : Number(before));
      const names = new Map((await parts.storage.desk.members()).map(({ id, name }) => [`member:${id}`, name]));
      return {
        entries: entries.map(({ keepUntil: _, at, data, ...entry }) => {
          const name = names.get(entry.actor);
          return { ...entry, ...(name === undefined ? {} : { name }), at: isoOf(at), data: { ...data } };
        }),
      };
    },
  }),
  deskRoute({
    method: 'GET',
    path: '/desk/api/week',
    summary: 'The last seven days: how many cases were solved, how fast, and what is missing.',
    roles: leads,
    reply: deskWeekSchema,
    async handle({ parts, caller }) {
      const from = parts.clock() - 7 * day;
      const sites = sitesOf(parts, caller.member).map(({ id }) => id);
      const [first, last] = [from, parts.clock()].map((time) => isoOf(time).slice(0, 10)) as [string, string];
      const [cases, ...outcomes] = await Promise.all([
        parts.storage.handoffs.workedSince(sites, from, mostCases),
        ...sites.map((site) => parts.storage.outcomes.list(site, first, last)),
      ]);
      return weekOf(from, cases, outcomes.flat());
    },
  }),
  deskRoute({
    method: 'GET',
    path: '/desk/api/sites/{site}/visitors/{visitor}',
    summary: 'Everything that is kept of a visitor, for one who asks by letter.',
    roles: admins,
    reply: visitorDataSchema,
    errors: ['not-found'],
    async handle(call) {
      const { parts, params, caller } = call;
      const site = ownSite(call);
      const visitor = params.visitor ?? '';
      await parts.audit(site, { actor: `member:${caller.member.id}`, what: 'visitor.exported', subject: visitor, data: {} });
      return visitorData(parts, site, visitor);
    },
  }),
  deskRoute({
    method: 'DELETE',
    path: '/desk/api/sites/{site}/visitors/{visitor}',
    summary: 'Deletes everything that is kept of a visitor.',
    roles: admins,
    reply: erasedSchema,
    errors: ['not-found'],
    handle: async (call) => eraseVisitor(call.parts, ownSite(call), call.params.visitor ?? '', `member:${call.caller.member.id}`),
  }),
];

type AdminCall = Pick<Call<unknown, DeskCaller>, 'parts' | 'caller'>;

function ownSite({ parts, caller, params }: Call<unknown, DeskCaller>): Site {
  const site = sitesOf(parts, caller.member).find(({ id }) => id === params.site);
  if (site === undefined) throw new RelayError('not-found', 'there is no such site');
  return site;
}

/** Whether all that a member sees, the admin sees, too. */
function isUnder(parts: AdminCall['parts'], caller: DeskCaller, member: MemberRecord): boolean {
  const own = new Set(sitesOf(parts, caller.member).map(({ id }) => id));
  return sitesOf(parts, member).every(({ id }) => own.has(id));
}

/** Whoever took the role from themselves might leave a site without an admin. */
function checkNotOwn({ member: own }: DeskCaller, member: MemberRecord, change: Partial<MemberRecord>): void {
  if (own.id !== member.id) return;
  const { role = member.role, sites = member.sites, isActive } = change;
  if (role !== member.role || isActive === false || String([...sites].sort()) !== String([...member.sites].sort()))
    throw new RelayError('bad-request', 'your own role, sites and log-in are changed by another admin');
}

/** Nobody gives away more than they have. */
function checkReach(parts: AdminCall['parts'], caller: DeskCaller, member: MemberRecord): void {
  const known = member.sites.every((site) => parts.sites.has(site));
  if (!known || !isUnder(parts, caller, member)) throw new RelayError('bad-request', '"sites" goes beyond the admin’s own');
}
