import type { Watching } from './gather-signals.ts';

/** On a phone: so many screens up within so many milliseconds, after having been so many screens down. */
const flick = { screens: 0.5, milliseconds: 400, down: 1 };

/** The intent to leave: with a mouse, out of the top of the window; by touch, a quick flick back to the top. */
export function watchLeaving({ note, signal }: Watching): void {
  const options = { signal, passive: true } as const;
  document.documentElement.addEventListener(
    'mouseleave',
    ({ clientY, relatedTarget }) => {
      if (clientY <= 0 && relatedTarget === null) note({ kind: 'leaving' });
    },
    options,
  );
  if (!matchMedia('(pointer: coarse)').matches) return;
  let positions: { y: number; at: number }[] = [];
  addEventListener(
    'scroll',
    () => {
      const now = performance.now();
      const y = scrollY;
      positions = [...positions.filter(({ at }) => now - at < flick.milliseconds), { y, at: now }];
      const highest = Math.max(...positions.map((each) => each.y));
      if (highest - y < flick.screens * innerHeight || highest < flick.down * innerHeight) return;
      positions = [];
      note({ kind: 'leaving' });
    },
    options,
  );
}
