import type { Login, Member } from '../../protocol/desk.ts';
import { RelayError } from '../http/relay-error.ts';
import type { RelayParts } from '../relay-parts.ts';
import { newSecret, sha256 } from '../secrets.ts';
import type { DeskSession, MemberRecord } from '../storage/desk-records.ts';

const longest = 12 * 3_600_000;
const idle = 2 * 3_600_000;

// Shared by all instances: by who is tried from where, by address, and by who is tried at all.
const tries = {
  pair: { burst: 5, perSecond: 1 / 60 },
  address: { burst: 20, perSecond: 1 / 30 },
  account: { burst: 50, perSecond: 1 / 20 },
};

/** A member with a log-in that holds. */
export interface DeskCaller {
  readonly member: MemberRecord;
  readonly session: DeskSession;
}

/** Logs a member in. Throws `login-failed`, which does not say whether there is such a member, or `slow-down`. */
export async function logIn(
  parts: RelayParts,
  address: string,
  email: string,
  password: string,
): Promise<{ cookie: string; caller: DeskCaller }> {
  const now = parts.clock();
  const account = await parts.keyed('account', email.toLowerCase());
  const from = await parts.keyed('address', address);
  const limits = parts.storage.limits;
  const waits = [
    await limits.take(`login:${account}:${from}`, tries.pair, now),
    await limits.take(`login:${from}`, tries.address, now),
    await limits.take(`login:${account}`, tries.account, now),
  ];
  const wait = Math.max(...waits);
  if (wait > 0) throw new RelayError('slow-down', `too many attempts; the next in ${wait} s`, { 'retry-after': String(wait) });
  const member = await parts.storage.desk.memberByEmail(email);
  // A stranger is checked against a hash of nothing, so that the time does not tell that there is no such member.
  const isRight = await parts.passwords.verify(password, member?.password ?? (await parts.hashOfNothing()));
  if (member === undefined || !isRight || !member.isActive) {
    if (member !== undefined) await auditMember(parts, member, 'login.failed');
    throw new RelayError('login-failed', 'e-mail or password is wrong');
  }
  const cookie = newSecret();
  const session: DeskSession = { hash: await sha256(cookie), member: member.id, csrf: newSecret(), seen: now, expires: now + longest };
  await parts.storage.desk.openSession(session);
  await auditMember(parts, member, 'login');
  return { cookie, caller: { member, session } };
}

/** Whose log-in a cookie is. Throws `unauthorized`. */
export async function callerOfCookie(parts: RelayParts, cookie: string | undefined): Promise<DeskCaller> {
  const now = parts.clock();
  const session = cookie === undefined ? undefined : await parts.storage.desk.session(await sha256(cookie), now);
  const member = session && (await parts.storage.desk.member(session.member));
  if (session === undefined || member === undefined || !member.isActive || now - session.seen > idle) {
    throw new RelayError('unauthorized', 'nobody is logged in');
  }
  if (now - session.seen > signEvery) await parts.storage.desk.touchSession(session.hash, now);
  return { member, session };
}

/** A member at work gives a sign this often at most, in milliseconds: each costs a write. */
const signEvery = 10_000;

export function loginOf(parts: RelayParts, { member, session }: DeskCaller): Login {
  return {
    member: memberOf(member),
    csrf: session.csrf,
    sites: sitesOf(parts, member).map(({ id, name, locale, pack }) => ({ id, name, locale, ...(pack === undefined ? {} : { pack }) })),
  };
}

export function memberOf({ id, name, email, role, sites }: MemberRecord): Member {
  return { id, name, email, role, sites: [...sites] };
}

/** The sites that a member sees: those named; an admin without any sees all. */
export function sitesOf(parts: RelayParts, { role, sites }: MemberRecord) {
  const all = [...parts.sites.values()];
  return role === 'admin' && sites.length === 0 ? all : all.filter(({ id }) => sites.includes(id));
}

/** Stands in the trail of every site that the member sees. */
export async function auditMember(parts: RelayParts, member: MemberRecord, what: string, actor = `member:${member.id}`): Promise<void> {
  for (const site of sitesOf(parts, member)) await parts.audit(site, { actor, what, subject: member.id, data: {} });
}
