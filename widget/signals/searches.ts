import type { Watching } from './gather-signals.ts';

const searchFields = 'input[type="search"], [role="searchbox"], [role="search"] input:not([type="submit"], [type="button"])';

/** Searches on the site: a search field's words when they are sent, or left changed. */
export function watchSearches({ note, signal }: Watching): void {
  const options = { signal, passive: true, capture: true } as const;
  const heard = (field: Element | null | undefined) => {
    const text = field instanceof HTMLInputElement ? field.value.trim().toLowerCase() : '';
    if (text !== '') note({ kind: 'searched', text });
  };
  addEventListener('submit', ({ target }) => target instanceof Element && heard(target.querySelector(searchFields)), options);
  addEventListener('change', ({ target }) => target instanceof Element && target.matches(searchFields) && heard(target), options);
}
