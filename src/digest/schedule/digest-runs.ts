import { Cron } from 'croner';
import type { Day } from '../../corpus/article/article.js';
import type { DigestChoice, DigestSetting } from '../../store/records.js';

/** How long after its time a digest is still worth sending; it is labelled late then. */
export const LATEST_MS = 6 * 60 * 60_000;
/** From this delay on a digest says that it is late: shorter ones are nobody's concern. */
const LATE_AFTER_MS = 5 * 60_000;

/** One run of a plan: an instant, and the local date it belongs to. */
export interface DigestRun {
  readonly at: Date;
  readonly day: Day;
}

/**
 * The first run after an instant whose local date is later than `lastDay`. A time that the clocks skip in spring runs
 * when they have moved on; one that they pass twice in autumn runs the first time.
 */
export function nextRun(choice: DigestChoice, after: Date, lastDay: Day | null): DigestRun {
  const cron = new Cron(patternOf(choice), { timezone: choice.zone, paused: true });
  for (let at = cron.nextRun(after); at !== null; at = cron.nextRun(at)) {
    const day = localDay(at, choice.zone);
    if (lastDay === null || day > lastDay) return { at, day };
  }
  throw new RangeError(`no run of ${patternOf(choice)} after ${after.toISOString()}`);
}

/**
 * The run that is to be sent now: the newest that is due, at most six hours ago, under the plan as it stands, and on a
 * date that has had none. Dates only move on, whatever the machine's clock or the channel's zone does.
 */
export function dueRun(setting: DigestSetting, now: Date): DigestRun | null {
  const from = Math.max(now.getTime() - LATEST_MS, setting.runsFrom.getTime());
  let due: DigestRun | null = null;
  // croner counts in whole seconds, and gives runs after an instant only.
  let run = nextRun(setting, new Date(from - 1_000), setting.lastDay);
  while (run.at <= now) {
    if (run.at.getTime() >= from) due = run;
    run = nextRun(setting, run.at, setting.lastDay);
  }
  return due;
}

export function isLate(dueAt: Date, now: Date): boolean {
  return now.getTime() - dueAt.getTime() > LATE_AFTER_MS;
}

/** The date on the calendars of a zone. */
export function localDay(instant: Date, zone: string): Day {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    calendar: 'iso8601',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(instant);
  const of = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  return `${of('year').padStart(4, '0')}-${of('month')}-${of('day')}`;
}

/** Minute, hour, any date, the days; cron counts Sunday as 7 too. */
function patternOf({ time, days }: DigestChoice): string {
  const [hour, minute] = time.split(':').map(Number);
  return `${minute} ${hour} * * ${days.join(',')}`;
}
