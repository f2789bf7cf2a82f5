import type { RelayErrorCode } from '../../../src/protocol/relay-errors.ts';

/** `unreachable`: no answer came; `unreadable`: what came is not what the protocol says. */
export type DeskFailureCode = RelayErrorCode | 'unreachable' | 'unreadable';

/** What the relay says no to, or that it could not be asked. */
export class DeskFailure extends Error {
  override readonly name = 'DeskFailure';

  constructor(
    readonly code: DeskFailureCode,
    message: string,
    readonly retryAfterSeconds?: number,
  ) {
    super(message);
  }

  /** Whether the same request may yet succeed without anybody doing anything. */
  get mayPass(): boolean {
    return ['unreachable', 'unavailable', 'slow-down', 'internal', 'too-slow'].includes(this.code);
  }

  /** Whether the member has to log in first. */
  get isLoggedOut(): boolean {
    return this.code === 'unauthorized' || this.code === 'session-expired';
  }

  static from(thrown: unknown): DeskFailure {
    if (thrown instanceof DeskFailure) return thrown;
    return new DeskFailure('unreachable', thrown instanceof Error ? thrown.message : String(thrown));
  }
}
