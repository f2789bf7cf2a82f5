import { type RelayErrorBody, type RelayErrorCode, relayErrors } from '../../protocol/relay-errors.ts';

/** A refusal that whoever called is told about: thrown anywhere in the relay, answered as JSON. */
export class RelayError extends Error {
  override readonly name = 'RelayError';

  constructor(
    readonly code: RelayErrorCode,
    message: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }

  get status(): number {
    return relayErrors[this.code].status;
  }

  toBody(): RelayErrorBody {
    return { error: { code: this.code, message: this.message, mend: relayErrors[this.code].mend } };
  }
}
