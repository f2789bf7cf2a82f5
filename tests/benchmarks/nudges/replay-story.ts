import type { NudgeSet } from '../../../src/nudge/nudge.ts';
import type { Noted } from '../../../src/nudge/remember.ts';
import { replay, type Step } from '../../../src/nudge/replay.ts';
import type { Beat, Story } from './story.ts';

/** A nudge that was seen. */
export interface Seen {
  readonly second: number;
  readonly nudge: string;
}

/** What the page would have noted, and what was there to be seen around it. */
function stepOf(beat: Beat): Omit<Step, 'at'> {
  const note = (noted: Noted): Omit<Step, 'at'> => ({ noted });
  switch (beat.does) {
    case 'opens':
      return note({ kind: 'page', path: beat.page, ...(beat.product === undefined ? {} : { product: [beat.product] }) });
    case 'moves':
      return note({ kind: 'active' });
    case 'types':
      return note({ kind: 'typed' });
    case 'clicks-wildly':
      return note({ kind: 'rage-click', on: [] });
    case 'copies-error':
      return note({ kind: 'copied-error', on: [] });
    case 'heads-for-the-exit':
      return note({ kind: 'leaving' });
    case 'searches':
      return note({ kind: 'searched', text: beat.words });
    case 'follows-a-link':
      return note({ kind: 'followed' });
    case 'looks-at':
    case 'looks-away-from':
      return note({ kind: 'in-view', element: beat.what, isInView: beat.does === 'looks-at' });
    case 'hears':
      return note({ kind: 'told', name: beat.from, data: beat.with ?? {} });
    case 'reacts':
      if (beat.how === 'closes-tip') return { nudge: 'dismissed' };
      return beat.how === 'turns-tips-off' ? { nudge: 'off' } : { change: { hasConsent: beat.how === 'gives-consent' } };
    default: {
      const is = beat.does === 'starts';
      if (beat.what === 'video') return { change: { isMediaPlaying: is } };
      if (beat.what === 'dialog') return { change: { isDialogOpen: is } };
      if (beat.what === 'absence') return { change: { isInView: !is } };
      return { change: { isPanelOpen: is }, ...(is ? { noted: { kind: 'asked' } } : {}) };
    }
  }
}

/** Plays a story to the agent and says what the visitor saw. */
export function replayStory(set: NudgeSet, story: Story, seed: string, onLook: (milliseconds: number) => void): Seen[] {
  const steps = story.beats.map((beat): Step => ({ at: beat.second * 1000, ...stepOf(beat) }));
  const start = Date.parse(`${story.day}T${String(story.hour).padStart(2, '0')}:00:00Z`);
  const { frames } = replay(set, steps, { start, minuteOfDay: story.hour * 60, seed, onLook });
  return frames.flatMap(({ at, shown }) =>
    shown === undefined || shown.arm === 'hold-out' ? [] : [{ second: at / 1000, nudge: shown.nudge }],
  );
}
