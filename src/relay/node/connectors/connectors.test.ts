import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import { isSigned, keyOfSecret } from '../../actions/signature.ts';
import type { Connector } from '../../connectors/connector.ts';
import { handoff } from '../../handoffs/handoff.fixture.ts';
import { type TestRelay, testRelay } from '../../relay.fixture.ts';
import { MailConnector } from './mail-connector.ts';
import { isPublicAddress } from './public-address.ts';
import { WebhookConnector } from './webhook-connector.ts';

const secret = `whsec_${btoa('0123456789abcdef0123456789abcdef')}`;
const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

async function listen(handle: (request: IncomingMessage, body: string, response: ServerResponse) => void): Promise<string> {
  const server: Server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => handle(request, body, response));
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  closing.push(() => server.close());
  return `http://localhost:${(server.address() as AddressInfo).port}/cases`;
}

async function mailbox(): Promise<{ url: string; mails: { to: string[]; text: string }[]; refuse: { next: number } }> {
  const mails: { to: string[]; text: string }[] = [];
  const refuse = { next: 0 };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      let text = '';
      stream.on('data', (chunk) => {
        text += chunk;
      });
      stream.on('end', () => {
        if (refuse.next > 0) {
          refuse.next -= 1;
          done(new Error('not now'));
          return;
        }
        mails.push({ to: session.envelope.rcptTo.map(({ address }) => address), text });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', () => resolve()));
  closing.push(() => server.close());
  return { url: `smtp://localhost:${(server.server.address() as AddressInfo).port}`, mails, refuse };
}

async function withConnector(connector: Connector): Promise<{ test: TestRelay; open: (more?: object) => Promise<string> }> {
  const test = await testRelay((site) => ({ ...site, connectors: [connector] }), { publicUrl: 'https://relay.example' });
  const visitor = await test.visitor();
  return {
    test,
    open: async (more = {}) => {
      const { body } = await visitor.ask('POST', '/v1/handoffs', { key: crypto.randomUUID(), body: { ...handoff, ...more } });
      await test.settled();
      return body.handoff;
    },
  };
}

describe('the webhook', () => {
  it('posts each new case once, signed', async () => {
    const got: { body: string; headers: Headers }[] = [];
    const url = await listen((request, body, response) => {
      got.push({ body, headers: new Headers(request.headers as Record<string, string>) });
      response.end('fine');
    });
    const { test, open } = await withConnector(new WebhookConnector({ url, secret, allowPrivate: true }));
    const id = await open();
    await test.relay.tend();
    expect(got).toHaveLength(1);
    const [{ body, headers } = { body: '', headers: new Headers() }] = got;
    expect(JSON.parse(body)).toMatchObject({
      type: 'handoff.opened',
      site: 'shop',
      handoff: id,
      case: { problem: handoff.problem },
      desk: `https://relay.example/desk/#${id}`,
    });
    expect(await isSigned([keyOfSecret(secret)], headers, body, Date.now())).toBe(true);
    expect(await isSigned([keyOfSecret(`whsec_${btoa('another secret of thirty-two bytes')}`)], headers, body, Date.now())).toBe(false);
    expect(await isSigned([keyOfSecret(secret)], headers, body, Date.now() + 301_000)).toBe(false);
  });

  it('tries again, later and later, until it has arrived; and not where the case is gone', async () => {
    let status = 500;
    let calls = 0;
    const url = await listen((_, __, response) => {
      calls += 1;
      response.statusCode = status;
      response.end();
    });
    const { test, open } = await withConnector(new WebhookConnector({ url, secret, allowPrivate: true }));
    const id = await open();
    expect(calls).toBe(1);
    await test.relay.tend();
    expect(calls).toBe(1);
    test.pass(31_000);
    await test.relay.tend();
    expect(calls).toBe(2);
    test.pass(31_000);
    await test.relay.tend();
    expect(calls).toBe(2);
    status = 204;
    test.pass(31_000);
    await test.relay.tend();
    test.pass(300_000);
    await test.relay.tend();
    expect(calls).toBe(3);
    status = 500;
    await open();
    await test.storage.handoffs.eraseVisitor('shop', (await test.storage.handoffs.get(id))?.visitor ?? '');
    test.pass(60_000);
    await test.relay.tend();
    expect(calls).toBe(4);
  });

  it('follows no redirect', async () => {
    let inside = 0;
    const target = await listen((_, __, response) => {
      inside += 1;
      response.end();
    });
    const url = await listen((_, __, response) => response.writeHead(307, { location: target }).end());
    const { test, open } = await withConnector(new WebhookConnector({ url, secret, allowPrivate: true }));
    await open();
    expect([inside, test.log.some((line) => line.includes('answered 307'))]).toEqual([0, true]);
  });

  it.each([
    'http://hooks.example/x',
    'https://127.0.0.1/x',
    'https://[::1]/x',
    'https://[::ffff:127.0.0.1]/x',
    'https://[::ffff:a9fe:a9fe]/latest',
    'https://10.1.2.3/x',
    'https://169.254.169.254/latest',
    'ftp://hooks.example/',
    'https://2130706433/',
    'https://0x7f.1/',
  ])('refuses %s', (url) => {
    expect(() => new WebhookConnector({ url, secret })).toThrow();
  });

  it('refuses a name that leads to this machine, as the connection is made', async () => {
    let calls = 0;
    const url = await listen(() => {
      calls += 1;
    });
    const inside = new WebhookConnector({ url: url.replace('http:', 'https:'), secret });
    const opened = { kind: 'opened', handoff: 'h', opened: '', priority: 1, case: handoff } as const;
    await expect(inside.deliver(opened, 'id', { id: 'shop' }, AbortSignal.timeout(5000))).rejects.toThrow('open internet');
    expect(calls).toBe(0);
  });

  it.each([
    ['93.184.216.34', true],
    ['2606:2800:220:1::1', true],
    ['10.0.0.1', false],
    ['100.64.0.1', false],
    ['172.31.255.255', false],
    ['192.168.1.1', false],
    ['169.254.169.254', false],
    ['0.0.0.0', false],
    ['255.255.255.255', false],
    ['::', false],
    ['::1', false],
    ['::ffff:10.0.0.1', false],
    ['::ffff:7f00:1', false],
    ['fd00::1', false],
    ['fe80::1', false],
    ['64:ff9b::7f00:1', false],
    ['no address', false],
  ])('takes %s for public: %s', (address, isPublic) => {
    expect(isPublicAddress(address)).toBe(isPublic);
  });
});

describe('e-mail', () => {
  it('brings a new case to a mailbox, with the visitor’s words as text', async () => {
    const { url, mails } = await mailbox();
    const { open } = await withConnector(new MailConnector({ server: url, from: 'relay@shop.example', to: 'team@shop.example' }));
    await open({
      summary: { visitor: 'x', desk: 'Broken\r\nBcc: everybody@example.org\r\n\r\n<script>' },
      contact: { email: 'visitor@example.org' },
    });
    expect(mails).toHaveLength(1);
    expect(mails[0]?.to).toEqual(['team@shop.example']);
    const [head = ''] = (mails[0]?.text ?? '').split('\r\n\r\n');
    expect(head).toContain('Subject: [Shop] Broken Bcc: everybody@example.org <script>');
    expect(head).toContain('Reply-To: visitor@example.org');
    expect(head).not.toMatch(/^Bcc:/m);
    expect(head).toContain('Content-Type: text/plain');
  });

  it('brings an answer after a visitor who is gone, and not to one who has read it', async () => {
    const { url, mails } = await mailbox();
    const { test, open } = await withConnector(new MailConnector({ server: url, from: 'relay@shop.example' }));
    const [gone, there] = [await open({ contact: { email: 'gone@example.org' } }), await open({ contact: { email: 'there@example.org' } })];
    await test.storage.desk.addMember({
      id: 'm-1',
      name: 'Ada',
      email: 'ada@example.org',
      role: 'agent',
      sites: ['shop'],
      password: 'p',
      isActive: true,
    });
    const { announceAnswer } = await import('../../connectors/send-deliveries.ts');
    const { RelayParts } = await import('../../relay-parts.ts');
    const { relayKey, testSite } = await import('../../relay.fixture.ts');
    const parts = new RelayParts({
      sites: [{ ...testSite(test.shop), connectors: [{ name: 'mail', takes: new Set(['answered']), deliver: async () => {} }] }],
      storage: test.storage,
      keys: [relayKey],
      clock: test.now,
    });
    for (const id of [gone, there]) {
      const appended = await test.storage.handoffs.append(id, {
        from: 'person',
        id: 'answer-1',
        text: 'Here it is.',
        person: 'Ada',
        now: test.now(),
      });
      const record = await test.storage.handoffs.get(id);
      const [site] = [...parts.sites.values()];
      if (appended.state !== 'new' || record === undefined || site === undefined) throw new Error('not appended');
      await announceAnswer(parts, site, record, appended.event.seq);
    }
    await test.storage.handoffs.seen(there, 'visitor', 2);
    await test.relay.tend();
    expect(mails).toEqual([]);
    test.pass(121_000);
    await test.relay.tend();
    expect(mails.map(({ to }) => to)).toEqual([['gone@example.org']]);
    expect(mails[0]?.text).toContain('Here it is.');
  });

  it('tries again after the server refused', async () => {
    const { url, mails, refuse } = await mailbox();
    refuse.next = 1;
    const { test, open } = await withConnector(new MailConnector({ server: url, from: 'relay@shop.example', to: 'team@shop.example' }));
    await open();
    expect(mails).toEqual([]);
    test.pass(31_000);
    await test.relay.tend();
    expect(mails).toHaveLength(1);
  });
});
