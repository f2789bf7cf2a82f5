/**
 * The script that a page includes: finds where it came from, puts `<edge-agent>` on the page with the script's `data-`
 * attributes, and loads the element when the page is idle, or at once when the visitor means to use it. Twice on a page
 * does no harm; the queue is its only global name.
 */

import { importChecked } from '../import-checked.ts';

/** Where the element's script lies, relative to this one, and its hash; filled in by the build. */
declare const __WIDGET__: { readonly file: string; readonly integrity: string };

/** Calls wait in it until the element is there; the first loader on a page marks it. */
type Queue = unknown[] & { isTaken?: true };

const tag = 'edge-agent';
/** Anything on the page with this attribute opens the agent. */
const openers = '[data-edge-agent-open]';
/** After this long a busy page gets its agent all the same, in milliseconds. */
const longestIdleWait = 4000;

function takeQueue(): Queue | undefined {
  const page = window as unknown as { edgeAgent?: { q: Queue } };
  page.edgeAgent ??= { q: [] };
  const { q } = page.edgeAgent;
  if (q.isTaken || customElements.get(tag)) return undefined;
  q.isTaken = true;
  return q;
}

function start(script: HTMLScriptElement, queue: Queue): void {
  const url = new URL(__WIDGET__.file, script.src).href;
  let loading: Promise<unknown> | undefined;
  let element: HTMLElement | undefined;

  const load = (): void => {
    if (loading !== undefined) return;
    loading = importChecked(url, __WIDGET__.integrity).catch(() => {
      // Without it the page is as it was; the next wish to use it tries again.
      loading = undefined;
    });
  };

  /** The page's own element, or one with the script's attributes; put back when a page change took it out. */
  const place = (): void => {
    if (document.querySelector(tag) || !document.body) return;
    element ??= create(script);
    document.body.append(element);
  };

  const onIntent = ({ type, target }: Event): void => {
    if (!(target instanceof Element) || !target.closest(`${openers},${tag}`)) return;
    load();
    const { q } = (window as unknown as { edgeAgent: { q: Queue } }).edgeAgent;
    if (type === 'click' && target.closest(openers)) q.push(['open']);
  };

  const begin = (): void => {
    place();
    // Frameworks that swap the body without loading a page leave the rest of the document alone.
    new MutationObserver(place).observe(document.documentElement, { childList: true });
    for (const name of ['turbo:load', 'astro:page-load', 'pageshow', 'popstate']) addEventListener(name, place);
    for (const name of ['pointerover', 'focusin', 'touchstart', 'click']) addEventListener(name, onIntent, { passive: true });
    queue.push = (...calls) => {
      load();
      return Array.prototype.push.apply(queue, calls);
    };
    if (queue.length > 0) load();
    else if (document.readyState === 'complete') whenIdle(load);
    else addEventListener('load', () => whenIdle(load), { once: true });
  };

  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin, { once: true });
  else begin();
}

/** Safari has no idle callback. */
function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(work, { timeout: longestIdleWait });
  else setTimeout(work, 200);
}

function create(script: HTMLScriptElement): HTMLElement {
  const element = document.createElement(tag);
  for (const { name, value } of script.attributes) if (name.startsWith('data-')) element.setAttribute(name.slice(5), value);
  return element;
}

const { currentScript } = document;
const queue = currentScript instanceof HTMLScriptElement ? takeQueue() : undefined;
if (currentScript instanceof HTMLScriptElement && queue !== undefined) start(currentScript, queue);
