import type { Message } from '../../protocol.js';
import { ago, timeOfTs } from '../text/format-date.js';
import { useReader } from '../text/reader.js';
import { usePage } from '../use-page.js';
import { Avatar } from './avatar.js';

/** Under a message that began a thread: who replied, and how many. */
export function ThreadLink({ message }: { message: Message }) {
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
