import type { Channel } from '../../protocol.js';
import { Icon } from '../icons.js';
import { unreadChannels } from '../unread.js';
import { usePage, useSelect, useWorld } from '../use-page.js';
import { Avatar } from './avatar.js';

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
  const isAt = (channel: string, tab: 'messages' | 'home') =>
    place?.channel === channel && place.tab === tab;
  const close = () => page.store.dispatch({ type: 'show', what: 'drawer', on: false });

  const channelRow = (channel: Channel) => (
    <li key={channel.id}>
      <button
        type="button"
        class={isUnread(channel.id) ? 'place unread' : 'place'}
        data-testid="channel"
        data-channel-id={channel.id}
        data-channel-name={channel.name}
        {...(isAt(channel.id, 'messages') ? { 'aria-current': 'page' } : {})}
        onClick={() => page.go({ channel: channel.id, tab: 'messages' })}
      >
        <Icon name={channel.kind === 'private' ? 'lock' : 'hash'} />
        <span class="place-name">{channel.name}</span>
        {isUnread(channel.id) ? <UnreadDot /> : null}
      </button>
    </li>
  );

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
        <ul>{channels.filter(({ kind }) => kind !== 'direct').map(channelRow)}</ul>
        {direct ? (
          <>
            <h2>Direct messages</h2>
            <ul>
              <li>
                <button
                  type="button"
                  class={isUnread(direct.id) ? 'place unread' : 'place'}
                  data-testid="direct-message"
                  data-channel-id={direct.id}
                  {...(isAt(direct.id, 'messages') ? { 'aria-current': 'page' } : {})}
                  onClick={() => page.go({ channel: direct.id, tab: 'messages' })}
                >
                  <Avatar person={bot} small />
                  <span class="place-name">{app.name}</span>
                  {isUnread(direct.id) ? <UnreadDot /> : null}
                </button>
              </li>
            </ul>
            {app.homeTab ? (
              <>
                <h2>Apps</h2>
                <ul>
                  <li>
                    <button
                      type="button"
                      class="place"
                      data-testid="app-home"
                      {...(isAt(direct.id, 'home') ? { 'aria-current': 'page' } : {})}
                      onClick={() => page.go({ channel: direct.id, tab: 'home' })}
                    >
                      <Avatar person={bot} small />
                      <span class="place-name">{app.name} Home</span>
                    </button>
                  </li>
                </ul>
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

function UnreadDot() {
  return (
    <span class="unread-dot">
      <span class="hidden-words">unread</span>
    </span>
  );
}
