/** Remembers over page changes that the panel was open; only written after the visitor opened it. */
const openKey = 'edge-agent-open';

export function wasOpen(): boolean {
  try {
    return sessionStorage.getItem(openKey) === '1';
  } catch {
    return false;
  }
}

export function rememberOpen(isOpen: boolean): void {
  try {
    if (isOpen) sessionStorage.setItem(openKey, '1');
    else sessionStorage.removeItem(openKey);
  } catch {
    // Storage is forbidden here; the panel then starts closed on the next page.
  }
}
