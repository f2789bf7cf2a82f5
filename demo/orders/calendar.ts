const dayLength = 86_400_000;

/** The day of a moment, as in 2026-11-21. */
export function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** Whole days from one moment to a later one; 0 within a day, negative before it. */
export function daysBetween(from: number, to: number): number {
  return Math.floor((to - from) / dayLength);
}

export function addDays(time: number, days: number): number {
  return time + days * dayLength;
}

/** The day that lies so many working days ahead. */
export function workingDaysAhead(time: number, days: number): string {
  let day = time;
  for (let left = days; left > 0; ) {
    day += dayLength;
    const weekday = new Date(day).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return dayOf(day);
}
