import type { Calendar } from './due.ts';
import { dated, entered, type Memory, succeeded } from './memory.ts';
import type { NudgeSet } from './nudge.ts';
import { came, felt, interested, pageKind, wentOn } from './reading.ts';
import type { Signal } from './signal.ts';
import type { Visit } from './visit.ts';

/** A signal before it has its time. */
export type Noted = Signal extends infer Each ? (Each extends Signal ? Omit<Each, 'at'> : never) : never;

/**
 * What of a signal outlives the visit: pages come to, dates, successes, interests and moods. The same memory where there
 * is nothing to keep.
 * @param before the visit before the signal
 */
export function remember(memory: Memory, noted: Noted, before: Visit, { nudges }: NudgeSet, { now, today }: Calendar): Memory {
  const read = (change: (reading: Memory['reading']) => Memory['reading']) => ({ ...memory, reading: change(memory.reading) });
  switch (noted.kind) {
    case 'page': {
      const kept = entered(memory, noted.path, now);
      let reading = came(kept.reading, today);
      if (before.path !== '' && before.path !== noted.path) reading = wentOn(reading, pageKind(before.path), pageKind(noted.path));
      for (const id of noted.product ?? []) reading = interested(reading, `product:${id}`, 'views', now);
      return { ...kept, reading };
    }
    case 'told': {
      const date = /^date\.(.+)$/.exec(noted.name)?.[1];
      const kept = date === undefined ? memory : dated(memory, date, noted.data.on);
      return nudges.reduce((all, { id, success }) => (success?.event === noted.name ? succeeded(all, id, success.within, now) : all), kept);
    }
    case 'searched':
      return read((reading) => interested(reading, `topic:${noted.text.slice(0, 40)}`, 'searches', now));
    case 'rage-click':
    case 'field-error':
      return read((reading) => felt(reading, false, now));
    default:
      return memory;
  }
}
