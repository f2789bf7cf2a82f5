import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import type { Passwords } from '../desk/passwords.ts';

/** OWASP's parameters for scrypt: 32 MiB for each hash, some 80 ms. */
const cost = { N: 2 ** 15, r: 8, p: 3 };
const length = 32;

/** Passwords by scrypt, as `scrypt$N$r$p$salt$hash`: with their parameters, so that these can be raised. */
export class ScryptPasswords implements Passwords {
  private queue: Promise<unknown> = Promise.resolve();

  async hash(password: string): Promise<string> {
    const salt = randomBytes(16);
    const hash = await this.derive(password, salt, cost);
    return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64'), hash.toString('base64')].join('$');
  }

  async verify(password: string, hash: string): Promise<boolean> {
    const [kind, N, r, p, salt, expected] = hash.split('$');
    if (kind !== 'scrypt' || salt === undefined || expected === undefined) return false;
    const derived = await this.derive(password, Buffer.from(salt, 'base64'), { N: Number(N), r: Number(r), p: Number(p) });
    return timingSafeEqual(derived, Buffer.from(expected, 'base64'));
  }

  /** One at a time: many log-ins at once must not take all of the memory. */
  private derive(password: string, salt: Buffer, parameters: typeof cost): Promise<Buffer> {
    const derived = this.queue.then(
      () =>
        new Promise<Buffer>((resolve, reject) => {
          scrypt(password.normalize('NFKC'), salt, length, { ...parameters, maxmem: 64 * 1024 * 1024 }, (error, key) =>
            error === null ? resolve(key) : reject(error),
          );
        }),
    );
    this.queue = derived.catch(() => {});
    return derived;
  }
}
