import type { Message } from '../../protocol.js';
import { ago, timeOfTs } from '../text/format-date.js';
import { useReader } from '../text/reader.js';
import { usePage, useWorld } from '../use-page.js';
import { Avatar } from './avatar.js';

/** Under a message that began a thread: who replied, how many, and what the bot is doing there. */
export function ThreadLink({ message }: { message: Message }) {
  const page = usePage();
  const reader = useReader();
  const status = useWorld((world) =>
    world.statuses.find((each) => each.threadTs === message.ts && each.channel === message.channel),
  );
  const bot = useWorld((world) => world.app.name);
  const { replyCount, replyUsers, latestReply } = message;
  return (
    <>
      {replyCount > 0 ? (
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
      ) : null}
      {status ? (
        <p class="working" data-testid="status">
          {bot} {status.status}
        </p>
      ) : null}
    </>
  );
}
