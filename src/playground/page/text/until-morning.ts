import { dayOf } from './format-date.js';

const DAY = 86_400_000;
const MORNING = '08:00';

/** Milliseconds from `now` until eight o'clock of the next day on the clocks of that zone. */
export function untilMorning(now: number, zone: string): number {
  const tomorrow = new Date(Date.parse(`${dayOf(now, zone)}T12:00:00Z`) + DAY);
  const wanted = Date.parse(`${tomorrow.toISOString().slice(0, 10)}T${MORNING}:00Z`);
  let at = wanted;
  // Twice: the first correction may cross the night on which the clocks change.
  for (let turn = 0; turn < 2; turn += 1) at += wanted - shownAt(at, zone);
  return at - now;
}

/** What the clocks of the zone show, read as if it were UTC. */
function shownAt(at: number, zone: string): number {
  const time = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).format(at);
  return Date.parse(`${dayOf(at, zone)}T${time}Z`) + (at % 1000);
}
