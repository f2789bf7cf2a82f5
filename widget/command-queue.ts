/** The calls that a page may make before the element is there: `edgeAgent.q.push(['open'])`. */
export type QueuedCall = readonly [method: string, ...args: unknown[]];

declare global {
  interface Window {
    /** The one global name. `q` takes calls before and after loading. */
    edgeAgent?: { q: { push(...calls: QueuedCall[]): unknown } };
  }
}

export const queuedMethods = ['open', 'close', 'ask', 'track', 'reset', 'setConsent'] as const;
export type QueuedMethod = (typeof queuedMethods)[number];

/**
 * Runs the calls that waited and from now on runs each at once. A call that the element does not know is reported and
 * passed over.
 */
export function drainQueue(target: Record<QueuedMethod, (...args: never[]) => unknown>): void {
  const run = (call: QueuedCall): void => {
    // One bad entry must not take the calls after it along.
    const [name, ...args] = Array.isArray(call) ? call : [String(call)];
    const method = queuedMethods.find((known) => known === name);
    if (method === undefined) console.warn(`edge-agent: there is no method "${name}"; there are ${queuedMethods.join(', ')}`);
    else target[method](...(args as never[]));
  };
  const waiting = window.edgeAgent?.q;
  window.edgeAgent = { q: { push: (...calls) => calls.forEach(run) } };
  if (Array.isArray(waiting)) for (const call of waiting as QueuedCall[]) run(call);
}
