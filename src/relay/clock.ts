/** Milliseconds since 1970. */
export type Clock = () => number;

/** ISO 8601 in UTC, as moments stand on the wire. */
export function isoOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

export function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, milliseconds);
    function done() {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    }
    signal?.addEventListener('abort', done, { once: true });
  });
}
