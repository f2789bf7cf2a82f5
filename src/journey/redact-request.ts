import type { Redact } from '../handoff/redact-handoff.ts';
import type { ActionRequest, Json } from './actions.ts';

/** The request as it leaves the device: what its visitor wrote freely is redacted, what was asked for by name stays. */
export function redactRequest({ freeText = [], ...request }: ActionRequest, redact: Redact): ActionRequest {
  const within = (value: Json): Json => {
    if (typeof value === 'string') return freeText.includes(value) ? redact(value) : value;
    if (Array.isArray(value)) return value.map(within);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, within(each)]));
  };
  return { ...request, args: within(request.args) as ActionRequest['args'] };
}
