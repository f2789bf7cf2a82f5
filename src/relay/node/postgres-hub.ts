import type { Client, Pool } from 'pg';
import { type Hub, type HubMessage, InProcessHub } from '../events/hub.ts';
import type { Log } from '../options.ts';
import { newId } from '../secrets.ts';

/** PostgreSQL takes 8000 bytes in a notification; an event that is larger is read from the storage. */
const longestPayload = 7000;
const channel = 'edge_agent_relay';
const firstWait = 250;
const longestWait = 10_000;

interface Payload {
  /** Which instance it comes from: that one has told its own listeners already. */
  readonly from: string;
  readonly channel: string;
  readonly message: HubMessage;
}

/**
 * Fans out to every instance by LISTEN and NOTIFY. While the connection is down nothing gets through; once it is back,
 * every listener is told that there was a gap, and reads anew.
 */
export class PostgresHub implements Hub {
  private readonly local = new InProcessHub();
  private readonly id = newId('hub');
  private listener: Client | undefined;
  private wait = firstWait;
  private isClosed = false;

  /** @param pool for notifications; listening has a connection of its own */
  constructor(
    private readonly url: string,
    private readonly pool: Pool,
    private readonly log: Log,
  ) {}

  /** Resolves once it listens. */
  async start(): Promise<void> {
    await this.connect();
  }

  publish(to: string, message: HubMessage): void {
    this.local.publish(to, message);
    const payload = JSON.stringify({ from: this.id, channel: to, message } satisfies Payload);
    const told =
      Buffer.byteLength(payload) <= longestPayload
        ? payload
        : JSON.stringify({ from: this.id, channel: to, message: withoutEvent(message) });
    this.pool.query('select pg_notify($1, $2)', [channel, told]).catch((thrown: unknown) => {
      // Listeners elsewhere read it with what comes next, or after their own gap.
      this.log('warning', 'other instances could not be told', { error: thrown instanceof Error ? thrown.message : String(thrown) });
    });
  }

  subscribe(to: string, listener: (message: HubMessage) => void): () => void {
    return this.local.subscribe(to, listener);
  }

  async close(): Promise<void> {
    this.isClosed = true;
    await this.listener?.end().catch(() => {});
  }

  private async connect(): Promise<void> {
    const { default: pg } = await import('pg');
    const client = new pg.Client({ connectionString: this.url, keepAlive: true, connectionTimeoutMillis: 5000 });
    client.on('notification', ({ payload }) => this.take(payload ?? ''));
    // Ends come as `error`, as `end`, or as both.
    const lost = once(() => this.reconnect());
    client.on('error', lost);
    client.on('end', lost);
    await client.connect();
    await client.query(`listen ${channel}`);
    this.listener = client;
    this.wait = firstWait;
  }

  private reconnect(): void {
    if (this.isClosed) return;
    this.listener = undefined;
    setTimeout(() => {
      if (this.isClosed) return;
      this.connect()
        .then(() => this.local.publishToAll({ kind: 'gap' }))
        .catch(() => this.reconnect());
    }, this.wait);
    this.wait = Math.min(longestWait, this.wait * 2);
  }

  private take(text: string): void {
    let payload: Payload;
    try {
      payload = JSON.parse(text) as Payload;
    } catch {
      return;
    }
    if (payload.from !== this.id) this.local.publish(payload.channel, payload.message);
  }
}

function withoutEvent(message: HubMessage): HubMessage {
  return message.kind === 'event' ? { kind: 'event', seq: message.seq } : message;
}

function once(work: () => void): () => void {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    work();
  };
}
