import { directionOf, type Locale } from '../../src/language/locale.ts';
import type { NextStep, Nudge, TriggerKind, Variant } from '../../src/nudge/nudge.ts';
import { elementAt } from '../signals/moment.ts';
import { nudgeStyles } from './nudge.styles.ts';
import type { NudgeWords } from './nudge-words.ts';

export interface NudgeViewModel {
  readonly nudge: Nudge;
  readonly variant: Variant;
  readonly locale: Locale;
  readonly words: NudgeWords;
}

export interface NudgeViewActions {
  take(step: NextStep): void;
  later(): void;
  never(): void;
  off(): void;
}

const tag = 'edge-agent-nudge';
/** Assistive technology announces what is put into a live region that is there already, in milliseconds. */
const announceAfter = 60;
const cross = 'm6 6 12 12M18 6 6 18';

/**
 * Builds a nudge. Its message is a polite live region; it takes no focus, and there is nothing in it that has to be done.
 * @param wearer the agent's element, whose style sheets and theme it wears
 */
export function nudgeView({ nudge, variant, locale, words }: NudgeViewModel, wearer: HTMLElement, actions: NudgeViewActions): HTMLElement {
  const host = element(tag);
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(nudgeStyles);
  root.adoptedStyleSheets = [...(wearer.shadowRoot?.adoptedStyleSheets ?? []), sheet];
  for (const name of ['theme', 'position']) if (wearer.hasAttribute(name)) host.setAttribute(name, wearer.getAttribute(name) ?? '');
  host.setAttribute('exportparts', 'nudge, nudge-message, nudge-action, nudge-close');
  host.dataset.nudge = nudge.id;
  const message = element('p', { class: 'message', part: 'nudge-message', role: 'status' });
  setTimeout(() => message.append(variant.message), announceAfter);
  const card = element('section', {
    class: `nudge ${nudge.place.at}`,
    part: 'nudge',
    'aria-label': words.tip,
    lang: locale,
    dir: directionOf(locale),
  });
  card.append(message, stepViews(nudge, variant, actions), closeView(words, actions), moreView(nudge.trigger.on, words, actions));
  root.append(card);
  return host;
}

/** Puts a nudge where it belongs on the page; undefined for those that stand by the launcher. Returns how to take it away. */
export function placeOnPage(view: HTMLElement, { place }: Nudge): (() => void) | undefined {
  if (place.at !== 'inline' && place.at !== 'anchor') return undefined;
  const target = elementAt(place.element);
  if (target === undefined) return () => {};
  if (place.at === 'inline') {
    target.append(view);
    return () => view.remove();
  }
  document.body.append(view);
  const sheet = new CSSStyleSheet();
  view.shadowRoot?.adoptedStyleSheets.push(sheet);
  const follow = () => {
    if (!target.isConnected) return view.remove();
    const { left, right, bottom } = target.getBoundingClientRect();
    const isRightToLeft = getComputedStyle(target).direction === 'rtl';
    const margin = 8;
    const widest = Math.min(320, innerWidth - 2 * margin);
    const wanted = isRightToLeft ? right - widest : left;
    const start = Math.max(margin, Math.min(wanted, innerWidth - widest - margin)) + scrollX;
    sheet.replaceSync(
      `.anchor { position: absolute; z-index: 2147482000; left: ${start}px; top: ${bottom + scrollY + 12}px; inline-size: ${widest}px; }`,
    );
  };
  follow();
  const observer = new ResizeObserver(follow);
  observer.observe(document.documentElement);
  observer.observe(target);
  return () => {
    observer.disconnect();
    view.remove();
  };
}

/** Says something else in a nudge's place, whose next step is no longer to be had. */
export function sayInstead(view: HTMLElement, text: string): void {
  view.shadowRoot?.querySelector('.message')?.replaceChildren(text);
  view.shadowRoot?.querySelector('.actions')?.remove();
}

function stepViews({ next }: Nudge, { action }: Variant, actions: NudgeViewActions): HTMLElement {
  const row = element('div', { class: 'actions' });
  if (next.to === 'topics') {
    for (const { unit, title } of next.topics) row.append(button(title, 'choice', () => actions.take({ to: 'unit', id: unit, title })));
    return row;
  }
  if (next.to === 'link') {
    const link = element('a', { class: 'action', part: 'nudge-action', href: next.href });
    link.append(action);
    link.addEventListener('click', () => actions.take(next));
    row.append(link);
    return row;
  }
  row.append(button(action, 'action', () => actions.take(next), 'nudge-action'));
  return row;
}

function closeView(words: NudgeWords, { later }: NudgeViewActions): HTMLElement {
  const close = button('', 'close', later, 'nudge-close');
  close.setAttribute('aria-label', words.later);
  close.title = words.later;
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  for (const [name, value] of Object.entries({ d: cross, stroke: 'currentColor', 'stroke-width': '2', 'stroke-linecap': 'round' }))
    path.setAttribute(name, value);
  svg.append(path);
  close.append(svg);
  return close;
}

function moreView(trigger: TriggerKind, words: NudgeWords, { never, off }: NudgeViewActions): HTMLElement {
  const more = element('details', { class: 'more' });
  const summary = element('summary');
  summary.append(words.why);
  const reason = element('p');
  reason.append(reasonOf(trigger, words));
  more.append(summary, reason, button(words.never, 'never', never), button(words.off, 'off', off));
  return more;
}

function reasonOf(trigger: TriggerKind, words: NudgeWords): string {
  if (trigger === 'event' || trigger === 'known-problem') return words.becauseTold;
  if (trigger === 'date' || trigger === 'absence') return words.becauseDate;
  return trigger === 'hot-topics' ? words.becauseNew : words.becauseHere;
}

function button(label: string, name: string, act: () => void, part?: string): HTMLButtonElement {
  const made = element('button', { type: 'button', class: name, ...(part === undefined ? {} : { part }) }) as HTMLButtonElement;
  made.append(label);
  made.addEventListener('click', act);
  return made;
}

function element(name: string, attributes: Readonly<Record<string, string>> = {}): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
