import { useMemo } from 'preact/hooks';
import type { SlackMessage } from '../../protocol.js';
import { Blocks } from '../blocks/block-view.js';
import { SurfaceContext } from '../blocks/surface.js';
import { Icon } from '../controls/icons.js';
import { ago, fullTime, timeIn, timeOfTs } from '../text/format-date.js';
import { EmojiSign, ReaderContext, useReader } from '../text/inline.js';
import { Mrkdwn } from '../text/mrkdwn.js';
import { usePage, useSelect, useSurfaceOn, useWorld } from '../use-page.js';
import { Attached } from './attached.js';
import { Avatar } from './avatar.js';
import { PersonLabel } from './belonging.js';
import { EditForm } from './edit-form.js';
import { MessageActions } from './message-actions.js';

interface MessageViewProps {
  message: SlackMessage;
  /** Set under the one before it: author and picture are left out. */
  compact: boolean;
  inThread: boolean;
}

/** One message with its author, its time on the reader's clock, its contents and what can be done with it. */
export function MessageView({ message, compact, inThread }: MessageViewProps) {
  const reader = useReader();
  const person = reader.personById(message.user);
  const at = timeOfTs(message.ts);
  const page = usePage();
  const marked = useSelect((state) => state.marked === message.ts);
  const editing = useSelect((state) => state.editing === message.ts);
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
            <span class="message-author">
              {message.username ?? person?.realName ?? message.user}
            </span>
            <PersonLabel person={person} />
            {message.from === 'person' ? null : (
              <span class="app-label">{message.from === 'workflow' ? 'Workflow' : 'App'}</span>
            )}
            {compact ? <span> {timeIn(at, reader.zone)}</span> : time}
          </span>
        </div>
        {message.ephemeralTo ? (
          <p class="only-you" data-testid="only-you">
            <Icon name="eye" /> Only visible to you
          </p>
        ) : null}
        {message.subtype === 'thread_broadcast' && !inThread ? (
          <button type="button" class="replied" onClick={() => page.openThread(message)}>
            replied to a thread
          </button>
        ) : null}
        {editing ? <EditForm message={message} /> : <Contents message={message} />}
        <Reactions message={message} />
        {message.offer === 'invite' ? <InviteOffer channel={message.channel} /> : null}
        {inThread ? null : <ThreadLink message={message} />}
      </div>
      {editing ? null : <MessageActions message={message} inThread={inThread} />}
    </article>
  );
}

function Contents({ message }: { message: SlackMessage }) {
  const surface = useSurfaceOn(message);
  const reader = useReader();
  const audience = reader.channelById(message.channel)?.members.length ?? 0;
  const within = useMemo(() => ({ ...reader, audience }), [reader, audience]);
  return (
    <ReaderContext.Provider value={within}>
      <SurfaceContext.Provider value={surface}>
        <div
          class={message.subtype === 'me_message' ? 'message-body me-message' : 'message-body'}
          data-testid="message-body"
        >
          {message.blocks.length > 0 ? (
            <Blocks blocks={message.blocks} />
          ) : message.text === '' ? null : (
            <Mrkdwn text={message.text} />
          )}
          {message.edited ? <span class="edited"> (edited)</span> : null}
          <Attached message={message} />
        </div>
      </SurfaceContext.Provider>
    </ReaderContext.Provider>
  );
}

function Reactions({ message }: { message: SlackMessage }) {
  const page = usePage();
  const { me, personById } = useReader();
  const { channel, ts, reactions } = message;
  if (reactions.length === 0) return null;
  return (
    <div class="reactions">
      {reactions.map(({ name, users }) => (
        <button
          key={name}
          type="button"
          class="reaction"
          aria-pressed={users.includes(me)}
          title={users.map((id) => personById(id)?.realName ?? id).join(', ')}
          onClick={() => page.do({ kind: 'react', channel, ts, name })}
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
      onClick={() => page.do({ kind: 'invite', channel })}
    >
      Add {bot} to this channel
    </button>
  );
}

/** Under a message that began a thread: who replied, and how many. */
function ThreadLink({ message }: { message: SlackMessage }) {
  const page = usePage();
  const reader = useReader();
  const { replyCount, replyUsers, latestReply } = message;
  if (replyCount === 0) return null;
  return (
    <button
      type="button"
      class="thread-link"
      data-testid="thread-link"
      onClick={() => page.openThread(message)}
    >
      {replyUsers.slice(0, 3).map((id) => (
        <Avatar key={id} person={reader.personById(id)} small />
      ))}
      <strong>
        {replyCount} {replyCount === 1 ? 'reply' : 'replies'}
      </strong>
      {latestReply ? (
        <span class="thread-latest">{ago(timeOfTs(latestReply), reader.now())}</span>
      ) : null}
    </button>
  );
}
