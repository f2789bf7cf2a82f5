import type { Kysely } from 'kysely';
import type { AuditEntry, AuditTrail } from '../../storage/audit-trail.ts';
import type { Tables } from './tables.ts';

export class KyselyAudit implements AuditTrail {
  constructor(private readonly db: Kysely<Tables>) {}

  async append({ at, site, actor, what, subject, data, keepUntil }: AuditEntry): Promise<void> {
    await this.db
      .insertInto('audit')
      .values({ at, site, actor, what, subject, data: JSON.stringify(data), keep_until: Math.ceil(keepUntil) })
      .execute();
  }

  async list(sites: readonly string[], limit: number, before?: number): Promise<(AuditEntry & { readonly id: number })[]> {
    if (sites.length === 0) return [];
    let query = this.db.selectFrom('audit').selectAll().where('site', 'in', sites).orderBy('id', 'desc').limit(limit);
    if (before !== undefined) query = query.where('id', '<', before);
    return (await query.execute()).map(({ keep_until: keepUntil, data, ...row }) => ({
      ...row,
      keepUntil,
      data: JSON.parse(data) as AuditEntry['data'],
    }));
  }

  async eraseExpired(now: number): Promise<number> {
    const { numDeletedRows } = await this.db.deleteFrom('audit').where('keep_until', '<', now).executeTakeFirst();
    return Number(numDeletedRows);
  }
}
