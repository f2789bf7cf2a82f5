import { expose } from 'comlink';
import { EdgeAgentError } from '../src/protocol/errors.ts';
import { aliveProperty } from '../src/protocol/worker-life.ts';

/**
 * Serves an object's methods to the page. Errors cross as `{code, message}`. The worker's name is the name of a lock
 * that it holds for as long as it lives: whoever waits for the lock learns at once when the worker dies, however it dies.
 */
export function exposeService(service: object): void {
  const alive = holdLock();
  expose(
    new Proxy(service, {
      get(target, name) {
        if (name === aliveProperty) return alive;
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== 'function') return member;
        return async (...args: unknown[]) => {
          try {
            return await Reflect.apply(member, target, args);
          } catch (thrown) {
            throw EdgeAgentError.from(thrown, 'worker-dead').toWire();
          }
        };
      },
    }),
  );
}

/** Resolves once the lock is held, or where there are none. */
function holdLock(): Promise<true> {
  return new Promise((resolve) => {
    if (self.name === '' || !('locks' in navigator)) resolve(true);
    else {
      const held = navigator.locks.request(self.name, () => {
        resolve(true);
        return new Promise(() => {});
      });
      // Forbidden in sandboxed frames.
      held.catch(() => resolve(true));
    }
  });
}
