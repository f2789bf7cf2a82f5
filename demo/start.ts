import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { buildBrowser } from '../widget/build/build-browser.ts';
import { buildDemo, demoDir } from './build-demo.ts';
import { commandFile } from './edge-agent-command.ts';
import { keepRunning } from './keep-running.ts';
import { startOrders } from './orders/start-orders.ts';

// `npm start`: builds everything and serves the demo, its order service and its relay, each on a port of its own.
const port = Number(process.env.PORT ?? '4173');
const [relayPort, ordersPort] = [port + 1, port + 2];
const started = performance.now();

function step(text: string): void {
  const seconds = ((performance.now() - started) / 1000).toFixed(0).padStart(2);
  process.stderr.write(`${seconds} s  ${text}\n`);
}

step('building the agent for browsers');
await buildBrowser();
const addresses = { relay: `http://localhost:${relayPort}/`, orders: `http://localhost:${ordersPort}/` };
const { pages } = await buildDemo(demoDir, step, addresses);

const secret = `whsec_${randomBytes(32).toString('base64')}`;
const identitySecret = randomBytes(32).toString('hex');
const orders = await startOrders({
  file: fileURLToPath(new URL('../dist/demo-data/orders.sqlite', import.meta.url)),
  port: ordersPort,
  secret,
  identitySecret,
  origin: `http://localhost:${port}`,
  onCode: (contact, code) => step(`one-time code for ${contact}: ${code}`),
});
step(`done: ${pages} pages. The shop is at the first address below, the town at /city/, the relay at the second; one-time`);
step(`codes stand at ${orders.url}/outbox, the desk is at ${addresses.relay}desk/. Stop with Ctrl+C.`);

const environment = { DEMO_PORT: String(port), ORDERS_PORT: String(ordersPort), SHOP_SECRET: secret, IDENTITY_SECRET: identitySecret };
const relayConfig = fileURLToPath(new URL('relay.yaml', import.meta.url));
let isStopping = false;
function stop(code: number): void {
  if (isStopping) return;
  isStopping = true;
  process.exitCode = code;
  for (const server of servers) server.stop();
  void orders.close();
}
// One without the others would look as if it worked.
const kept = { say: step, failed: stop };
const servers = [
  keepRunning({ ...kept, name: 'the shop', args: [commandFile, 'serve', demoDir, '--port', String(port)] }),
  keepRunning({
    ...kept,
    name: 'the relay',
    args: [commandFile, 'relay', '--config', relayConfig, '--port', String(relayPort)],
    environment,
  }),
];
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop(0));
