import type { JSX, RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { SlackMessage } from '../../protocol.js';
import { Icon } from '../controls/icons.js';
import { nextIndex } from '../controls/menu.js';
import { beginsDay, continues } from '../store/store.js';
import { dayLabel, timeOfTs } from '../text/format-date.js';
import { useReader } from '../text/inline.js';
import { useSelect } from '../use-page.js';
import { MessageView } from './message-view.js';

interface MessageListProps {
  label: string;
  messages: readonly SlackMessage[];
  /** Key of the composer that stands under it. */
  composer: string;
  inThread?: boolean;
}

/**
 * Messages, oldest first, by day and by author. New ones are told to a screen reader; arrow keys move
 * from message to message.
 */
export function MessageList({ label, messages, composer, inThread = false }: MessageListProps) {
  const { me, zone, now } = useReader();
  const list = useRef<HTMLDivElement>(null);
  const marked = useSelect((state) => state.marked);
  const own = messages.at(-1)?.user === me;
  const { missed, toBottom } = useStickToBottom(list, { count: messages.length, own });
  const asking = useSelect((state) => state.working[`say/${composer}`] ?? 0);
  // Whoever asks wants to see the answer, wherever they were reading.
  useLayoutEffect(() => {
    if (asking > 0) toBottom();
  }, [asking]);
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

const nearBottom = 48;

interface Stick {
  /** How many entries there are. */
  count: number;
  /** The newest is the reader's own: go there in any case. */
  own?: boolean;
  /** False: entries that grow because they were opened push nothing away. */
  followSize?: boolean;
}

/** What is taller than the list is read from its start. False: the last entry fits. */
function startOfTallLast(list: HTMLElement | null): boolean {
  const last = list?.querySelector<HTMLElement>(':scope > * > :last-child');
  if (!list || !last || last.offsetHeight < list.clientHeight) return false;
  list.scrollTop += last.getBoundingClientRect().top - list.getBoundingClientRect().top;
  return true;
}

/**
 * Keeps a list at its end while the reader is there. Away from it nothing moves: `missed` counts what
 * came in the meantime. An entry taller than the list is shown from its start, to be read.
 */
export function useStickToBottom(list: RefObject<HTMLElement>, stick: Stick) {
  const { count, own = false, followSize = true } = stick;
  const atBottom = useRef(true);
  /** The last entry is shown from its start: near its end is not at its end. */
  const fromStart = useRef(false);
  const seen = useRef(count);
  const [missed, setMissed] = useState(0);
  const toBottom = () => {
    if (list.current) list.current.scrollTop = list.current.scrollHeight;
    atBottom.current = true;
    fromStart.current = false;
    setMissed(0);
  };
  useLayoutEffect(() => {
    const more = count - seen.current;
    seen.current = count;
    if (more > 0 && atBottom.current && !own && startOfTallLast(list.current)) {
      atBottom.current = false;
      fromStart.current = true;
      return;
    }
    if (atBottom.current || (own && more > 0)) toBottom();
    else if (more > 0) setMissed((before) => before + more);
  }, [count, own]);
  useEffect(() => {
    const element = list.current;
    if (!element) return undefined;
    const onScroll = () => {
      const left = element.scrollHeight - element.scrollTop - element.clientHeight;
      atBottom.current = left < (fromStart.current ? 1 : nearBottom);
      if (!atBottom.current) return;
      fromStart.current = false;
      setMissed(0);
    };
    const resized = new ResizeObserver(() => {
      if (!followSize) onScroll();
      else if (atBottom.current) element.scrollTop = element.scrollHeight;
    });
    element.addEventListener('scroll', onScroll, { passive: true });
    resized.observe(element);
    for (const child of element.children) resized.observe(child);
    return () => {
      element.removeEventListener('scroll', onScroll);
      resized.disconnect();
    };
  }, [list, followSize]);
  return { missed, toBottom };
}
