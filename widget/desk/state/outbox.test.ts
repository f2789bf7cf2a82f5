import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { DeskMessage } from '../../../src/protocol/desk.ts';
import { DeskFailure } from '../api/desk-failure.ts';
import { Kept } from './kept.ts';
import { Outbox } from './outbox.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Storage of a tab, which outlives its page. */
function tabStorage(): Storage {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (name) => items.get(name) ?? null,
    setItem: (name, value) => void items.set(name, value),
    removeItem: (name) => void items.delete(name),
    clear: () => items.clear(),
  };
}

interface Relay {
  readonly taken: DeskMessage[];
  answer: () => void;
}

function outboxTo(relay: Relay, storage = tabStorage()): Outbox {
  const send = async (_: string, message: DeskMessage) => {
    relay.answer();
    if (!relay.taken.some(({ id }) => id === message.id)) relay.taken.push(message);
  };
  return new Outbox({ send, kept: new Kept(() => storage), sent: () => {}, changed: () => {} });
}

const refuse = (code: 'unreachable' | 'closed' | 'unauthorized') => () => {
  throw new DeskFailure(code, code);
};

test('what waits goes out in its order once the relay answers again', async () => {
  const relay: Relay = { taken: [], answer: refuse('unreachable') };
  const outbox = outboxTo(relay);
  outbox.put('h-1', 'one', 'en');
  outbox.put('h-2', 'two', undefined);
  outbox.put('h-1', 'three', 'en');
  await vi.advanceTimersByTimeAsync(5000);
  expect(outbox.of('h-1').map(({ text }) => text)).toEqual(['one', 'three']);
  relay.answer = () => {};
  await vi.advanceTimersByTimeAsync(60_000);
  expect(relay.taken.map(({ text }) => text)).toEqual(['one', 'two', 'three']);
  expect(outbox.isEmpty).toBe(true);
});

test('a reload in between sends it again under the same id', async () => {
  const relay: Relay = { taken: [], answer: refuse('unreachable') };
  const storage = tabStorage();
  outboxTo(relay, storage).put('h-1', 'one', 'en');
  await vi.advanceTimersByTimeAsync(0);
  relay.answer = () => {};
  const reloaded = outboxTo(relay, storage);
  reloaded.wake();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(relay.taken).toHaveLength(1);
  expect(outboxTo(relay, storage).isEmpty).toBe(true);
});

test('what the relay refuses is kept with the reason, and does not hold up the rest', async () => {
  const relay: Relay = { taken: [], answer: refuse('closed') };
  const outbox = outboxTo(relay);
  outbox.put('h-1', 'too late', 'en');
  await vi.advanceTimersByTimeAsync(0);
  relay.answer = () => {};
  outbox.put('h-2', 'in time', 'en');
  await vi.advanceTimersByTimeAsync(0);
  expect(relay.taken.map(({ text }) => text)).toEqual(['in time']);
  const [refused] = outbox.of('h-1');
  expect(refused).toMatchObject({ text: 'too late', refused: 'closed' });
  outbox.withdraw(refused?.id ?? '');
  expect(outbox.isEmpty).toBe(true);
});

test('without a log-in it waits for one', async () => {
  const relay: Relay = { taken: [], answer: refuse('unauthorized') };
  const outbox = outboxTo(relay);
  outbox.put('h-1', 'one', 'en');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(outbox.of('h-1')[0]?.refused).toBeUndefined();
  relay.answer = () => {};
  outbox.wake();
  await vi.advanceTimersByTimeAsync(0);
  expect(relay.taken).toHaveLength(1);
});

test('where nothing can be stored it is kept in memory', async () => {
  const forbidden = () => {
    throw new DOMException('forbidden', 'SecurityError');
  };
  const kept = new Kept(forbidden);
  kept.keep('draft:h-1', 'words');
  expect(kept.text('draft:h-1')).toBe('words');
  kept.clear();
  expect(kept.text('draft:h-1')).toBe('');
});
