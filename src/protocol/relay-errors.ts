/**
 * Every error that the relay answers with, by code: the HTTP status, and what whoever calls can do about it. On the wire
 * it is `{error: {code, message, mend}}`, whatever was sent and wherever it broke.
 */
export const relayErrors = {
  'bad-request': { status: 400, mend: 'Send what the OpenAPI document at /openapi.json describes.' },
  'bad-key': { status: 400, mend: 'Send an Idempotency-Key header of 8 to 64 letters, digits, - or _, the same for each try.' },
  unauthorized: { status: 401, mend: 'Open a session and send it as "Authorization: Bearer …".' },
  'session-expired': { status: 401, mend: 'Open a session anew with the renewal token and send the request again.' },
  'identity-invalid': { status: 401, mend: 'Have the shop sign the customer’s identity anew; see “Customers” in the relay’s README.' },
  'login-failed': { status: 401, mend: 'Check e-mail and password; an admin can set a new password.' },
  'signature-refused': { status: 401, mend: 'Sign the body with the shop’s secret; see “Events” in the relay’s README.' },
  'origin-refused': { status: 403, mend: 'Add the page’s origin to the site’s origins in the relay’s configuration.' },
  'csrf-refused': { status: 403, mend: 'Send the token of the log-in in the X-CSRF-Token header.' },
  forbidden: { status: 403, mend: 'Ask an admin of the desk for the right to do this.' },
  'unknown-site': { status: 404, mend: 'Check the site’s public key.' },
  'not-found': { status: 404, mend: 'Check the address; there is nothing here for this session.' },
  'method-not-allowed': { status: 405, mend: 'Use a method that the Allow header names.' },
  'too-slow': { status: 408, mend: 'Send the whole body within ten seconds.' },
  'key-reused': { status: 409, mend: 'Use a new Idempotency-Key for another request.' },
  'taken-already': { status: 409, mend: 'Choose another case; a colleague has this one.' },
  'not-yours': { status: 409, mend: 'Take the case first.' },
  closed: { status: 409, mend: 'Open a new handoff; this one is closed.' },
  'too-large': { status: 413, mend: 'Send less at once; /openapi.json names the limits.' },
  'wrong-type': { status: 415, mend: 'Send JSON with “Content-Type: application/json”.' },
  'slow-down': { status: 429, mend: 'Wait for the seconds that the Retry-After header names.' },
  'headers-too-large': { status: 431, mend: 'Send fewer and shorter headers.' },
  internal: { status: 500, mend: 'Send the same request once more; if it stays, tell the site’s operator the time of it.' },
  'not-offered': { status: 501, mend: 'The site’s operator has not switched this on.' },
  'model-failed': { status: 502, mend: 'Ask once more, or ask for a person.' },
  unavailable: { status: 503, mend: 'Try again in a moment; the storage cannot be reached.' },
} as const;

export type RelayErrorCode = keyof typeof relayErrors;

/** What stands on the wire. */
export interface RelayErrorBody {
  readonly error: { readonly code: RelayErrorCode; readonly message: string; readonly mend: string };
}
