import type { Watching } from './gather-signals.ts';

/**
 * Pages, those that a script puts in the place of another too, and what each is about. Such a script changes the address
 * first, and the page says later what it is about now: until then it is about nothing.
 * @param entered called after each page but the first
 * @returns looks at the address, at next to no cost
 */
export function watchPages({ note, signal, onChange }: Watching, productOf: () => readonly string[], entered: () => void): () => void {
  let path: string | undefined;
  let known = '';
  const look = () => {
    const { pathname } = location;
    const isScripted = path !== undefined && path !== pathname;
    const product = isScripted ? [] : productOf();
    if (path === pathname && product.join(' ') === known) return;
    path = pathname;
    known = product.join(' ');
    note({ kind: 'page', path, product });
    if (isScripted) entered();
  };
  onChange(look);
  addEventListener('popstate', look, { signal });
  // Browsers that do not know it see the new address with whatever happens next, a second later at most.
  if ('navigation' in window) (window.navigation as EventTarget).addEventListener('currententrychange', look, { signal });
  return () => {
    if (path !== location.pathname) look();
  };
}
