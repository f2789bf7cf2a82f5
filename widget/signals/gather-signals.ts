import type { Trigger } from '../../src/nudge/nudge.ts';
import type { Noted } from '../../src/nudge/remember.ts';
import { watchClicks } from './clicks.ts';
import { watchCopies } from './copies.ts';
import { watchElements } from './elements.ts';
import { watchForms } from './forms.ts';
import { watchLeaving } from './leaving.ts';
import { watchPages } from './pages.ts';
import { watchPresence } from './presence.ts';
import { watchSearches } from './searches.ts';
import { watchTold } from './told.ts';

/** What every watcher gets. */
export interface Watching {
  readonly note: (noted: Noted) => void;
  /** Ends all listeners and observers. */
  readonly signal: AbortSignal;
  /** Called when the page was changed, at most twice a second, once at the start, and each second in view. */
  readonly onChange: (look: () => void) => void;
  /** Called when a script has put another page in the place of this one. */
  readonly onPage: (entered: () => void) => void;
  /** Those of the selectors that nudges ask for which an element matches. */
  readonly matching: (element: Element) => string[];
}

const changePause = 500;

/**
 * Gathers what happens on the page, for as long as the abort signal lets it. All listeners are passive and none reads
 * the page's layout, so that scrolling and typing cost next to nothing; what a page's own handlers do stays untouched.
 * @param wanted what nudges wait for: nothing else is listened to
 * @param productOf the products that the page is about, asked anew for each page
 */
export function gatherSignals(
  wanted: readonly Trigger[],
  productOf: () => readonly string[],
  note: (noted: Noted) => void,
  signal: AbortSignal,
): void {
  const selectors = wanted.flatMap((trigger) => ('element' in trigger && trigger.element !== undefined ? [trigger.element] : []));
  const valid = [...new Set(selectors)].filter(isSelector);
  const asksFor = (...kinds: Trigger['on'][]) => wanted.some(({ on }) => kinds.includes(on));
  const looks: (() => void)[] = [];
  const arrivals: (() => void)[] = [];
  const watching: Watching = {
    // What happens on a page is told after the page itself.
    note: (noted) => {
      if (noted.kind !== 'page') lookAtPage();
      note(noted);
    },
    signal,
    onChange: (look) => looks.push(look),
    onPage: (entered) => arrivals.push(entered),
    matching: (element) => valid.filter((selector) => element.closest(selector) !== null),
  };
  const lookAtPage = watchPages(watching, productOf, () => {
    for (const entered of arrivals) entered();
  });
  watchPresence(watching, asksFor('scroll'));
  if (asksFor('time-on-element')) watchElements(watching, valid);
  if (asksFor('exit-intent')) watchLeaving(watching);
  if (asksFor('form-abandoned', 'field-error')) watchForms(watching, valid);
  if (asksFor('rage-click', 'failed-search')) watchClicks(watching);
  if (asksFor('copy-error')) watchCopies(watching);
  if (asksFor('failed-search')) watchSearches(watching);
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
    attributeFilter: ['data-edge-agent-event', 'data-edge-agent-data', 'aria-invalid', 'hidden', 'product'],
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
