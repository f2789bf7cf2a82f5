interface TrustedTypesFactory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

let policy: { createScriptURL(url: string): string } | undefined;

/**
 * An address that a page under Trusted Types accepts for a worker: our own script's, or a blob that was made from it.
 * The policy is named `edge-agent`.
 */
export function trustedScriptUrl(url: string): string {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypesFactory };
  policy ??= trustedTypes?.createPolicy('edge-agent', { createScriptURL: (each) => each }) ?? { createScriptURL: (each) => each };
  return policy.createScriptURL(url);
}
