/** What a shop may say of its own pages: paths that are never kept, besides those that tell it by themselves. */
export interface OfflineRules {
  /** Regular expression sources, tried on the path. */
  readonly never?: readonly string[];
}

// Pages that show one visitor's own affairs, by the names that shops give them. A page kept by mistake could show a
// stranger on the same device what is none of their business, so this errs on the side of not keeping.
const personal =
  /(?:^|[/._-])(?:accounts?|admin|auth|basket|billing|cart|checkout|dashboard|invoices?|konto|kasse|log-?in|log-?out|my|orders?|panier|password|pay|payments?|profile|register|sign-?in|sign-?up|user|warenkorb|wishlist|wp-admin)(?:[/._-]|$)/i;

/** Whether a page or file at this address could be kept at all. */
export function isKeepableAddress(url: URL, rules: OfflineRules = {}): boolean {
  if (personal.test(url.pathname)) return false;
  return !(rules.never ?? []).some((source) => new RegExp(source).test(url.pathname));
}

/**
 * Whether a response may be kept: complete, of this origin, and neither forbidden (`no-store`) nor personal (`private`,
 * or different for each visitor by `Vary: Cookie` or `Authorization`).
 */
export function isKeepableResponse(response: Response): boolean {
  if (response.status !== 200 || response.type !== 'basic' || response.redirected) return false;
  const control = response.headers.get('Cache-Control') ?? '';
  const vary = response.headers.get('Vary') ?? '';
  return !/\b(?:no-store|private)\b/i.test(control) && !/\b(?:cookie|authorization)\b|\*/i.test(vary);
}
