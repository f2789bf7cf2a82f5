import type { Watching } from './gather-signals.ts';

const second = 1000;

/** Time in view, signs of life, typing, and how far down the page the visitor has come. */
export function watchPresence({ note, signal }: Watching): void {
  const options = { signal, passive: true, capture: true } as const;
  let activeAt = Number.NEGATIVE_INFINITY;
  const onActive = () => {
    const now = performance.now();
    if (now - activeAt < second) return;
    activeAt = now;
    note({ kind: 'active' });
  };
  let hasScrolled = false;
  addEventListener(
    'scroll',
    () => {
      hasScrolled = true;
      onActive();
    },
    options,
  );
  for (const name of ['pointermove', 'pointerdown', 'touchstart', 'wheel']) addEventListener(name, onActive, options);
  addEventListener(
    'keydown',
    ({ target }) => {
      if (isEditable(target)) note({ kind: 'typed' });
      else onActive();
    },
    options,
  );
  // What an input method or a keyboard on the screen writes comes without keys.
  addEventListener('beforeinput', () => note({ kind: 'typed' }), options);
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    const milliseconds = Math.min(now - last, 2 * second);
    last = now;
    if (document.visibilityState !== 'visible') return;
    note({ kind: 'passed', milliseconds });
    if (!hasScrolled) return;
    hasScrolled = false;
    // Read once a second at most, when the frame's layout is done anyway.
    requestAnimationFrame(() => {
      const { scrollTop, scrollHeight } = document.scrollingElement ?? document.documentElement;
      if (!signal.aborted) note({ kind: 'scrolled', percent: Math.round((100 * (scrollTop + innerHeight)) / Math.max(1, scrollHeight)) });
    });
  }, second);
  signal.addEventListener('abort', () => clearInterval(timer));
}

export function isEditable(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('textarea, input:not([type=button], [type=submit], [type=checkbox], [type=radio]), select'))
  );
}
