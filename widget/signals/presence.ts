import type { Watching } from './gather-signals.ts';

const second = 1000;

/** Time in view, signs of life, typing, and, where it is asked for, how far down the page the visitor has come. */
export function watchPresence({ note, signal, onPage }: Watching, asksForDepth: boolean): void {
  const options = { signal, passive: true, capture: true } as const;
  let armed: AbortController | undefined;
  // A listener costs a little for each event, and scrolling is hundreds: they are taken off until the next second.
  const onActive = () => {
    if (armed === undefined) return;
    armed.abort();
    armed = undefined;
    note({ kind: 'active' });
  };
  const arm = () => {
    if (armed !== undefined) return;
    armed = new AbortController();
    for (const name of ['pointermove', 'pointerdown', 'touchstart', 'wheel', 'scroll'])
      addEventListener(name, onActive, { signal: armed.signal, passive: true, capture: true });
  };
  arm();
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
  let furthest = 0;
  onPage(() => {
    furthest = 0;
  });
  const look = () => {
    const { scrollTop, scrollHeight } = document.scrollingElement ?? document.documentElement;
    const percent = Math.round((100 * (scrollTop + innerHeight)) / Math.max(1, scrollHeight));
    if (signal.aborted || percent <= furthest) return;
    furthest = percent;
    note({ kind: 'scrolled', percent });
  };
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    const milliseconds = Math.min(now - last, 2 * second);
    last = now;
    if (document.visibilityState !== 'visible') return;
    note({ kind: 'passed', milliseconds });
    arm();
    // Where a frame's layout is about to be done anyway.
    if (asksForDepth) requestAnimationFrame(look);
  }, second);
  signal.addEventListener('abort', () => {
    clearInterval(timer);
    armed?.abort();
  });
}

export function isEditable(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('textarea, input:not([type=button], [type=submit], [type=checkbox], [type=radio]), select'))
  );
}
