import type { Migration, MigrationProvider } from 'kysely/migration';
import type { Dialect } from '../open-database.ts';
import { actionsMigration } from './0001-actions.ts';
import { handoffsMigration } from './0002-handoffs.ts';
import { deliveriesMigration } from './0003-deliveries.ts';
import { nudgesMigration } from './0004-nudges.ts';
import { caseWorkMigration } from './0005-case-work.ts';
import { fixCountsMigration } from './0006-fix-counts.ts';

/** Every change of the tables, in order, by a name that never changes; a released one is never edited. */
export function migrationsFor(dialect: Dialect): MigrationProvider {
  const migrations: Record<string, Migration> = {
    '0001-actions': actionsMigration(dialect),
    '0002-handoffs': handoffsMigration,
    '0003-deliveries': deliveriesMigration,
    '0004-nudges': nudgesMigration,
    '0005-case-work': caseWorkMigration,
    '0006-fix-counts': fixCountsMigration,
  };
  return { getMigrations: async () => migrations };
}
