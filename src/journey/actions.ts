import type { Locale } from '../language/locale.ts';
import type { Right } from '../policy/rights.ts';

/** A value that crosses to the shop: what JSON can hold. Money is `{minor, currency}`. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** One action, as the device proposes it. Whatever spends money or changes a record is decided again behind it. */
export interface ActionRequest {
  /** Idempotency key: the same one never acts twice. */
  readonly id: string;
  readonly action: string;
  readonly args: { readonly [name: string]: Json };
  /** Texts among the arguments that the visitor wrote freely: they are redacted before they leave. */
  readonly freeText?: readonly string[];
  /** Whether the visitor has confirmed just this. */
  readonly isConfirmed: boolean;
  readonly locale: Locale;
}

export type ActionResult =
  /** It is done, or found; `data` is what the shop gave back. */
  | { readonly kind: 'done'; readonly data: { readonly [name: string]: Json } }
  /** The customer has to be verified first: nothing is told about whether there is such a customer or order. */
  | { readonly kind: 'verify' }
  /** The policy wants something else than was proposed. */
  | { readonly kind: Exclude<Right, 'auto'>; readonly rule: string; readonly because: string }
  /** There is no such thing for this customer. */
  | { readonly kind: 'not-found' }
  /** Too many attempts. */
  | { readonly kind: 'slow-down'; readonly retryAfterSeconds: number }
  /** What was proposed cannot be used; `field` is the argument at fault. */
  | { readonly kind: 'invalid'; readonly field: string; readonly message: string }
  /** Nobody could be reached. The same request can be made again with the same id. */
  | { readonly kind: 'unreachable' };

/** What acts for the visitor: the relay, which asks the shop's own endpoints. Never rejects but when it is aborted. */
export interface Actions {
  perform(request: ActionRequest, signal?: AbortSignal): Promise<ActionResult>;
}

/** Actions that every shop behind the relay understands; a site's journeys may name others that its shop knows. */
export const actionNames = [
  'start-verification',
  'finish-verification',
  'find-orders',
  'open-return',
  'change-address',
  'report-delivery',
  'claim-warranty',
  'notify-in-stock',
  'place-order',
  'request-quote',
  'file-complaint',
  'give-credit',
  'reschedule-delivery',
  'open-ticket',
  'apply-offer',
  'list-requests',
] as const;
export type BuiltInAction = (typeof actionNames)[number];

/** What the shop calls what an action opened: the first short text of what it gave back. */
export function numberIn(action: string, data: { readonly [name: string]: Json }): string | undefined {
  if (lookUps.has(action) || /^(?:find|list)-/.test(action)) return undefined;
  return Object.values(data).find((value): value is string => typeof value === 'string' && value.length <= 40);
}

/** Actions that only look something up: they need no right, and going back over them undoes nothing. */
export const lookUps: ReadonlySet<string> = new Set(['start-verification', 'finish-verification', 'find-orders', 'list-requests']);
