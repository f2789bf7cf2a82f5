import type { Watching } from './gather-signals.ts';

/** So many clicks on one spot within so many milliseconds: something does not do what it seems to promise. */
const rage = { clicks: 4, milliseconds: 2000, pixels: 24 };
/** Things that are meant to be clicked again and again. */
const repeatable = 'input, select, textarea, video, audio, canvas, summary, [role="spinbutton"], [role="slider"], [contenteditable]';

/** Clicks again and again on a spot that does not react, and links that are followed. */
export function watchClicks({ note, signal, matching, onPage }: Watching): void {
  const options = { signal, passive: true, capture: true } as const;
  let clicks: { x: number; y: number; at: number }[] = [];
  const forget = () => {
    clicks = [];
  };
  // A value that changes, or another page: the clicks do what they should.
  for (const name of ['input', 'change', 'submit']) addEventListener(name, forget, options);
  onPage(forget);
  addEventListener(
    'click',
    (event) => {
      const { target, clientX: x, clientY: y, isTrusted } = event;
      if (!(target instanceof Element) || !isTrusted) return;
      if (target.closest('main a[href], [role="main"] a[href]') !== null) note({ kind: 'followed' });
      if (target.closest(repeatable) !== null || getSelection()?.isCollapsed === false) return forget();
      const now = performance.now();
      const near = (each: (typeof clicks)[number]) => Math.abs(each.x - x) < rage.pixels && Math.abs(each.y - y) < rage.pixels;
      clicks = [...clicks.filter((each) => now - each.at < rage.milliseconds && near(each)), { x, y, at: now }];
      if (clicks.length < rage.clicks) return;
      forget();
      note({ kind: 'rage-click', on: matching(target) });
    },
    options,
  );
}
