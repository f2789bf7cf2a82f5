/** When somebody answers. Times are of the zone, as in 08:00; days are 1 (Monday) to 7. */
export interface OfficeHours {
  /** IANA name, as in Europe/Amsterdam. */
  readonly zone: string;
  readonly open: readonly { readonly days: readonly number[]; readonly from: string; readonly to: string }[];
  /** Days on which nobody answers, as in 2026-12-25. */
  readonly closed?: readonly string[];
}

const step = 15 * 60_000;
const furthest = 14 * 86_400_000;

/** Whether somebody answers at a moment, by the zone's own clock. */
export function isOpenAt(hours: OfficeHours, time: number): boolean {
  const { day, weekday, clock } = localTime(hours.zone, time);
  if (hours.closed?.includes(day)) return false;
  return hours.open.some(({ days, from, to }) => days.includes(weekday) && from <= clock && clock < to);
}

/** The next moment at which somebody answers, to the quarter of an hour; undefined where there is none within two weeks. */
export function nextOpening(hours: OfficeHours, now: number): number | undefined {
  const first = Math.ceil(now / step) * step;
  for (let time = first; time < first + furthest; time += step) if (isOpenAt(hours, time)) return time;
  return undefined;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function localTime(zone: string, time: number): { day: string; weekday: number; clock: string } {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
  formats.set(zone, format);
  const parts = Object.fromEntries(format.formatToParts(time).map(({ type, value }) => [type, value]));
  const day = `${parts.year}-${parts.month}-${parts.day}`;
  return { day, weekday: new Date(day).getUTCDay() || 7, clock: `${parts.hour}:${parts.minute}` };
}
