import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FlakyService } from './flaky-service.fixture.ts';
import { type BridgeOptions, WorkerBridge } from './worker-bridge.ts';

let starts: number;
let bridge: WorkerBridge<FlakyService>;

const workerUrl = new URL('./flaky-service.fixture.ts', import.meta.url);
const maker: BridgeOptions<FlakyService>['maker'] = {
  start: async (name) => {
    starts += 1;
    return new Worker(workerUrl, { type: 'module', name });
  },
  withoutWorker: async () => new FlakyService(),
};

function bridgeWith(options: Partial<BridgeOptions<FlakyService>> = {}): WorkerBridge<FlakyService> {
  return new WorkerBridge({
    name: 'flaky',
    maker,
    onStart: (service) => service.prepare('prepared: '),
    idleAfter: 60_000,
    startTimeout: 10_000,
    ...options,
  });
}

const call = <Result>(use: Parameters<typeof bridge.call<Result>>[0], timeout = 10_000) => bridge.call(use, { timeout });

beforeEach(() => {
  starts = 0;
  bridge = bridgeWith();
});

afterEach(() => bridge.stop());

test('starts with the first call, once for many, and is told what the last one knew', async () => {
  expect(starts).toBe(0);
  const echoes = await Promise.all(['a', 'b', 'c'].map((text) => call((service) => service.echo(text))));
  expect(echoes).toEqual(['prepared: a', 'prepared: b', 'prepared: c']);
  expect(starts).toBe(1);
});

test('stops when idle, and starts again with the next call', async () => {
  bridge = bridgeWith({ idleAfter: 50 });
  const first = await call((service) => service.start());
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(await call((service) => service.start())).not.toBe(first);
  expect(starts).toBe(2);
});

test('an error of the service is an error of the call, not of the worker', async () => {
  await expect(call((service) => service.refuse())).rejects.toThrow();
  await call((service) => service.echo(''));
  expect(starts).toBe(1);
});

test('a call that takes too long ends, and the next one gets a fresh worker', async () => {
  await expect(call((service) => service.hang(), 200)).rejects.toMatchObject({ code: 'timeout' });
  expect(await call((service) => service.echo('again'))).toBe('prepared: again');
  expect(starts).toBe(2);
});

test('a call can be given up', async () => {
  const abort = new AbortController();
  const hanging = bridge.call((service) => service.hang(), { timeout: 10_000, signal: abort.signal });
  setTimeout(() => abort.abort(), 100);
  await expect(hanging).rejects.toMatchObject({ code: 'cancelled' });
  expect(await call((service) => service.echo('on'))).toBe('prepared: on');
  expect(starts).toBe(1);
});

test('a call can be given up while the worker still starts, or before', async () => {
  const abort = new AbortController();
  const starting = bridge.call((service) => service.hang(), { timeout: 10_000, signal: abort.signal });
  abort.abort();
  await expect(starting).rejects.toMatchObject({ code: 'cancelled' });
  const late = bridge.call((service) => service.hang(), { timeout: 10_000, signal: abort.signal });
  await expect(late).rejects.toMatchObject({ code: 'cancelled' });
});

describe('a worker that dies', () => {
  test('in the middle of a call has that call made once more', async () => {
    let attempts = 0;
    const result = await call((service) => {
      attempts += 1;
      return attempts === 1 ? service.die() : service.echo('revived');
    });
    expect(result).toBe('prepared: revived');
    expect(starts).toBe(2);
  });

  test('time and again is not tried for ever', async () => {
    await expect(call((service) => service.die())).rejects.toMatchObject({ code: 'worker-dead' });
    expect(starts).toBe(2);
  });
});

describe('where no worker starts', () => {
  test.each([
    ['is forbidden', async () => Promise.reject(new Error('forbidden'))],
    ['never answers', async (name: string) => new Worker(URL.createObjectURL(new Blob(['for(;;);'])), { name })],
    ['is no script', async (name: string) => new Worker(URL.createObjectURL(new Blob(['}{'])), { name })],
  ])('since it %s, the service runs on the page', async (_, start) => {
    bridge = bridgeWith({ maker: { ...maker, start }, startTimeout: 300 });
    expect(await call((service) => service.echo('here'))).toBe('prepared: here');
  });
});
