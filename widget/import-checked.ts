/**
 * Imports a module that has to be what its hash says: the link fills the module map with what the hash allows, and the
 * import then takes what is there. Rejects where the file is not there or is another; can be tried again.
 * @param integrity subresource integrity, `sha256-…`
 */
export function importChecked(url: string, integrity: string): Promise<unknown> {
  const link = document.createElement('link');
  Object.assign(link, { rel: 'modulepreload', href: url, integrity, crossOrigin: 'anonymous' });
  document.head.append(link);
  return import(/* @vite-ignore */ url).catch((thrown: unknown) => {
    link.remove();
    throw thrown;
  });
}
