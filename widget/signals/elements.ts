import type { Watching } from './gather-signals.ts';

/** Less of an element than this, and it is not what the visitor looks at. */
const visibleShare = 0.3;

/** Whether the elements that nudges ask for are in view. */
export function watchElements({ note, signal, onChange, onPage }: Watching, selectors: readonly string[]): void {
  const observed = new Map<string, Element>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting, intersectionRatio, intersectionRect, rootBounds } of entries) {
        // A thing that is taller than the screen is looked at when it fills a good part of it.
        const fills = rootBounds !== null && intersectionRect.height > visibleShare * rootBounds.height;
        const isInView = isIntersecting && (intersectionRatio >= visibleShare || fills);
        for (const [element, each] of observed) if (each === target) note({ kind: 'in-view', element, isInView });
      }
    },
    { threshold: [0, visibleShare, 0.6] },
  );
  const look = () => {
    for (const selector of selectors) {
      const found = document.querySelector(selector);
      const before = observed.get(selector);
      if (found === before || (found === null && before === undefined)) continue;
      if (before !== undefined) {
        observed.delete(selector);
        if (![...observed.values()].includes(before)) observer.unobserve(before);
        note({ kind: 'in-view', element: selector, isInView: false });
      }
      if (found !== null) {
        observed.set(selector, found);
        observer.observe(found);
      }
    }
  };
  onChange(look);
  // What stays in view from page to page is looked at anew.
  onPage(() => {
    observer.disconnect();
    observed.clear();
    look();
  });
  signal.addEventListener('abort', () => observer.disconnect());
}
