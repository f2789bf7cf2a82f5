import type { Kysely, Selectable } from 'kysely';
import type { Draft } from '../../../protocol/desk.ts';
import type { DeskRecords, DeskSession, MemberRecord } from '../../storage/desk-records.ts';
import type { Tables } from './tables.ts';

export class KyselyDesk implements DeskRecords {
  constructor(private readonly db: Kysely<Tables>) {}

  async memberByEmail(email: string): Promise<MemberRecord | undefined> {
    return recordOf(await this.db.selectFrom('members').selectAll().where('email', '=', email.toLowerCase()).executeTakeFirst());
  }

  async member(id: string): Promise<MemberRecord | undefined> {
    return recordOf(await this.db.selectFrom('members').selectAll().where('id', '=', id).executeTakeFirst());
  }

  async members(): Promise<MemberRecord[]> {
    const rows = await this.db.selectFrom('members').selectAll().orderBy('name').execute();
    return rows.flatMap((row) => recordOf(row) ?? []);
  }

  async addMember({ id, name, email, role, sites, password, isActive }: MemberRecord): Promise<boolean> {
    const added = await this.db
      .insertInto('members')
      .values({ id, name, email: email.toLowerCase(), role, sites: JSON.stringify(sites), password, is_active: isActive ? 1 : 0 })
      .onConflict((conflict) => conflict.column('email').doNothing())
      .returning('id')
      .executeTakeFirst();
    return added !== undefined;
  }

  async changeMember(id: string, { role, sites, password, isActive }: Parameters<DeskRecords['changeMember']>[1]): Promise<void> {
    const set = {
      ...(role === undefined ? {} : { role }),
      ...(sites === undefined ? {} : { sites: JSON.stringify(sites) }),
      ...(password === undefined ? {} : { password }),
      ...(isActive === undefined ? {} : { is_active: isActive ? 1 : 0 }),
    };
    if (Object.keys(set).length > 0) await this.db.updateTable('members').set(set).where('id', '=', id).execute();
  }

  async openSession(session: DeskSession): Promise<void> {
    await this.db.insertInto('desk_sessions').values(session).execute();
  }

  async session(hash: string, now: number): Promise<DeskSession | undefined> {
    return this.db.selectFrom('desk_sessions').selectAll().where('hash', '=', hash).where('expires', '>', now).executeTakeFirst();
  }

  async touchSession(hash: string, now: number): Promise<void> {
    await this.db.updateTable('desk_sessions').set({ seen: now }).where('hash', '=', hash).execute();
  }

  async closeSession(hash: string): Promise<void> {
    await this.db.deleteFrom('desk_sessions').where('hash', '=', hash).execute();
  }

  async closeSessionsOf(member: string): Promise<void> {
    await this.db.deleteFrom('desk_sessions').where('member', '=', member).execute();
  }

  async eraseExpired(now: number): Promise<void> {
    await this.db.deleteFrom('desk_sessions').where('expires', '<', now).execute();
  }

  async addDraft(draft: Draft): Promise<void> {
    const { id, site, at } = draft;
    await this.db
      .insertInto('drafts')
      .values({ id, site, at: Date.parse(at), draft: JSON.stringify(draft) })
      .execute();
  }

  async drafts(sites: readonly string[]): Promise<Draft[]> {
    if (sites.length === 0) return [];
    const rows = await this.db.selectFrom('drafts').select('draft').where('site', 'in', sites).orderBy('at', 'desc').limit(500).execute();
    return rows.map(({ draft }) => JSON.parse(draft) as Draft);
  }
}

function recordOf(row: Selectable<Tables['members']> | undefined): MemberRecord | undefined {
  if (row === undefined) return undefined;
  const { sites, is_active: isActive, ...rest } = row;
  return { ...rest, sites: JSON.parse(sites) as string[], isActive: isActive === 1 };
}
