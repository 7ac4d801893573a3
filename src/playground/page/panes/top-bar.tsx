import { useState } from 'preact/hooks';
import type { Person } from '../../protocol.js';
import { Icon, IconButton } from '../controls/icons.js';
import { Menu } from '../controls/menu.js';
import { applyTheme, currentTheme } from '../store/remember.js';
import { cityOf, dayLabel, timeIn, untilMorning } from '../text/format-date.js';
import { slackbot, useReader } from '../text/inline.js';
import { usePage, useSelect, useWorking, useWorld } from '../use-page.js';
import { Avatar } from './avatar.js';
import { belongingOf } from './belonging.js';

/** The head of the page: whose workspace, who is acting, and the switches of the page itself. */
export function TopBar() {
  const { store } = usePage();
  const team = useWorld((world) => world.team.name);
  const connection = useSelect((state) => state.connection);
  const archive = useWorld((world) => world.archive !== undefined);
  const traffic = useSelect((state) => state.traffic);
  const drawer = useSelect((state) => state.drawer);
  const welcome = useSelect((state) => state.welcome);
  const [theme, setTheme] = useState(currentTheme);
  const other = theme === 'dark' ? 'light' : 'dark';
  return (
    <header class="top-bar">
      <IconButton
        icon="menu"
        class="bar-button only-narrow"
        label="Channels and messages"
        aria-expanded={drawer}
        data-testid="open-drawer"
        onClick={() => store.set({ drawer: !drawer })}
      />
      <p class="masthead">
        <span class="masthead-team">{team}</span>
        <span class="masthead-note">playground</span>
      </p>
      <p class="connection" role="status" data-testid="connection" data-state={connection}>
        {connection === 'lost' ? 'Reconnecting…' : ''}
      </p>
      <ClockMenu />
      <PersonSwitcher />
      {archive ? (
        <IconButton
          icon="archive"
          class="bar-button"
          aria-haspopup="dialog"
          label="The archive"
          title="The archive: add, edit or withdraw an article"
          data-testid="open-archive"
          onClick={() => store.set({ archive: true })}
        />
      ) : null}
      <IconButton
        icon="compass"
        class="bar-button"
        aria-pressed={welcome}
        label="Things to try"
        title="Things to try"
        data-testid="toggle-welcome"
        onClick={() => store.set({ welcome: !welcome })}
      />
      <IconButton
        icon={theme === 'dark' ? 'sun' : 'moon'}
        class="bar-button"
        label={`Use the ${other} theme`}
        title={`Use the ${other} theme`}
        data-testid="toggle-theme"
        onClick={() => {
          applyTheme(other);
          setTheme(other);
        }}
      />
      <IconButton
        icon="traffic"
        class="bar-button bar-button-wide"
        aria-pressed={traffic}
        label="Traffic"
        title="What goes between Slack and the bot"
        data-testid="toggle-traffic"
        onClick={() => store.set({ traffic: !traffic })}
      >
        <span>Traffic</span>
      </IconButton>
    </header>
  );
}

const HOUR = 3_600_000;

/** What time it is here, and the ways to have it later: for what the bot does by the clock. */
export function ClockMenu() {
  const page = usePage();
  const { now, zone } = useReader();
  const working = useWorking('move-clock');
  const at = now();
  const morning = untilMorning(at, zone);
  const weekday = new Intl.DateTimeFormat('en-US', { weekday: 'short', timeZone: zone });
  const day = (ms: number) => `${dayLabel(ms, at, zone)}, ${timeIn(ms, zone)}`;
  const item = (key: string, label: string, ms: number) => ({
    key,
    label,
    detail: day(at + ms),
    data: { 'data-testid': 'move-clock', 'data-move': key },
    choose: () => page.do({ kind: 'move-clock', ms }),
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

/** Whose eyes the workspace is seen with, and the time on their clock. */
export function PersonSwitcher() {
  const page = usePage();
  const { me, now, personById } = useReader();
  const people = useWorld((world) => world.people);
  const person = personById(me);
  const whereabouts = (one: Person) =>
    [belongingOf(one), `${cityOf(one.tz)}, ${timeIn(now(), one.tz)}`].filter(Boolean).join(' · ');
  const able = people.filter((each) => !each.isBot && each.id !== slackbot);
  return (
    <Menu
      label="Act as somebody else"
      faceNames
      buttonClass="switcher"
      data={{ 'data-testid': 'person-switcher', 'data-person-id': me }}
      face={
        <>
          <Avatar person={person} small />
          <span class="switcher-words">
            <span class="hidden-words">Acting as </span>
            <span class="switcher-name">{person?.realName ?? me}</span>
            <span class="switcher-zone">{person ? whereabouts(person) : ''}</span>
          </span>
          <Icon name="down" />
        </>
      }
      items={able.map((each) => ({
        key: each.id,
        label: each.realName,
        detail: `${each.title} · ${whereabouts(each)}`,
        checked: each.id === me,
        face: <Avatar person={each} small />,
        data: { 'data-testid': 'person-option', 'data-person-id': each.id },
        choose: () => page.actAs(each.id),
      }))}
    />
  );
}
