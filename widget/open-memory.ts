/** Remembers over page changes that a site's panel was open; only written after the visitor opened it. */
export function wasOpen(pack: string | null): boolean {
  return isKept('sessionStorage', `edge-agent-open:${pack ?? ''}`);
}

export function rememberOpen(pack: string | null, isOpen: boolean): void {
  keep('sessionStorage', `edge-agent-open:${pack ?? ''}`, isOpen);
}

/** Remembers over visits that there is something to do for a talk with a person; only written while there is one. */
export function hasTalk(pack: string | null): boolean {
  return isKept('localStorage', `edge-agent-talk:${pack ?? ''}`);
}

export function rememberTalk(pack: string | null, isLive: boolean): void {
  keep('localStorage', `edge-agent-talk:${pack ?? ''}`, isLive);
}

type Shelf = 'sessionStorage' | 'localStorage';

function isKept(shelf: Shelf, key: string): boolean {
  try {
    return window[shelf].getItem(key) === '1';
  } catch {
    return false;
  }
}

function keep(shelf: Shelf, key: string, is: boolean): void {
  try {
    if (is) window[shelf].setItem(key, '1');
    else window[shelf].removeItem(key);
  } catch {
    // Storage is forbidden here; the next page knows nothing of it.
  }
}
