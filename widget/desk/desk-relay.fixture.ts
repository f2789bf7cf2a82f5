import type { AuditList, DeskWeek, Draft, DraftRequest, ListedMember, Login, Queued } from '../../src/protocol/desk.ts';
import type { Handoff, HandoffEvent, HandoffState } from '../../src/protocol/relay.ts';
import { type RelayErrorCode, relayErrors } from '../../src/protocol/relay-errors.ts';

type EventDraft = HandoffEvent extends infer Each ? (Each extends HandoffEvent ? Omit<Each, 'seq' | 'at'> : never) : never;

interface KnownCase {
  readonly site: string;
  readonly handoff: Handoff;
  readonly opened: string;
  waitingSince: string;
  person: { id: string; name: string } | undefined;
  status: HandoffState['status'];
  ending: HandoffState['ending'];
  events: HandoffEvent[];
  seen: { visitor: number; person: number };
}

interface Stream {
  readonly handoff: string | undefined;
  send(event: string, data: unknown, id?: number): void;
  end(): void;
}

const encoder = new TextEncoder();

/** The relay's side of the desk, in memory: as much of it as the tests of the desk's own elements need. */
export class DeskRelayFixture {
  /** The log-in in force; undefined: nobody's. */
  loggedIn: Login['member'] | undefined;
  readonly sites: Login['sites'][number][] = [{ id: 'voltio', name: 'Voltio', locale: 'en' }];
  readonly members: ListedMember[] = [memberOf('mei', 'Mei Tanaka', 'agent'), memberOf('ana', 'Ana Ruiz', 'admin')];
  readonly drafts: Draft[] = [];
  readonly audit: AuditList['entries'] = [];
  week: DeskWeek = {
    from: '2026-11-14T09:00:00.000Z',
    opened: 12,
    endings: { solved: 9, unsolved: 2, left: 1 },
    answered: { count: 11, half: 4, most: 26 },
    closed: { count: 12, half: 95, most: 3000 },
    reasons: [{ name: 'unsure', count: 7 }],
    clusters: [{ name: 'gift wrap', count: 6 }],
    unsolved: [{ name: 'Not possible', count: 2 }],
    unsure: [{ handoff: 'h-1', summary: 'Do you rent machines?' }],
  };
  readonly cases = new Map<string, KnownCase>();
  /** Requests in the order in which they came: method and path. */
  readonly requests: string[] = [];
  /** Answers of the next requests whose path ends so. */
  readonly refusals = new Map<string, RelayErrorCode>();
  /** While true nothing can be reached. */
  isDown = false;
  private readonly streams = new Set<Stream>();

  readonly fetch = async (request: Request): Promise<Response> => {
    const { pathname, searchParams } = new URL(request.url);
    const path = pathname.replace(/^.*\/api\//, '');
    if (this.isDown) throw new TypeError('no network');
    request.signal.throwIfAborted();
    this.requests.push(`${request.method} ${path}`);
    const refused = [...this.refusals].find(([end]) => path.endsWith(end));
    if (refused !== undefined) return refusal(refused[1]);
    if (path === 'login') return this.logIn((await request.json()) as { email: string; password: string });
    if (this.loggedIn === undefined) return refusal('unauthorized');
    if (request.method !== 'GET' && request.headers.get('X-CSRF-Token') !== 'csrf') return refusal('csrf-refused');
    if (path === 'events')
      return this.stream(searchParams.get('handoff') ?? undefined, Number(request.headers.get('Last-Event-ID')), request);
    return this.answer(path, request, searchParams, this.loggedIn);
  };

  /** A visitor hands over. */
  open(handoff: string, told: Partial<Handoff> = {}, { site = 'voltio', minutes = 3 } = {}): void {
    const opened = new Date(Date.now() - minutes * 60_000).toISOString();
    const known: KnownCase = {
      site,
      handoff: handoffOf(told),
      opened,
      waitingSince: opened,
      person: undefined,
      status: 'waiting',
      ending: undefined,
      events: [],
      seen: { visitor: 0, person: 0 },
    };
    this.cases.set(handoff, known);
    this.tellQueue(site);
  }

  /** The visitor writes. */
  say(handoff: string, text: string): void {
    this.add(handoff, { kind: 'message', from: 'visitor', id: crypto.randomUUID(), text });
  }

  /** A member takes a case. */
  take(handoff: string, { id, name }: { readonly id: string; readonly name: string }): void {
    const known = this.known(handoff);
    known.person = { id, name };
    known.status = 'taken';
    this.add(handoff, { kind: 'status', status: 'taken', person: { name } });
  }

  /** The visitor sees or types. */
  signal(handoff: string, signal: { kind: 'typing' } | { kind: 'seen'; seq: number }): void {
    if (signal.kind === 'seen') this.known(handoff).seen.visitor = signal.seq;
    for (const stream of this.streams) if (stream.handoff === handoff) stream.send(signal.kind, { ...signal, from: 'visitor' });
  }

  /** Breaks all streams. */
  cut(): void {
    for (const stream of this.streams) stream.end();
  }

  get streamCount(): number {
    return this.streams.size;
  }

  private logIn({ email, password }: { email: string; password: string }): Response {
    const member = this.members.find((each) => each.email === email && each.isActive);
    if (member === undefined || password !== 'correct horse battery') return refusal('login-failed');
    const { isActive: _, ...rest } = member;
    this.loggedIn = rest;
    return Response.json(this.login(rest));
  }

  private login(member: Login['member']): Login {
    return { member, csrf: 'csrf', sites: this.sites.filter(({ id }) => member.sites.includes(id)) };
  }

  private async answer(path: string, request: Request, query: URLSearchParams, me: Login['member']): Promise<Response> {
    const [room = '', id = '', step = ''] = path.split('/');
    if (room === 'me') return Response.json(this.login(me));
    if (room === 'logout') {
      this.loggedIn = undefined;
      return Response.json({ done: true });
    }
    if (room === 'queue') return Response.json({ handoffs: this.queue(query.get('status') === 'closed') });
    if (room === 'drafts') return Response.json({ drafts: this.drafts });
    if (room === 'week') return Response.json(this.week);
    if (room === 'audit') return Response.json({ entries: query.has('before') ? [] : this.audit });
    if (room === 'members') return this.membersAnswer(id, request);
    if (!this.cases.has(id)) return refusal('not-found');
    if (step === '') return Response.json(this.caseOf(id));
    return this.step(id, step, (await request.json()) as Record<string, unknown>, me);
  }

  private async membersAnswer(id: string, request: Request): Promise<Response> {
    if (request.method === 'GET') return Response.json({ members: this.members });
    const body = (await request.json()) as Partial<ListedMember>;
    const at = this.members.findIndex((member) => member.id === id);
    if (request.method === 'POST') this.members.push({ ...memberOf(`m${this.members.length}`, '', 'agent'), ...body });
    else this.members[at] = { ...(this.members[at] as ListedMember), ...body };
    return Response.json({ done: true });
  }

  private step(id: string, step: string, body: Record<string, unknown>, me: Login['member']): Response {
    const known = this.known(id);
    const isMine = known.person?.id === me.id && known.status === 'taken';
    if (step === 'take' && known.status === 'taken') return refusal('taken-already');
    if (['release', 'messages', 'close', 'proposal'].includes(step) && !isMine)
      return refusal(known.status === 'closed' ? 'closed' : 'not-yours');
    if (step === 'take') this.take(id, me);
    if (step === 'release') {
      Object.assign(known, { status: 'waiting', person: undefined });
      this.add(id, { kind: 'status', status: 'waiting' });
    }
    if (step === 'proposal') {
      const { title, action } = this.known(id).handoff.proposal ?? { title: '', action: '' };
      this.add(id, { kind: 'action', action, title, number: 'R-7', person: { name: me.name } });
      return Response.json({ kind: 'done', data: { number: 'R-7' } });
    }
    if (step === 'messages') this.addMessage(id, body as { id: string; text: string; locale?: string }, me);
    if (step === 'seen') known.seen.person = Number(body.seq);
    if (step === 'close') {
      Object.assign(known, { status: 'closed', ending: body.ending });
      this.add(id, { kind: 'status', status: 'closed', ending: body.ending as 'solved' });
    }
    if (step === 'draft') {
      const at = new Date().toISOString();
      this.drafts.unshift({
        id: `d${this.drafts.length}`,
        site: known.site,
        handoff: id,
        by: me.name,
        at,
        ...(body as unknown as DraftRequest),
      });
    }
    return Response.json({ done: true });
  }

  private addMessage(handoff: string, message: { id: string; text: string; locale?: string }, { name }: Login['member']): void {
    const isKnown = this.known(handoff).events.some((event) => event.kind === 'message' && event.id === message.id);
    if (!isKnown) this.add(handoff, { kind: 'message', from: 'person', person: { name }, ...message });
  }

  private add(handoff: string, draft: EventDraft): void {
    const known = this.known(handoff);
    const event = { ...draft, seq: known.events.length + 1, at: new Date().toISOString() } as HandoffEvent;
    known.events.push(event);
    for (const stream of this.streams) if (stream.handoff === handoff) stream.send(event.kind, event, event.seq);
    this.tellQueue(known.site);
  }

  private tellQueue(site: string): void {
    for (const stream of this.streams) stream.send('queue', { kind: 'queue', site });
  }

  private known(handoff: string): KnownCase {
    const known = this.cases.get(handoff);
    if (known === undefined) throw new Error(`there is no ${handoff}`);
    return known;
  }

  private queue(isClosed: boolean): Queued[] {
    const all = [...this.cases.keys()].map((handoff) => this.queuedOf(handoff)).filter(({ status }) => (status === 'closed') === isClosed);
    const rank = { waiting: 0, taken: 1, closed: 2 };
    return all.sort((a, b) => rank[a.status] - rank[b.status] || b.priority - a.priority || a.waitingSince.localeCompare(b.waitingSince));
  }

  private queuedOf(handoff: string): Queued {
    const { site, handoff: told, status, person, opened, waitingSince, events, seen } = this.known(handoff);
    const { reason, mood, locale, summary, product, page } = told;
    return {
      handoff,
      site,
      status,
      reason,
      priority: mood === 'upset' ? 70 : 40,
      mood,
      locale,
      summary: summary.desk,
      ...(product && { product }),
      page: page.url,
      opened,
      waitingSince,
      ...(person && { person }),
      unseen: events.filter((event) => event.kind === 'message' && event.from === 'visitor' && event.seq > seen.person).length,
    };
  }

  private stateOf(handoff: string): HandoffState {
    const { status, ending, person, opened, events, seen } = this.known(handoff);
    const promise = { isOpen: true, ahead: 0 };
    return {
      handoff,
      status,
      ...(ending && { ending }),
      ...(person && { person: { name: person.name } }),
      opened,
      promise,
      last: events.length,
      seen,
    };
  }

  private caseOf(handoff: string): unknown {
    const { handoff: told, events, opened } = this.known(handoff);
    const earlier = [{ handoff: 'older', opened, summary: 'Asked for an invoice' }];
    return { queued: this.queuedOf(handoff), handoff: told, state: this.stateOf(handoff), events, visitor: 'v-1', earlier };
  }

  private stream(handoff: string | undefined, after: number, request: Request): Response {
    const streams = this.streams;
    const known = handoff === undefined ? undefined : this.known(handoff);
    const state = handoff === undefined ? undefined : this.stateOf(handoff);
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        const stream: Stream = {
          handoff,
          send: (event, data, id) =>
            controller.enqueue(
              encoder.encode(`${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
            ),
          end: () => {
            if (streams.delete(stream)) controller.close();
          },
        };
        streams.add(stream);
        request.signal.addEventListener('abort', () => streams.delete(stream));
        if (state === undefined) controller.enqueue(encoder.encode(': here\n\n'));
        else stream.send('state', { kind: 'state', state });
        for (const event of known?.events ?? []) if (event.seq > after) stream.send(event.kind, event, event.seq);
      },
    });
    return new Response(body, { headers: { 'Content-Type': 'text/event-stream' } });
  }
}

/** A handoff with everything in it. */
export function handoffOf(told: Partial<Handoff> = {}): Handoff {
  const at = new Date(Date.now() - 5 * 60_000).toISOString();
  return {
    reason: 'unsolved',
    locale: 'en',
    summary: {
      visitor: 'The visitor asks: “My headphones do not pair any more.” Tried: Reset the headphones (did not help).',
      desk: 'The visitor asks: “My headphones do not pair any more.” Tried: Reset the headphones (did not help).',
    },
    problem: 'My headphones do not pair any more.',
    facts: [{ name: 'Which phone?', value: 'Android' }],
    tried: [{ step: 'Reset the headphones', outcome: 'did not help' }, { step: 'Forget the device in the phone’s settings' }],
    openQuestion: 'Is the firmware current?',
    proposal: {
      action: 'open-return',
      title: 'Rücksendung',
      args: { order: 'V-20817' },
      inputs: { 'order.total': '249 EUR' },
      rule: 'returns-over-100',
      because: { visitor: 'Über 100 € entscheidet ein Mensch.', desk: 'Returns over 100 € need a person.' },
    },
    transcript: [
      { from: 'visitor', text: 'My headphones do not pair any more.', at },
      { from: 'agent', text: 'Hold the button for ten seconds until the light blinks white.', at },
      { from: 'visitor', text: 'That did nothing. My mail is [e-mail].', at },
    ],
    guide: { guide: 'pairing', node: 'reset', steps: [{ question: 'Does the light blink?', reply: 'No' }] },
    journey: { journey: 'return', slots: { order: 'V-20817', reason: 'defect' } },
    page: { url: 'https://shop.example/lark-2', title: 'Lark 2 headphones' },
    product: 'lark-2',
    tier: 'pack',
    confidence: 0.42,
    mood: 'calm',
    value: { minor: 12900, currency: 'EUR' },
    consent: { storage: true },
    device: 'touch, 390×844, iPhone',
    pack: '2026-11-20',
    contact: { email: 'visitor@example.org' },
    ...told,
  };
}

export function memberOf(id: string, name: string, role: ListedMember['role'], sites: readonly string[] = ['voltio']): ListedMember {
  return { id, name, email: `${id}@example.org`, role, sites: [...sites], isActive: true };
}

function refusal(code: RelayErrorCode): Response {
  const { status, mend } = relayErrors[code];
  const headers = code === 'slow-down' ? { 'Retry-After': '600' } : {};
  return Response.json({ error: { code, message: code, mend } }, { status, headers });
}
