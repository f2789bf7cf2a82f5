/**
 * The script that a page includes: finds where it came from, puts `<edge-agent>` on the page with the script's `data-`
 * attributes, and loads the element when the page is idle, or at once when a call waits for it. Twice on a page does no
 * harm; the queue is its only global name.
 */

/** Where the element's script lies, relative to this one, and its hash; filled in by the build. */
declare const __WIDGET__: { readonly file: string; readonly integrity: string };

interface Queue {
  push(...calls: unknown[]): unknown;
  /** Set by the first loader on the page. */
  loading?: true;
}

const tag = 'edge-agent';
/** After this long a busy page gets its agent all the same, in milliseconds. */
const longestIdleWait = 4000;

function start(script: HTMLScriptElement): void {
  const holder = ((window as { edgeAgent?: { q: Queue } }).edgeAgent ??= { q: [] });
  const { q } = holder;
  if (q.loading || customElements.get(tag)) return;
  q.loading = true;
  const { file, integrity } = __WIDGET__;
  const url = new URL(file, script.src).href;
  let element: HTMLElement | null = null;

  const load = (): void => {
    if (document.head.querySelector(`link[href="${url}"]`)) return;
    // The module map is filled by the link, hash checked; the import then takes what is there.
    const link = document.createElement('link');
    Object.assign(link, { rel: 'modulepreload', href: url, integrity, crossOrigin: 'anonymous' });
    document.head.append(link);
    import(/* @vite-ignore */ url).catch(() => {
      // Without it the page is as it was; the next visit to a page tries again.
      link.remove();
    });
  };

  /** The page's own element, or one with the script's attributes; put back when a page change took it out. */
  const place = (): void => {
    if (document.querySelector(tag) || !document.body) return;
    element ??= create(script);
    document.body.append(element);
  };

  const begin = (): void => {
    place();
    // Frameworks that swap the body without a page load leave the rest of the document alone.
    new MutationObserver(place).observe(document.documentElement, { childList: true });
    for (const name of ['turbo:load', 'astro:page-load', 'pageshow', 'popstate']) addEventListener(name, place);
    if (q === holder.q) {
      const { push } = q;
      q.push = (...calls) => {
        load();
        return push.apply(q, calls);
      };
    }
    if ((q as unknown as unknown[]).length) return load();
    const idle = (): unknown => (window.requestIdleCallback ? requestIdleCallback(load, { timeout: longestIdleWait }) : setTimeout(load, 200));
    if (document.readyState === 'complete') idle();
    else addEventListener('load', idle, { once: true });
  };

  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin, { once: true });
  else begin();
}

function create(script: HTMLScriptElement): HTMLElement {
  const element = document.createElement(tag);
  for (const { name, value } of script.attributes) if (name.startsWith('data-')) element.setAttribute(name.slice(5), value);
  return element;
}

const { currentScript } = document;
if (currentScript instanceof HTMLScriptElement) start(currentScript);
