import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from '../command.ts';
import { browserFiles } from '../package-files.ts';
import { type Mount, startStaticServer } from '../static-server.ts';
import { UsageError } from '../usage-error.ts';

export const serve: Command = {
  summary: 'serve static files with the right headers',
  usage: `edge-agent serve <dir> [--pack <pack-dir>] [--port 8080] [--host localhost]

Serves a site's files; the agent's own files stand under /edge-agent/, the pack under /pack/. A page then needs only:
  <script src="/edge-agent/edge-agent.js" data-pack="/pack/manifest.json" async></script>
  --pack <dir>   the pack to serve under /pack/
  --port <n>     0 takes any free port
  --host <name>  0.0.0.0 lets other devices on the network in`,
  options: { pack: { type: 'string' }, port: { type: 'string', default: '8080' }, host: { type: 'string', default: 'localhost' } },
  async run({ positionals, values }) {
    const [directory] = positionals;
    if (directory === undefined || positionals.length > 1) throw new UsageError('name one directory to serve');
    if (!existsSync(directory)) throw new UsageError(`"${directory}" does not exist`);
    const { pack } = values;
    const mounts: Mount[] = [{ path: '/', directory: resolve(directory) }];
    if (typeof pack === 'string') mounts.push({ path: '/pack/', directory: resolve(pack) });
    mounts.push({ path: '/edge-agent/', directory: browserFiles() });
    const server = await startStaticServer({ mounts, port: portOf(values.port), host: String(values.host), isChanging: true }).catch(
      (thrown: unknown) => {
        throw listenError(thrown);
      },
    );
    process.stdout.write(`${server.url}\n`);
    await new Promise<void>((stop) => {
      process.once('SIGINT', stop);
      process.once('SIGTERM', stop);
    });
    await server.close();
    return 0;
  },
};

export function portOf(value: unknown): number {
  const port = Number(value);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new UsageError(`"${String(value)}" is not a port; write a number up to 65535, or 0 for any`);
  return port;
}

export function listenError(thrown: unknown): unknown {
  if (!(thrown instanceof Error) || !('code' in thrown) || thrown.code !== 'EADDRINUSE') return thrown;
  return new UsageError('something listens on that port already; choose another with --port, or 0 for any');
}
