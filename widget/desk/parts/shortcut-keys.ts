/** One key each, wherever nothing is being written. */
export const shortcutKeys = {
  help: '?',
  next: 'j',
  previous: 'k',
  top: 'n',
  take: 't',
  write: 'r',
  suggest: 's',
  insert: '1 2 3',
  close: 'c',
  release: 'x',
  draft: 'd',
  filter: '/',
  queue: 'q',
} as const;
export type Shortcut = keyof typeof shortcutKeys;

/** The shortcut that a key is, and for `insert` its number; undefined where it is none or belongs to a field. */
export function shortcutOf(event: KeyboardEvent): { readonly shortcut: Shortcut; readonly number: number } | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented || isField(event.composedPath()[0]))
    return undefined;
  const key = keyOf(event);
  const shortcut = (Object.keys(shortcutKeys) as Shortcut[]).find((name) => shortcutKeys[name].split(' ').includes(key));
  return shortcut && { shortcut, number: Number(key) };
}

/** Keyboards of other scripts have the same keys in the same places. */
function keyOf({ key, code, shiftKey }: KeyboardEvent): string {
  if (/^[\x21-\x7e]$/.test(key)) return key.toLowerCase();
  if (code === 'Slash') return shiftKey ? '?' : '/';
  return /^(?:Key|Digit)([A-Z0-9])$/.exec(code)?.[1]?.toLowerCase() ?? '';
}

function isField(target: EventTarget | undefined): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.matches('textarea, select, input:not([type=checkbox], [type=radio])') || target.isContentEditable;
}
