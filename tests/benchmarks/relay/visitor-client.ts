import { Agent, type IncomingMessage, request } from 'node:http';
import { pageOrigin, siteKey } from './relay-process.ts';

// Node's own client: fetch keeps too much for thousands of open streams.
const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });

function send(url: string, method: string, headers: Record<string, string>, body?: object): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      { method, agent, headers: { origin: pageOrigin, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers } },
      resolve,
    );
    sent.on('error', reject);
    sent.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

async function json(response: IncomingMessage): Promise<Record<string, string>> {
  let text = '';
  for await (const chunk of response) text += chunk;
  if (response.statusCode !== 200) throw new Error(`${response.statusCode}: ${text}`);
  return JSON.parse(text) as Record<string, string>;
}

const handoff = {
  reason: 'asked',
  locale: 'en',
  summary: { visitor: 'A question.', desk: 'A question.' },
  problem: 'A question.',
  facts: [],
  tried: [],
  transcript: [],
  page: { url: `${pageOrigin}/`, title: 'Shop' },
  tier: 'pack',
  confidence: 0.5,
  mood: 'calm',
  consent: {},
  device: 'bench',
};

/** A visitor in a conversation, whose stream is open. */
export class VisitorClient {
  private constructor(
    private readonly messages: string,
    private readonly session: string,
    private readonly waiting: Map<string, (at: number) => void>,
    private readonly stream: IncomingMessage,
  ) {}

  /** @param readFrom where its stream is open; elsewhere than it writes to, where there are several instances */
  static async open(url: string, readFrom: string): Promise<VisitorClient> {
    const { session = '' } = await json(await send(`${url}v1/sessions`, 'POST', {}, { site: siteKey }));
    const headers = { authorization: `Bearer ${session}` };
    const opened = await json(await send(`${url}v1/handoffs`, 'POST', { ...headers, 'idempotency-key': crypto.randomUUID() }, handoff));
    const stream = await send(`${readFrom}v1/handoffs/${opened.handoff}/events`, 'GET', { ...headers, accept: 'text/event-stream' });
    if (stream.statusCode !== 200) throw new Error(`the stream was refused: ${stream.statusCode}`);
    const waiting = new Map<string, (at: number) => void>();
    let rest = '';
    stream.setEncoding('utf8');
    stream.on('data', (chunk: string) => {
      const at = performance.now();
      rest += chunk;
      const events = rest.split('\n\n');
      rest = events.pop() ?? '';
      for (const event of events) {
        const id = /^event: message\ndata: .*?"id":"([^"]+)"/m.exec(event)?.[1];
        if (id !== undefined) waiting.get(id)?.(at);
      }
    });
    return new VisitorClient(`${url}v1/handoffs/${opened.handoff}/messages`, session, waiting, stream);
  }

  /** Writes a message; resolves to the time until it stands in the stream, in milliseconds, or rejects after ten seconds. */
  async write(): Promise<number> {
    const id = crypto.randomUUID();
    const sent = performance.now();
    const delivered = new Promise<number>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('a message was lost')), 10_000);
      this.waiting.set(id, (at) => {
        clearTimeout(timer);
        this.waiting.delete(id);
        resolve(at - sent);
      });
    });
    const headers = { authorization: `Bearer ${this.session}`, 'idempotency-key': id };
    const [time] = await Promise.all([
      delivered,
      send(this.messages, 'POST', headers, { id, text: 'Is anybody there? I have a question about my order.' }).then(json),
    ]);
    return time;
  }

  close(): void {
    this.stream.destroy();
  }
}
