import type { Goal } from '../goals.ts';
import type { Quality } from './measure-set.ts';

const least = (name: string, share: number, limit: number): Goal => ({ name, value: 100 * share, limit, unit: '%', isLeast: true });

/** What is promised for a set; nothing for sets that are there to compare. */
export function qualityGoals(quality: Quality): Goal[] {
  const { name, head, answeredRight, refused, auroc, miniSearch } = quality;
  if (name === 'banking77-5shot') return [least(`${name}, first right`, head, 77)];
  if (name === 'banking77-10shot') return [least(`${name}, first right`, head, 85)];
  if (name === 'clinc150-10shot') return [least(`${name}, first right`, head, 92)];
  if (name === 'clinc150-10shot-oos')
    return [
      least(`${name}, answered right`, answeredRight, 88),
      least(`${name}, out of scope refused`, refused, 85),
      least(`${name}, AUROC`, auroc, 95),
    ];
  if (name.startsWith('xsid-en-to-')) return [least(`${name}, first right`, head, 85)];
  if (name.startsWith('xsid-')) return [least(`${name}, first right`, head, 92)];
  if (name.endsWith('one phrasing')) return [least(`${name}, above MiniSearch`, head - miniSearch, 20)];
  return [];
}

/** Confidence is held to account where a pack has not seen the questions and they are many. */
export function calibrationGoal({ name, calibrationError }: Quality): Goal {
  return { name: `${name}, calibration error`, value: 100 * calibrationError, limit: 5, unit: '%' };
}
