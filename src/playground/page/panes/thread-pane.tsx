import { useMemo } from 'preact/hooks';
import { IconButton } from '../controls/icons.js';
import { threadMessages } from '../store/message-order.js';
import { composerKey, type ThreadAt } from '../store/state.js';
import { useReader } from '../text/reader.js';
import { usePage, useWorld } from '../use-page.js';
import { Composer } from './composer.js';
import { MessageList } from './message-list.js';

/** One thread beside its channel. Escape closes it. */
export function ThreadPane({ thread }: { thread: ThreadAt }) {
  const page = usePage();
  const reader = useReader();
  const channel = reader.channelById(thread.channel);
  const all = useWorld((world) => world.messages);
  const messages = useMemo(
    () => threadMessages(all, thread.channel, thread.ts),
    [all, thread.channel, thread.ts],
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
        inThread
      />
      <Composer
        key={`${reader.me}/${thread.ts}`}
        channel={thread.channel}
        threadTs={thread.ts}
        placeholder="Reply…"
      />
    </aside>
  );
}
