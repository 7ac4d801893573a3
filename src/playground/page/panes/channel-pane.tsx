import { useMemo } from 'preact/hooks';
import type { Channel } from '../../protocol.js';
import { Icon } from '../controls/icons.js';
import { Menu } from '../controls/menu.js';
import { channelMessages } from '../store/message-order.js';
import type { Place } from '../store/state.js';
import { useReader } from '../text/reader.js';
import { usePage, useSelect, useWorld } from '../use-page.js';
import { AvatarRow } from './avatar.js';
import { BotHeader } from './bot-header.js';
import { Composer } from './composer.js';
import { HomePane } from './home-pane.js';
import { MessageList } from './message-list.js';
import { WelcomeCard } from './welcome-card.js';

/** The middle of the page: one channel, or the bot's own place. */
export function ChannelPane({ place }: { place: Place }) {
  const reader = useReader();
  const channel = reader.channelById(place.channel);
  const all = useWorld((world) => world.messages);
  const welcome = useSelect((state) => state.welcome);
  const messages = useMemo(() => channelMessages(all, place.channel), [all, place.channel]);
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
          choose: () => (hasBot ? page.removeBot(channel.id) : page.inviteBot(channel.id)),
        },
        {
          key: 'archive',
          label: archived ? 'Open the channel again' : 'Archive the channel',
          detail: archived ? 'It was archived' : 'Nobody can write in it then',
          data: { 'data-testid': 'archive-channel' },
          choose: () => page.archiveChannel(channel.id, !archived),
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
