import { useMemo } from 'preact/hooks';
import { Icon } from '../icons.js';
import { channelMessages } from '../message-order.js';
import type { Place } from '../state.js';
import { useReader } from '../text/reader.js';
import { useSelect, useWorld } from '../use-page.js';
import { AvatarRow } from './avatar-row.js';
import { BotHeader } from './bot-header.js';
import { ChannelMenu } from './channel-menu.js';
import { Composer } from './composer.js';
import { HomePane } from './home-pane.js';
import { MessageList } from './message-list.js';
import { PromptRow } from './prompt-row.js';
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
    <main class="channel-pane" aria-label={name} data-channel-id={channel.id}>
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
