import type { Watching } from './gather-signals.ts';

/** Pages, those that a script puts in the place of another too. */
export function watchPages({ note, signal, onChange }: Watching, productOf: () => readonly string[]): void {
  let path: string | undefined;
  const look = () => {
    if (location.pathname === path) return;
    path = location.pathname;
    note({ kind: 'page', path, product: productOf() });
  };
  look();
  // Scripts that change the address also change the page, sooner or later.
  onChange(look);
  addEventListener('popstate', look, { signal });
  addEventListener('hashchange', look, { signal });
}
