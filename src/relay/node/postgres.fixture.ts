import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.fixture.ts';

const root = '/usr/lib/postgresql';
const version = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a))[0] : undefined;
const bin = version === undefined ? undefined : `${root}/${version}/bin`;

/** Whether PostgreSQL is installed here; tests that need it are left out elsewhere. */
export const hasPostgres = bin !== undefined && existsSync(`${bin}/initdb`);

export interface TestPostgres {
  readonly url: string;
  /** Stops it at once, as a crash would, and starts it again. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** A PostgreSQL of its own in a temporary folder. It refuses to run as root, so there it runs as `postgres`. */
export async function startPostgres(): Promise<TestPostgres> {
  const user = process.getuid?.() === 0 ? idOf('postgres') : undefined;
  const directory = mkdtempSync(join(tmpdir(), 'relay-postgres-'));
  if (user !== undefined) chownSync(directory, user.uid, user.gid);
  const data = join(directory, 'data');
  const as = user === undefined ? {} : { uid: user.uid, gid: user.gid };
  const made = spawnSync(`${bin}/initdb`, ['-D', data, '-U', 'relay', '--auth=trust', '--no-sync', '-E', 'UTF8', '--locale=C'], {
    ...as,
    cwd: directory,
  });
  if (made.status !== 0) throw new Error(String(made.stderr));
  const port = await freePort();
  const launch = async () => {
    const server = spawn(
      `${bin}/postgres`,
      ['-D', data, '-p', String(port), '-k', directory, '-c', 'listen_addresses=localhost', '-c', 'fsync=off'],
      {
        ...as,
        cwd: directory,
        stdio: 'ignore',
      },
    );
    for (;;) {
      const { status } = spawnSync(`${bin}/pg_isready`, ['-h', 'localhost', '-p', String(port)]);
      if (status === 0) return server;
      if (server.exitCode !== null) throw new Error('PostgreSQL did not start');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  let server = await launch();
  const halt = () =>
    new Promise<void>((resolve) => {
      server.once('exit', () => resolve());
      // The immediate shutdown: no goodbye to anybody, recovery at the next start.
      server.kill('SIGQUIT');
    });
  return {
    url: `postgres://relay@localhost:${port}/postgres`,
    restart: async () => {
      await halt();
      server = await launch();
    },
    stop: async () => {
      await halt();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function idOf(name: string): { uid: number; gid: number } {
  const [uid, gid] = ['-u', '-g'].map((flag) => Number(spawnSync('id', [flag, name]).stdout.toString()));
  return { uid: uid as number, gid: gid as number };
}
