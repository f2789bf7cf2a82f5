/** Remembers over page changes that a site's panel was open; only written after the visitor opened it. */
function keyOf(pack: string | null): string {
  return `edge-agent-open:${pack ?? ''}`;
}

export function wasOpen(pack: string | null): boolean {
  try {
    return sessionStorage.getItem(keyOf(pack)) === '1';
  } catch {
    return false;
  }
}

export function rememberOpen(pack: string | null, isOpen: boolean): void {
  try {
    if (isOpen) sessionStorage.setItem(keyOf(pack), '1');
    else sessionStorage.removeItem(keyOf(pack));
  } catch {
    // Storage is forbidden here; the panel then starts closed on the next page.
  }
}
