import * as v from 'valibot';

/** A whole number, as it stands in an address. */
export const numberText = v.pipe(v.string(), v.regex(/^\d{1,9}$/, 'must be a whole number'));

/** The number behind which a stream resumes; 0 where there is none. */
export function lastEventId(headers: Headers): number {
  const id = headers.get('last-event-id') ?? '';
  return /^\d{1,9}$/.test(id) ? Number(id) : 0;
}
