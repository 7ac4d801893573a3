import type { DigestChoice, QuietDay, Weekday } from '../../store/digest-setting.js';

/** How a digest's plan is spelled out, the same in every message. */

/** "Monday 24 November, 08:00 CST", on the clocks of the zone. */
export function sayMoment(moment: Date, zone: string): string {
  const part = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...options }).format(moment);
  const day = `${part({ weekday: 'long' })} ${part({ day: 'numeric' })} ${part({ month: 'long' })}`;
  const time = part({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return `${day}, ${time} ${zoneName(moment, zone)}`;
}

/** Each language knows the short names of its own zones only: CST is American, CET British. */
const NAMING = ['en-US', 'en-GB', 'en-AU', 'en-NZ', 'en-IN', 'en-ZA'];

function zoneName(moment: Date, zone: string): string {
  const names = NAMING.map((language) =>
    new Intl.DateTimeFormat(language, { timeZone: zone, timeZoneName: 'short' })
      .formatToParts(moment)
      .find(({ type }) => type === 'timeZoneName'),
  ).map((part) => part?.value ?? '');
  return names.find((name) => /^[A-Z]+$/.test(name)) ?? names[0] ?? zone;
}

/** "08:00 on weekdays, time of America/Chicago" */
export function sayPlan({
  time,
  days,
  zone,
}: Pick<DigestChoice, 'time' | 'days' | 'zone'>): string {
  return `${time} ${sayDays(days)}, time of ${zone}`;
}

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

export function dayName(day: Weekday): string {
  return DAYS[day - 1] ?? '';
}

/** "every day", "on weekdays", "on Monday, Wednesday and Friday" */
export function sayDays(days: readonly Weekday[]): string {
  const key = days.join('');
  if (key === '1234567') return 'every day';
  if (key === '12345') return 'on weekdays';
  if (key === '67') return 'on weekends';
  const names = days.map(dayName);
  const last = names.at(-1) ?? '';
  return names.length > 1 ? `on ${names.slice(0, -1).join(', ')} and ${last}` : `on ${last}`;
}

/** What comes on a day without news. */
export const QUIET_WORDS: Readonly<Record<QuietDay, string>> = {
  archive: 'a dated passage from the archive',
  note: 'a note that nothing is new',
  skip: 'no message',
};
