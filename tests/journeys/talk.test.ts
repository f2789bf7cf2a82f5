import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { hasPostgres } from '../../src/relay/node/postgres.fixture.ts';
import { runTalk } from './fixtures/talk.ts';

const program = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

// The short form of `npm run chaos:relay -- --browsers`: each kind of failure once.
describe('a talk between a visitor’s browser and the desk’s', { timeout: 240_000 }, () => {
  it('displays all that was typed on both sides, once and in order, on SQLite', async () => {
    const report = await runTalk({ failures: 10, database: 'sqlite', program });
    expect(report.faults).toEqual([]);
    expect(report.messages).toBeGreaterThan(15);
  });

  it.runIf(hasPostgres)('and on PostgreSQL with two relays in turn', async () => {
    const report = await runTalk({ failures: 11, database: 'postgres', program });
    expect(report.faults).toEqual([]);
    expect(report.messages).toBeGreaterThan(15);
  });
});
