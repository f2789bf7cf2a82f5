import { describe, expect, it } from 'vitest';
import { hasPostgres } from '../src/relay/node/postgres.fixture.ts';
import { runChaos } from './chaos/run-chaos.ts';

// The short form of `npm run chaos:relay`: each kind of failure at least once.
describe('a talk between visitor and desk', { timeout: 180_000 }, () => {
  it('loses, doubles and turns round nothing, on SQLite', async () => {
    const report = await runChaos({ failures: 12, database: 'sqlite' });
    expect(report.faults).toEqual([]);
    expect(report.messages).toBeGreaterThan(20);
  });

  it.runIf(hasPostgres)('nor on PostgreSQL with two instances in turn', async () => {
    const report = await runChaos({ failures: 12, database: 'postgres' });
    expect(report.faults).toEqual([]);
    expect(report.messages).toBeGreaterThan(20);
  });
});
