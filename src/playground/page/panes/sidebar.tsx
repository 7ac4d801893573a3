import type { Channel } from '../../protocol.js';
import { Icon } from '../controls/icons.js';
import { type PagePlace, unreadChannels } from '../store/store.js';
import { usePage, useSelect, useWorld } from '../use-page.js';
import { Avatar } from './avatar.js';
import { SharedLabel } from './belonging.js';

/** Where a person can go: channels, the direct message with the bot, the bot's Home. */
export function Sidebar() {
  const page = usePage();
  const channels = useWorld((world) => world.channels);
  const app = useWorld((world) => world.app);
  const bot = useWorld((world) => world.people.find(({ id }) => id === world.app.botUser));
  const place = useSelect((state) => state.place);
  const drawer = useSelect((state) => state.drawer);
  const unread = useSelect((state) => [...unreadChannels(state)].toSorted().join(' '));
  const isUnread = (channel: string) => unread.split(' ').includes(channel);
  const direct = channels.find((channel) => channel.kind === 'direct');
  const close = () => page.store.set({ drawer: false });

  const row = (channel: Channel, tab: PagePlace['tab'], testId: string, label: string) => {
    const unreadHere = tab === 'messages' && isUnread(channel.id);
    const isHere = place?.channel === channel.id && place.tab === tab;
    return (
      <li key={channel.id}>
        <button
          type="button"
          class={unreadHere ? 'place unread' : 'place'}
          data-testid={testId}
          data-channel-name={channel.name}
          {...(isHere ? { 'aria-current': 'page' } : {})}
          onClick={() => page.go({ channel: channel.id, tab })}
        >
          {channel.kind === 'direct' ? (
            <Avatar person={bot} small />
          ) : (
            <Icon name={channel.kind === 'private' ? 'lock' : 'hash'} />
          )}
          <span class="place-name">{label}</span>
          {channel.kind === 'direct' ? null : <SharedLabel channel={channel} short />}
          {unreadHere ? (
            <span class="unread-dot">
              <span class="hidden-words">unread</span>
            </span>
          ) : null}
        </button>
      </li>
    );
  };

  return (
    <>
      {drawer ? <div class="scrim" onClick={close} aria-hidden="true"></div> : null}
      <nav
        class={drawer ? 'sidebar sidebar-open' : 'sidebar'}
        aria-label="Channels and messages"
        onKeyDown={(event) => {
          if (event.key === 'Escape' && drawer) close();
        }}
      >
        <h2>Channels</h2>
        <ul>
          {channels
            .filter(({ kind }) => kind !== 'direct')
            .map((channel) => row(channel, 'messages', 'channel', channel.name))}
        </ul>
        {direct ? (
          <>
            <h2>Direct messages</h2>
            <ul>{row(direct, 'messages', 'direct-message', app.name)}</ul>
            {app.homeTab ? (
              <>
                <h2>Apps</h2>
                <ul>{row(direct, 'home', 'app-home', `${app.name} Home`)}</ul>
              </>
            ) : null}
          </>
        ) : null}
        <p class="sidebar-foot">
          Nothing here leaves this machine. The bot that answers is the real one; only Slack is
          played.
        </p>
      </nav>
    </>
  );
}
