import type { Trigger } from '../../src/nudge/nudge.ts';
import type { Noted } from '../../src/nudge/remember.ts';
import { gatherSignals } from './gather-signals.ts';

/** What is recorded whether a nudge asks for it or not. */
const always: readonly Trigger[] = [
  { on: 'scroll', percent: 1 },
  { on: 'exit-intent' },
  { on: 'failed-search', times: 1 },
  { on: 'field-error', times: 1 },
  { on: 'rage-click' },
  { on: 'copy-error' },
];

/**
 * Tells what happens on a page as lines that the nudge lab replays, without their times, until the signal is raised. Time
 * that only passes is no line: the lab lets it pass by itself.
 */
export function recordSignals(
  triggers: readonly Trigger[],
  productOf: () => readonly string[],
  told: (line: string) => void,
  signal: AbortSignal,
): void {
  const note = (noted: Noted) => {
    const line = lineOf(noted);
    if (line !== undefined) told(line);
  };
  document.addEventListener('visibilitychange', () => told(`view ${document.visibilityState === 'visible' ? 'on' : 'off'}`), { signal });
  gatherSignals([...triggers, ...always], productOf, note, signal);
}

function lineOf(noted: Noted): string | undefined {
  switch (noted.kind) {
    case 'passed':
      return undefined;
    case 'page':
      return ['page', noted.path, ...(noted.product ?? [])].join(' ');
    case 'told':
      return `told ${noted.name} ${JSON.stringify(noted.data)}`;
    case 'scrolled':
      return `scrolled ${noted.percent}`;
    case 'in-view':
      return `${noted.isInView ? 'view' : 'unview'} ${noted.element}`;
    case 'field-error':
      return ['error', noted.field.replace(/\s/g, '-') || 'field', ...noted.on].join(' ');
    case 'rage-click':
      return ['rage', ...noted.on.slice(0, 1)].join(' ');
    case 'copied-error':
      return ['copied', ...noted.on.slice(0, 1)].join(' ');
    case 'searched':
      return `searched ${noted.text}`;
    case 'form':
      return `${noted.did === 'began' ? 'form' : 'sent'} ${noted.form}`;
    case 'active':
    case 'typed':
    case 'leaving':
    case 'followed':
    case 'asked':
      return noted.kind;
  }
}
