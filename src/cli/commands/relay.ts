import { ConfigError, readConfig } from '../../relay/node/config.ts';
import { startRelay } from '../../relay/node/start-relay.ts';
import type { Command } from '../command.ts';
import { deskFiles } from '../package-files.ts';
import { FailedError } from '../usage-error.ts';
import { listenError, portOf } from './serve.ts';

export const relay: Command = {
  summary: 'run the server side: actions, and the desk where people answer',
  usage: `edge-agent relay [--config relay.yaml] [--port <n>] [--host <name>] [--reset-admin]

Runs the relay of one or several sites until it is stopped. The first run makes the database
and an admin of the desk, whose password it shows once.
  --config <file>   sites, their origins and shops; relay.yaml unless named
  --port <n>        before PORT and the file; 0 takes any free port
  --host <name>     before HOST and the file; 0.0.0.0 lets others in
  --reset-admin     gives the first admin a new password and shows it once
DATABASE_URL=postgres://… keeps everything in PostgreSQL instead of a file. \${NAME} in the file takes NAME from the
environment. Everything about running one: src/relay/README.md.`,
  options: {
    config: { type: 'string', default: 'relay.yaml' },
    port: { type: 'string' },
    host: { type: 'string' },
    'reset-admin': { type: 'boolean', default: false },
  },
  async run({ values }) {
    const config = await readConfig(String(values.config), process.env).catch(failed);
    const running = await startRelay({
      config: {
        ...config,
        ...(values.port === undefined ? {} : { port: portOf(values.port) }),
        ...(values.host === undefined ? {} : { host: String(values.host) }),
      },
      deskFiles: deskFiles(),
      resetsAdmin: values['reset-admin'] === true,
      log: (level, what, details) => process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), level, what, ...details })}\n`),
    }).catch((thrown: unknown) => failed(listenError(thrown)));
    if (running.firstAdmin !== undefined) {
      const { email, password } = running.firstAdmin;
      process.stderr.write(`The desk's first log-in, shown this once: ${email} with the password ${password}\n`);
    }
    // Whoever reads the address may stop it at once.
    const stopped = new Promise<void>((stop) => {
      process.once('SIGINT', stop);
      process.once('SIGTERM', stop);
    });
    process.stdout.write(`${running.url}\n`);
    await stopped;
    await running.close();
    return 0;
  },
};

function failed(thrown: unknown): never {
  if (thrown instanceof ConfigError) throw new FailedError(thrown.message);
  throw thrown;
}
