import { useState } from 'preact/hooks';
import { IconButton } from '../controls/icons.js';
import { applyTheme, currentTheme } from '../theme.js';
import { usePage, useSelect, useWorld } from '../use-page.js';
import { ClockMenu } from './clock-menu.js';
import { PersonSwitcher } from './person-switcher.js';

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
