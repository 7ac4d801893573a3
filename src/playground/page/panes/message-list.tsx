import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Message } from '../../protocol.js';
import { Icon } from '../controls/icons.js';
import { nextIndex } from '../controls/menu.js';
import { beginsDay, continues } from '../store/message-order.js';
import { dayLabel, timeOfTs } from '../text/format-date.js';
import { useReader } from '../text/reader.js';
import { useSelect } from '../use-page.js';
import { MessageView } from './message-view.js';
import { useStickToBottom } from './stick-to-bottom.js';

interface Props {
  label: string;
  messages: readonly Message[];
  inThread?: boolean;
}

/**
 * Messages, oldest first, by day and by author. New ones are told to a screen reader; arrow keys move
 * from message to message.
 */
export function MessageList({ label, messages, inThread = false }: Props) {
  const { me, zone, now } = useReader();
  const list = useRef<HTMLDivElement>(null);
  const marked = useSelect((state) => state.marked);
  const own = messages.at(-1)?.user === me;
  const { missed, toBottom } = useStickToBottom(list, { count: messages.length, own });
  useLayoutEffect(() => {
    if (marked === null) return;
    const target = list.current?.querySelector<HTMLElement>(`[data-ts="${CSS.escape(marked)}"]`);
    target?.scrollIntoView({ block: 'center' });
  }, [marked]);
  const onKeyDown = (event: JSX.TargetedKeyboardEvent<HTMLDivElement>) => {
    const all = [...(list.current?.querySelectorAll<HTMLElement>('[data-testid=message]') ?? [])];
    const at = all.findIndex((each) => each === event.target);
    if (at < 0 && event.target !== list.current) return;
    const to = nextIndex(event.key, at < 0 && event.key === 'ArrowDown' ? -1 : at, all.length);
    if (to === null || (event.key === 'ArrowDown' && to === 0 && at >= 0)) return;
    if (event.key === 'ArrowUp' && at === 0) return;
    event.preventDefault();
    all[to]?.focus();
  };
  return (
    <div class="message-area">
      <div
        ref={list}
        class="message-list"
        role="log"
        aria-live="polite"
        aria-label={label}
        tabIndex={0}
        data-testid={inThread ? 'thread-messages' : 'messages'}
        onKeyDown={onKeyDown}
      >
        <div class="message-column">
          {messages.length === 0 ? <p class="empty">Nothing has been said here yet.</p> : null}
          {messages.map((message, index) => {
            const before = messages[index - 1];
            const isRoot = inThread && index === 0;
            const newDay = !inThread && beginsDay(before, message, zone);
            return (
              <div key={message.ts}>
                {newDay ? (
                  <div class="day">
                    <span>{dayLabel(timeOfTs(message.ts), now(), zone)}</span>
                  </div>
                ) : null}
                <MessageView
                  message={message}
                  compact={
                    !newDay && !(inThread && index === 1) && continues(before, message, zone)
                  }
                  inThread={inThread}
                />
                {isRoot && messages.length > 1 ? (
                  <div class="day day-replies">
                    <span>
                      {messages.length - 1} {messages.length === 2 ? 'reply' : 'replies'}
                    </span>
                  </div>
                ) : null}
              </div>
            );
          })}
        </div>
      </div>
      {missed > 0 ? (
        <button type="button" class="pill" data-testid="new-messages" onClick={toBottom}>
          <Icon name="down" />
          {missed} new {missed === 1 ? 'message' : 'messages'}
        </button>
      ) : null}
    </div>
  );
}
