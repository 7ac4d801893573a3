import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { Channel } from '../../protocol.js';
import { Icon, IconButton } from '../controls/icons.js';
import { Menu } from '../controls/menu.js';
import { composerKey, messagesIn, type PagePlace, type ThreadAt } from '../store/store.js';
import { useReader } from '../text/inline.js';
import { usePage, useSelect, useWorld } from '../use-page.js';
import { Avatar, AvatarRow } from './avatar.js';
import { SharedLabel } from './belonging.js';
import { Composer } from './composer.js';
import { MessageList } from './message-list.js';
import { HomePane } from './modal-stack.js';
import { SessionLine } from './session-line.js';
import { WelcomeCard } from './welcome-card.js';

/** The middle of the page: one channel, or the bot's own place. */
export function ChannelPane({ place }: { place: PagePlace }) {
  const reader = useReader();
  const channel = reader.channelById(place.channel);
  const all = useWorld((world) => world.messages);
  const welcome = useSelect((state) => state.welcome);
  const messages = messagesIn(all, place.channel);
  if (!channel) return <main class="channel-pane" />;
  const isDirect = channel.kind === 'direct';
  const name = isDirect ? channel.name : `#${channel.name}`;
  return (
    <main class="channel-pane" aria-label={name}>
      {isDirect ? (
        <BotHeader place={place} />
      ) : (
        <header class="channel-head">
          <h1>
            <Icon name={channel.kind === 'private' ? 'lock' : 'hash'} />
            {channel.name}
          </h1>
          <SharedLabel channel={channel} />
          <p class="topic">{channel.topic}</p>
          <AvatarRow ids={channel.members} />
          <ChannelMenu channel={channel} />
        </header>
      )}
      {welcome ? <WelcomeCard compact={place.tab === 'home' || messages.length > 0} /> : null}
      {place.tab === 'home' ? (
        <HomePane />
      ) : (
        <>
          <MessageList
            key={`${reader.me}/${channel.id}`}
            label={`Messages in ${name}`}
            messages={messages}
            composer={composerKey(reader.me, channel.id)}
          />
          {isDirect ? <PromptRow channel={channel.id} /> : null}
          {channel.archived ? (
            <p class="channel-closed" data-testid="channel-closed">
              This channel has been archived: nobody can write in it.
            </p>
          ) : (
            <Composer
              key={`${reader.me}/${channel.id}`}
              channel={channel.id}
              placeholder={`Message ${name}`}
            />
          )}
        </>
      )}
    </main>
  );
}

/** What can be done to a channel, to see what the bot makes of it. */
function ChannelMenu({ channel }: { channel: Channel }) {
  const page = usePage();
  const app = useWorld((world) => world.app);
  const hasBot = channel.members.includes(app.botUser);
  const archived = channel.archived === true;
  return (
    <Menu
      label={`What can be done to #${channel.name}`}
      buttonClass="icon-button"
      data={{ 'data-testid': 'channel-menu' }}
      face={<Icon name="more" />}
      items={[
        {
          key: 'bot',
          label: hasBot ? `Remove ${app.name}` : `Bring ${app.name} in`,
          detail: hasBot ? 'It can post here no more' : 'As /invite does',
          data: { 'data-testid': hasBot ? 'remove-bot' : 'bring-bot-in' },
          choose: () => page.do({ kind: hasBot ? 'remove-bot' : 'invite', channel: channel.id }),
        },
        {
          key: 'archive',
          label: archived ? 'Open the channel again' : 'Archive the channel',
          detail: archived ? 'It was archived' : 'Nobody can write in it then',
          data: { 'data-testid': 'archive-channel' },
          choose: () =>
            page.do({ kind: 'archive-channel', channel: channel.id, archived: !archived }),
        },
      ]}
    />
  );
}

/** What the bot suggests to ask, in its direct messages. */
function PromptRow({ channel }: { channel: string }) {
  const page = usePage();
  const { title, prompts } = useWorld((world) => world.prompts);
  if (prompts.length === 0) return null;
  return (
    <div class="prompts" role="group" aria-label={title || 'Suggestions'}>
      {title ? <p>{title}</p> : null}
      {prompts.map((prompt) => (
        <button
          key={prompt.title}
          type="button"
          class="prompt"
          data-testid="prompt"
          title={prompt.message}
          onClick={() => void page.say(channel, prompt.message)}
        >
          {prompt.title}
        </button>
      ))}
    </div>
  );
}

/** The head of the bot's place, with its Home and Messages tabs. */
export function BotHeader({ place }: { place: PagePlace }) {
  const page = usePage();
  const app = useWorld((world) => world.app);
  const { personById } = useReader();
  const tabs = useRef<HTMLDivElement>(null);
  const shown = (['home', 'messages'] as const).filter((tab) =>
    tab === 'home' ? app.homeTab : app.messagesTab,
  );
  const onKeyDown = (event: JSX.TargetedKeyboardEvent<HTMLDivElement>) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    const other = shown.find((tab) => tab !== place.tab);
    if (!other) return;
    event.preventDefault();
    page.go({ channel: place.channel, tab: other });
    tabs.current?.querySelector<HTMLElement>(`[data-tab=${other}]`)?.focus();
  };
  return (
    <header class="channel-head bot-head">
      <h1>
        <Avatar person={personById(app.botUser)} small />
        {app.name}
        <span class="app-label">App</span>
      </h1>
      <p class="topic">{app.description}</p>
      {shown.length > 1 ? (
        <div ref={tabs} class="tabs" role="tablist" aria-label={app.name} onKeyDown={onKeyDown}>
          {shown.map((tab) => (
            <button
              key={tab}
              type="button"
              role="tab"
              class="tab"
              data-tab={tab}
              data-testid={`tab-${tab}`}
              aria-selected={place.tab === tab}
              tabIndex={place.tab === tab ? 0 : -1}
              onClick={() => page.go({ channel: place.channel, tab })}
            >
              {tab === 'home' ? 'Home' : 'Messages'}
            </button>
          ))}
        </div>
      ) : null}
    </header>
  );
}

/** One thread beside its channel. Escape closes it. */
export function ThreadPane({ thread }: { thread: ThreadAt }) {
  const page = usePage();
  const reader = useReader();
  const channel = reader.channelById(thread.channel);
  const messages = messagesIn(
    useWorld((world) => world.messages),
    thread.channel,
    thread.ts,
  );
  const close = () => {
    const composer = composerKey(reader.me, thread.channel);
    const text = page.store.get().drafts[composer] ?? '';
    page.store.set({ thread: null });
    page.fill(composer, text);
  };
  return (
    <aside
      class="thread-pane"
      aria-label="Thread"
      data-testid="thread-pane"
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <header class="pane-head">
        <h2>Thread</h2>
        <p class="pane-where">
          {channel?.kind === 'direct' ? channel.name : `#${channel?.name ?? ''}`}
        </p>
        <IconButton icon="close" label="Close thread" data-testid="close-thread" onClick={close} />
      </header>
      <MessageList
        key={`${reader.me}/${thread.ts}`}
        label="Messages in the thread"
        messages={messages}
        composer={composerKey(reader.me, thread.channel, thread.ts)}
        inThread
      />
      <SessionLine thread={thread} />
      <Composer
        key={`${reader.me}/${thread.ts}`}
        channel={thread.channel}
        threadTs={thread.ts}
        placeholder="Reply…"
      />
    </aside>
  );
}
