import { afterEach, expect, it, vi } from 'vitest';
import { ConsentWatch } from './consent.ts';

afterEach(() => vi.restoreAllMocks());

it.each(['GRANTED', 'true', 'yes', 'null', '[object Object]'])('takes "%s" for no consent, and says once what it should be', (state) => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const watch = new ConsentWatch(() => {});
  watch.setAttribute(state);
  watch.setAttribute(state);
  expect(watch.state).toBe('unknown');
  expect(warn.mock.calls).toEqual([[`edge-agent: consent is "granted" or "denied", not "${state}"`]]);
});

it('has nothing to say where consent is given, refused or not spoken of', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const watch = new ConsentWatch(() => {});
  for (const [said, state] of [
    ['granted', 'granted'],
    ['denied', 'denied'],
    [null, 'unknown'],
    ['', 'unknown'],
  ] as const) {
    watch.setAttribute(said);
    expect(watch.state).toBe(state);
  }
  expect(warn).not.toHaveBeenCalled();
});
