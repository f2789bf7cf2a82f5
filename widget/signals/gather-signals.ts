import type { Signal } from '../../src/nudge/signal.ts';
import { watchClicks } from './clicks.ts';
import { watchCopies } from './copies.ts';
import { watchElements } from './elements.ts';
import { watchForms } from './forms.ts';
import { watchLeaving } from './leaving.ts';
import { watchPages } from './pages.ts';
import { watchPresence } from './presence.ts';
import { watchSearches } from './searches.ts';
import { watchTold } from './told.ts';

/** A signal before it has its time. */
export type Noted = Signal extends infer Each ? (Each extends Signal ? Omit<Each, 'at'> : never) : never;

/** What every watcher gets. */
export interface Watching {
  readonly note: (noted: Noted) => void;
  /** Ends all listeners and observers. */
  readonly signal: AbortSignal;
  /** Called when the page was changed, at most twice a second, and once at the start. */
  readonly onChange: (look: () => void) => void;
  /** Those of the selectors that nudges ask for which an element matches. */
  readonly matching: (element: Element) => string[];
}

const changePause = 500;

/**
 * Gathers what happens on the page, for as long as the abort signal lets it. All listeners are passive and none reads
 * the page's layout, so that scrolling and typing cost next to nothing; what a page's own handlers do stays untouched.
 * @param selectors what nudges ask for
 * @param productOf the products that the page is about, asked anew for each page
 */
export function gatherSignals(
  selectors: readonly string[],
  productOf: () => readonly string[],
  note: (noted: Noted) => void,
  signal: AbortSignal,
): void {
  const valid = selectors.filter(isSelector);
  const looks: (() => void)[] = [];
  const watching: Watching = {
    note,
    signal,
    onChange: (look) => looks.push(look),
    matching: (element) => valid.filter((selector) => element.closest(selector) !== null),
  };
  watchPages(watching, productOf);
  watchPresence(watching);
  watchElements(watching, valid);
  watchLeaving(watching);
  watchForms(watching, valid);
  watchClicks(watching);
  watchCopies(watching);
  watchSearches(watching);
  watchTold(watching);
  const look = () => {
    for (const each of looks) each();
  };
  look();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const observer = new MutationObserver(() => {
    timer ??= setTimeout(() => {
      timer = undefined;
      if (!signal.aborted) look();
    }, changePause);
  });
  observer.observe(document.documentElement, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['data-edge-agent-event', 'data-edge-agent-data', 'aria-invalid', 'hidden'],
  });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
}

function isSelector(text: string): boolean {
  try {
    document.createDocumentFragment().querySelector(text);
    return true;
  } catch {
    console.warn(`edge-agent: a nudge names "${text}", which is no CSS selector`);
    return false;
  }
}
