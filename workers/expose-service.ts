import { expose } from 'comlink';
import { EdgeAgentError } from '../src/protocol/errors.ts';

/**
 * Serves an object's methods to the page. Errors cross as `{code, message}`. The worker's name is the name of a lock
 * that it holds for as long as it lives: whoever waits for the lock learns at once when the worker dies, however it dies.
 */
export function exposeService(service: object): void {
  expose(
    new Proxy(service, {
      get(target, name) {
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
  if (self.name !== '' && 'locks' in navigator) void navigator.locks.request(self.name, () => new Promise(() => {}));
}
