import { useMemo } from 'preact/hooks';
import type { Message } from '../../protocol.js';
import { Blocks } from '../blocks/block-view.js';
import { SurfaceContext } from '../blocks/surface.js';
import { Icon } from '../controls/icons.js';
import { Mrkdwn } from '../text/mrkdwn.js';
import { EmojiSign } from '../text/emoji-sign.js';
import { fullTime, timeIn, timeOfTs } from '../text/format-date.js';
import { ReaderContext, useReader } from '../text/reader.js';
import { usePage, useSelect, useWorld } from '../use-page.js';
import { Avatar } from './avatar.js';
import { MessageActions } from './message-actions.js';
import { useMessageSurface } from './use-surface.js';
import { ThreadLink } from './thread-link.js';

interface Props {
  message: Message;
  /** Set under the one before it: author and picture are left out. */
  compact: boolean;
  inThread: boolean;
}

/** One message with its author, its time on the reader's clock, its contents and what can be done with it. */
export function MessageView({ message, compact, inThread }: Props) {
  const reader = useReader();
  const person = reader.personById(message.user);
  const at = timeOfTs(message.ts);
  const marked = useSelect((state) => state.marked === message.ts);
  const names = `a${inThread ? 't' : 'c'}${message.ts}`;
  const kind = `${compact ? ' compact' : ''}${message.ephemeralTo ? ' ephemeral' : ''}`;
  const time = (
    <time
      class="message-time"
      dateTime={new Date(at).toISOString()}
      title={fullTime(at, reader.zone)}
    >
      {timeIn(at, reader.zone)}
    </time>
  );
  return (
    <article
      class={`message${kind}${marked ? ' marked' : ''}`}
      data-testid="message"
      data-ts={message.ts}
      data-from={message.from}
      tabIndex={-1}
      aria-labelledby={names}
    >
      <div class="message-side">{compact ? time : <Avatar person={person} />}</div>
      <div class="message-main">
        <div class={compact ? 'message-head hidden-words' : 'message-head'}>
          <span id={names}>
            <span class="message-author">{person?.realName ?? message.user}</span>
            {message.from === 'person' ? null : <span class="app-label">App</span>}
            {compact ? <span> {timeIn(at, reader.zone)}</span> : time}
          </span>
        </div>
        {message.ephemeralTo ? (
          <p class="only-you" data-testid="only-you">
            <Icon name="eye" /> Only visible to you
          </p>
        ) : null}
        <Contents message={message} />
        <Reactions message={message} />
        {message.offer === 'invite' ? <InviteOffer channel={message.channel} /> : null}
        {inThread ? null : <ThreadLink message={message} />}
      </div>
      <MessageActions message={message} inThread={inThread} />
    </article>
  );
}

function Contents({ message }: { message: Message }) {
  const surface = useMessageSurface(message);
  const reader = useReader();
  const audience = reader.channelById(message.channel)?.members.length ?? 0;
  const within = useMemo(() => ({ ...reader, audience }), [reader, audience]);
  return (
    <ReaderContext.Provider value={within}>
      <SurfaceContext.Provider value={surface}>
        <div class="message-body" data-testid="message-body">
          {message.blocks.length > 0 ? (
            <Blocks blocks={message.blocks} />
          ) : (
            <Mrkdwn text={message.text} />
          )}
          {message.edited ? <span class="edited"> (edited)</span> : null}
        </div>
      </SurfaceContext.Provider>
    </ReaderContext.Provider>
  );
}

function Reactions({ message }: { message: Message }) {
  const page = usePage();
  const { me, personById } = useReader();
  if (message.reactions.length === 0) return null;
  return (
    <div class="reactions">
      {message.reactions.map(({ name, users }) => (
        <button
          key={name}
          type="button"
          class="reaction"
          aria-pressed={users.includes(me)}
          title={users.map((id) => personById(id)?.realName ?? id).join(', ')}
          onClick={() => page.react(message, name)}
        >
          <EmojiSign name={name} /> {users.length}
        </button>
      ))}
    </div>
  );
}

function InviteOffer({ channel }: { channel: string }) {
  const page = usePage();
  const bot = useWorld((world) => world.app.name);
  return (
    <button
      type="button"
      class="button button-primary"
      data-testid="invite-bot"
      onClick={() => page.inviteBot(channel)}
    >
      Add {bot} to this channel
    </button>
  );
}
