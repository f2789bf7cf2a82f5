import * as v from 'valibot';

/** A whole number, as it stands in an address. */
export const numberText = v.pipe(v.string(), v.regex(/^\d{1,9}$/, 'must be a whole number'));
/** A number that is a moment in milliseconds since 1970, or a little later. */
export const momentText = v.pipe(v.string(), v.regex(/^\d{1,15}$/, 'must be a whole number'));

/** The number behind which a stream resumes; 0 where there is none, or none of that kind. */
export function lastEventId(headers: Headers, kind = numberText): number {
  const id = headers.get('last-event-id') ?? '';
  return v.is(kind, id) ? Number(id) : 0;
}
