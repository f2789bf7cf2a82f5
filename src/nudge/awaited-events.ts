import type { Nudge, Trigger } from './nudge.ts';

/** The events by name, as the shop tells them, that a nudge waits for: to come, to go, and to have helped. */
export function awaitedEvents({ trigger, until = [], success }: Nudge): string[] {
  return [...calling(trigger), ...until, ...(success === undefined ? [] : [success.event])];
}

function calling(trigger: Trigger): string[] {
  switch (trigger.on) {
    case 'event':
      return [trigger.event];
    case 'date':
      return [`date.${trigger.date}`];
    case 'failed-search':
      return ['search.failed'];
    case 'coupon-refused':
      return ['coupon.refused'];
    case 'out-of-stock':
      return ['stock.out'];
    default:
      return [];
  }
}
