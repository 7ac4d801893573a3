const DAY = 86_400_000;
const MORNING = '08:00';

const parts = (
  at: number,
  zone: string,
  options: Intl.DateTimeFormatOptions,
  language: 'en-US' | 'en-CA' | 'en-GB' = 'en-US',
) => new Intl.DateTimeFormat(language, { ...options, timeZone: zone }).format(at);

/** `2026-11-22` in that zone: tells two days apart. */
export function dayOf(at: number, zone: string): string {
  return parts(at, zone, { year: 'numeric', month: '2-digit', day: '2-digit' }, 'en-CA');
}

/** `9:04 AM` on the clock of that zone. */
export function timeIn(at: number, zone: string): string {
  return parts(at, zone, { hour: 'numeric', minute: '2-digit' });
}

/** `Today`, `Yesterday`, `Tuesday, November 17` or, in another year, with the year. */
export function dayLabel(at: number, now: number, zone: string): string {
  const near = nearDay(at, now, zone);
  if (near) return near;
  const sameYear = dayOf(at, zone).slice(0, 4) === dayOf(now, zone).slice(0, 4);
  return parts(at, zone, {
    weekday: 'long',
    month: 'long',
    day: 'numeric',
    ...(sameYear ? {} : { year: 'numeric' }),
  });
}

/** Slack's own form for dates in a text, of which the bot uses these two: `{date_short}` and `{time}`. */
export function fillDate(format: string, at: number, zone: string): string {
  return format
    .replaceAll('{date_short}', parts(at, zone, { dateStyle: 'medium' }))
    .replaceAll('{time}', timeIn(at, zone));
}

/** In full, for a title: `Sunday, November 22, 2026 at 9:04:11 AM EST`. */
export function fullTime(at: number, zone: string): string {
  return parts(at, zone, { dateStyle: 'full', timeStyle: 'long' });
}

/** `New York` of `America/New_York`. */
export function cityOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

/** When a message with Slack's `ts` was written, in milliseconds. */
export function timeOfTs(ts: string): number {
  return Math.floor(Number(ts) * 1000);
}

function nearDay(at: number, now: number, zone: string): string | null {
  const [day, today] = [dayOf(at, zone), dayOf(now, zone)];
  if (day === today) return 'Today';
  if (day === shiftDay(today, -1)) return 'Yesterday';
  return day === shiftDay(today, 1) ? 'Tomorrow' : null;
}

const shiftDay = (day: string, by: number) =>
  new Date(Date.parse(`${day}T12:00:00Z`) + by * DAY).toISOString().slice(0, 10);

/** `5 minutes ago`, `in 2 hours`. */
export function ago(at: number, now: number): string {
  const relative = new Intl.RelativeTimeFormat('en-US', { numeric: 'auto' });
  const seconds = Math.round((at - now) / 1000);
  const units: [Intl.RelativeTimeFormatUnit, number][] = [
    ['day', 86_400],
    ['hour', 3_600],
    ['minute', 60],
  ];
  for (const [unit, size] of units) {
    if (Math.abs(seconds) >= size) return relative.format(Math.trunc(seconds / size), unit);
  }
  return relative.format(seconds, 'second');
}

/** Milliseconds from `now` until eight o'clock of the next day on the clocks of that zone. */
export function untilMorning(now: number, zone: string): number {
  const wanted = Date.parse(`${shiftDay(dayOf(now, zone), 1)}T${MORNING}:00Z`);
  let at = wanted;
  // Twice: the first correction may cross the night on which the clocks change.
  for (let turn = 0; turn < 2; turn += 1) at += wanted - shownAt(at, zone);
  return at - now;
}

/** What the clocks of the zone show, read as if it were UTC. */
function shownAt(at: number, zone: string): number {
  const time = parts(at, zone, { timeStyle: 'medium', hourCycle: 'h23' }, 'en-GB');
  return Date.parse(`${dayOf(at, zone)}T${time}Z`) + (at % 1000);
}
