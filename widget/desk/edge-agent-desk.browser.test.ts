import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DeskRelayFixture } from './desk-relay.fixture.ts';
import { EdgeAgentDesk } from './edge-agent-desk.ts';
import { defineParts } from './parts/define-parts.ts';
import type { Suggester } from './state/suggester.ts';
import { DeskTongue } from './words/desk-tongue.ts';
import { words } from './words/en.ts';

const password = 'correct horse battery';
const suggester = { suggest: async () => [], stop: () => {} } as unknown as Suggester;

defineParts();
customElements.define('edge-agent-desk', EdgeAgentDesk);

let relay: DeskRelayFixture;
let desk: EdgeAgentDesk;

beforeEach(() => {
  relay = new DeskRelayFixture();
  location.hash = '#/';
});

afterEach(() => {
  desk.remove();
  sessionStorage.clear();
});

function openDesk(): void {
  desk = new EdgeAgentDesk({ base: 'https://relay.example/desk/api/', tongue: new DeskTongue('en', words), suggester, fetch: relay.fetch });
  document.body.append(desk);
}

/** Somebody who is at work, with a case of theirs open. */
async function atWork(handoff = 'h-1'): Promise<void> {
  const { isActive: _, ...mei } = relay.members[0] as (typeof relay.members)[number];
  relay.loggedIn = mei;
  relay.open(handoff);
  relay.take(handoff, mei);
  location.hash = `#/case/${handoff}`;
  openDesk();
  await vi.waitFor(() => expect(one('desk-talk textarea')).toBeTruthy());
  await vi.waitFor(() => expect(relay.streamCount).toBe(1));
}

function inside(root: ParentNode): Element[] {
  return [...root.querySelectorAll('*')].flatMap((element) => [
    element,
    ...(element.shadowRoot === null ? [] : inside(element.shadowRoot)),
  ]);
}

/** All that a path of tags and selectors leads to, each inside of the one before it. */
function all(path: string): HTMLElement[] {
  const [tag = '', ...rest] = path.split(' ');
  const parts = inside(desk.shadowRoot as ShadowRoot).filter((element) => element.matches(tag));
  return rest.length === 0
    ? (parts as HTMLElement[])
    : parts.flatMap((part) => [...(part.shadowRoot?.querySelectorAll<HTMLElement>(rest.join(' ')) ?? [])]);
}

function one<Found extends HTMLElement = HTMLElement>(path: string): Found {
  return all(path)[0] as Found;
}

const messages = () => all('desk-talk .message .words').map((element) => element.textContent);

function write(text: string): void {
  const field = one<HTMLTextAreaElement>('desk-talk textarea');
  field.value = text;
  field.dispatchEvent(new Event('input'));
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
}

async function logIn(word: string): Promise<void> {
  await vi.waitFor(() => expect(one('desk-log-in #email')).toBeTruthy());
  one<HTMLInputElement>('desk-log-in #email').value = 'mei@example.org';
  one<HTMLInputElement>('desk-log-in #password').value = word;
  one<HTMLFormElement>('desk-log-in form').requestSubmit();
}

test('says what is wrong with a log-in: the password, or too many tries', async () => {
  openDesk();
  await logIn('wrong');
  await vi.waitFor(() => expect(one('desk-log-in [role=alert]').textContent).toContain('wrong'));
  relay.refusals.set('login', 'slow-down');
  await logIn(password);
  await vi.waitFor(() => expect(one('desk-log-in [role=alert]').textContent).toContain('10 min'));
  relay.refusals.clear();
  await logIn(password);
  await vi.waitFor(() => expect(one('desk-queue .empty').textContent).toContain('Nobody is waiting.'));
});

test('the queue follows along, and its filter survives a reload', async () => {
  relay.loggedIn = relay.members[0];
  openDesk();
  await vi.waitFor(() => expect(relay.streamCount).toBe(1));
  relay.open('calm', { summary: { visitor: 'Calm', desk: 'Calm' } }, { minutes: 90 });
  relay.open('upset', { mood: 'upset', summary: { visitor: 'Upset', desk: 'Upset' } });
  await vi.waitFor(() => expect(all('desk-queue .summary').map((element) => element.textContent)).toEqual(['Upset', 'Calm']));
  expect(one('desk-queue .meta').textContent).toMatch(/Waiting 3 min/);
  one('desk-queue .filters .button:nth-child(3)').click();
  await vi.waitFor(() => expect(one('desk-queue .empty').textContent).toContain('No case fits'));
  desk.remove();
  openDesk();
  await vi.waitFor(() => expect(one('desk-queue .empty')?.textContent).toContain('No case fits'));
  one('desk-queue .empty .button').click();
  await vi.waitFor(() => expect(all('desk-queue .case')).toHaveLength(2));
});

test('a week in figures, for leads', async () => {
  const { isActive: _, ...mei } = relay.members[0] as (typeof relay.members)[number];
  relay.loggedIn = { ...mei, role: 'agent' };
  openDesk();
  const links = () => inside(desk.shadowRoot as ShadowRoot).flatMap((each) => (each.matches('nav a') ? [each.getAttribute('href')] : []));
  await vi.waitFor(() => expect(links()).toEqual(['#/', '#/drafts']));
  desk.remove();
  relay.loggedIn = { ...mei, role: 'lead' };
  location.hash = '#/week';
  openDesk();
  await vi.waitFor(() => expect(one('desk-week .figures')?.textContent).toContain('75%'));
  expect(links()).toContain('#/week');
  expect(all('desk-week .figures dd').map((each) => each.textContent)).toContain('1.6 hr');
  expect(one('desk-week a').getAttribute('href')).toBe('#/case/h-1');
});

test('has what the agent proposes done, and says so in the conversation', async () => {
  await atWork();
  await vi.waitFor(() => expect(one('desk-story .proposal .primary')).toBeTruthy());
  one('desk-story .proposal .primary').click();
  await vi.waitFor(() => expect(one('desk-story .proposal [role=status]')?.textContent).toContain('Done'));
  expect(all('desk-talk .happened').at(-1)?.textContent).toContain('R-7');
});

test('a stream that breaks is resumed: what was said meanwhile stands there, once', async () => {
  await atWork();
  const before = messages().length;
  relay.say('h-1', 'one');
  await vi.waitFor(() => expect(messages().slice(before)).toEqual(['one']));
  relay.cut();
  relay.say('h-1', 'two');
  write('three');
  await vi.waitFor(() => expect(messages().slice(before)).toEqual(['one', 'two', 'three']), { timeout: 5000 });
  await vi.waitFor(() => expect(all('desk-talk .unsent')).toHaveLength(0));
});

test('without a network what is written waits, and goes out once when there is one', async () => {
  await atWork();
  relay.isDown = true;
  relay.cut();
  write('kept');
  await vi.waitFor(() => expect(inside(desk.shadowRoot as ShadowRoot).some((element) => element.matches('.banner'))).toBe(true));
  expect(one('desk-talk .unsent').textContent).toContain('Sending');
  relay.isDown = false;
  window.dispatchEvent(new Event('online'));
  await vi.waitFor(() => expect(all('desk-talk .unsent')).toHaveLength(0), { timeout: 8000 });
  const said = relay.cases.get('h-1')?.events.filter((event) => event.kind === 'message') ?? [];
  expect(said.map((event) => event.kind === 'message' && event.text)).toEqual(['kept']);
});

test('a message to a case that a colleague has by now is not lost: it can be put back', async () => {
  await atWork();
  relay.refusals.set('messages', 'not-yours');
  write('too late');
  await vi.waitFor(() => expect(one('desk-talk .refused').textContent).toContain('Take it first'));
  one('desk-talk .refused .button').click();
  await vi.waitFor(() => expect(one<HTMLTextAreaElement>('desk-talk textarea').value).toBe('too late'));
  await vi.waitFor(() => expect(all('desk-talk .unsent')).toHaveLength(0));
});

test('what the visitor does is shown and said aloud: writing, reading, typing', async () => {
  await atWork();
  write('Hello');
  await vi.waitFor(() => expect(relay.cases.get('h-1')?.events).toHaveLength(2));
  relay.signal('h-1', { kind: 'seen', seq: 2 });
  relay.signal('h-1', { kind: 'typing' });
  await vi.waitFor(() => expect(one('desk-talk .typing').textContent).toContain('is writing'));
  await vi.waitFor(() => expect(all('desk-talk .message').at(-1)?.textContent).toContain('Read'));
  relay.say('h-1', 'Thanks');
  await vi.waitFor(() => expect(one('.desk').querySelector(':scope > .hidden[role=status]')?.textContent).toContain('Thanks'));
  await vi.waitFor(() => expect(one('desk-talk .typing').textContent).not.toContain('is writing'));
  await vi.waitFor(() => expect(relay.requests).toContain('POST handoffs/h-1/seen'));
});

test('a case that cannot be read says so, and can be tried again', async () => {
  relay.loggedIn = relay.members[0];
  relay.open('h-1');
  relay.refusals.set('handoffs/h-1', 'unavailable');
  location.hash = '#/case/h-1';
  openDesk();
  await vi.waitFor(() => expect(one('desk-case .failure').textContent).toContain('storage does not answer'));
  relay.refusals.clear();
  one('desk-case .row .button').click();
  await vi.waitFor(() => expect(one('desk-story .lead')).toBeTruthy());
});

test('shortcuts keep out of fields, and can be switched off', async () => {
  await atWork();
  const press = (target: EventTarget) =>
    target.dispatchEvent(new KeyboardEvent('keydown', { key: '?', bubbles: true, composed: true, cancelable: true }));
  press(one('desk-talk textarea'));
  await desk.updateComplete;
  expect(all('desk-shortcuts')).toHaveLength(0);
  press(document.body);
  await vi.waitFor(() => expect(one('desk-shortcuts dialog')).toBeTruthy());
  one('desk-shortcuts input').click();
  one<HTMLDialogElement>('desk-shortcuts dialog').close();
  await vi.waitFor(() => expect(all('desk-shortcuts')).toHaveLength(0));
  press(document.body);
  await desk.updateComplete;
  expect(all('desk-shortcuts')).toHaveLength(0);
  localStorage.clear();
});
