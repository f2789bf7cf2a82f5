import type { Moment } from '../../src/nudge/eligible.ts';

/** The moment as the page shows it; each part is looked at only when it is asked for. */
export function momentOnPage(isPanelOpen: () => boolean, isNudgeShown: () => boolean): Moment {
  const now = Date.now();
  return {
    now,
    today: today(),
    hasConsent: true,
    minuteIn: (zone) => minuteOfDay(now, zone),
    get isInView() {
      return document.visibilityState === 'visible';
    },
    get isMediaPlaying() {
      return document.fullscreenElement !== null || [...document.querySelectorAll('video, audio')].some(isPlaying);
    },
    get isDialogOpen() {
      return [...document.querySelectorAll('dialog[open], [role="dialog"], [role="alertdialog"], [aria-modal="true"]')].some(isShown);
    },
    get isPanelOpen() {
      return isPanelOpen();
    },
    get isNudgeShown() {
      return isNudgeShown();
    },
    hasPlace: ({ at, element: selector }) => {
      const element = elementAt(selector);
      return element !== undefined && (at === 'inline' ? !element.closest('[hidden]') : isShown(element) && isOnScreen(element));
    },
  };
}

/** The visitor's day, ISO 8601. */
export function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** Undefined for what is no selector too. */
export function elementAt(selector: string): Element | undefined {
  try {
    return document.querySelector(selector) ?? undefined;
  } catch {
    return undefined;
  }
}

function isOnScreen(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

/** Silent pictures that move by themselves are decoration. */
function isPlaying(media: Element): boolean {
  return media instanceof HTMLMediaElement && !media.paused && !media.ended && !(media.muted && media.loop);
}

function isShown(element: Element): boolean {
  return element.checkVisibility?.() ?? element.getClientRects().length > 0;
}

/** 0 to 1439. An unknown zone counts as the visitor's own. */
function minuteOfDay(now: number, zone?: string): number {
  const own = new Date(now).getHours() * 60 + new Date(now).getMinutes();
  if (zone === undefined) return own;
  try {
    const parts = new Intl.DateTimeFormat('en', { timeZone: zone, hour: 'numeric', minute: 'numeric', hourCycle: 'h23' }).formatToParts(
      now,
    );
    const part = (type: string) => Number(parts.find((each) => each.type === type)?.value);
    return part('hour') * 60 + part('minute');
  } catch {
    return own;
  }
}
