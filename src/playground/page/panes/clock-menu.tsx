import { Icon } from '../controls/icons.js';
import { Menu } from '../controls/menu.js';
import { dayLabel, timeIn, untilMorning } from '../text/format-date.js';
import { useReader } from '../text/reader.js';
import { usePage, useWorking } from '../use-page.js';

const HOUR = 3_600_000;

/** What time it is here, and the ways to have it later: for what the bot does by the clock. */
export function ClockMenu() {
  const page = usePage();
  const { now, zone } = useReader();
  const working = useWorking('clock');
  const at = now();
  const morning = untilMorning(at, zone);
  const weekday = new Intl.DateTimeFormat('en-US', { weekday: 'short', timeZone: zone });
  const day = (ms: number) => `${dayLabel(ms, at, zone)}, ${timeIn(ms, zone)}`;
  const item = (key: string, label: string, ms: number) => ({
    key,
    label,
    detail: day(at + ms),
    data: { 'data-testid': 'move-clock', 'data-move': key },
    choose: () => page.moveClock(ms),
  });
  return (
    <Menu
      label="Move the playground’s clock forward"
      faceNames
      buttonClass="bar-button clock"
      data={{
        'data-testid': 'clock',
        ...(working ? { 'aria-busy': 'true' } : {}),
      }}
      face={
        <>
          <Icon name="clock" />
          <span>
            <span class="hidden-words">The clock shows </span>
            {working ? 'Moving…' : `${weekday.format(at)} ${timeIn(at, zone)}`}
          </span>
        </>
      }
      items={[
        item('hour', 'One hour on', HOUR),
        item('morning', 'To tomorrow morning', morning),
        item('day', 'One day on', 24 * HOUR),
      ]}
    />
  );
}
