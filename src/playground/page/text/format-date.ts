const parts = (at: number, zone: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-US', { ...options, timeZone: zone }).format(at);

/** `2026-11-22` in that zone: tells two days apart. */
export function dayOf(at: number, zone: string): string {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(at);
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

const ordinal = (day: number) => {
  const tail =
    day % 100 > 10 && day % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th');
  return `${day}${tail}`;
};

function nearDay(at: number, now: number, zone: string): string | null {
  const day = dayOf(at, zone);
  if (day === dayOf(now, zone)) return 'Today';
  if (day === dayBefore(dayOf(now, zone))) return 'Yesterday';
  if (day === dayAfter(dayOf(now, zone))) return 'Tomorrow';
  return null;
}

const shiftDay = (day: string, by: number) =>
  new Date(Date.parse(`${day}T12:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);
const dayBefore = (day: string) => shiftDay(day, -1);
const dayAfter = (day: string) => shiftDay(day, 1);

/**
 * Slack's date formats: `{date}`, `{date_num}`, `{date_short}`, `{date_long}`, their `_pretty` forms
 * (today and yesterday in words), `{time}`, `{time_secs}` and `{ago}`. Anything else stays as it is.
 */
export function slackDate(at: number, format: string, zone: string, now: number): string {
  const number = (options: Intl.DateTimeFormatOptions) => parts(at, zone, options);
  const dayNumber = Number(number({ day: 'numeric' }));
  const year = number({ year: 'numeric' });
  const date = `${number({ month: 'long' })} ${ordinal(dayNumber)}, ${year}`;
  const short = number({ month: 'short', day: 'numeric', year: 'numeric' });
  const long = `${number({ weekday: 'long' })}, ${date}`;
  const words: Record<string, () => string> = {
    date: () => date,
    date_num: () => dayOf(at, zone),
    date_short: () => short,
    date_long: () => long,
    date_pretty: () => inWords(date),
    date_short_pretty: () => inWords(short),
    date_long_pretty: () => inWords(long),
    time: () => timeIn(at, zone),
    time_secs: () => number({ hour: 'numeric', minute: '2-digit', second: '2-digit' }),
    ago: () => ago(at, now),
  };
  const inWords = (otherwise: string) => nearDay(at, now, zone)?.toLowerCase() ?? otherwise;
  const text = format.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(words, name) ? (words[name]?.() ?? whole) : whole,
  );
  return /^\{\w+_pretty\}/.test(format) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

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
