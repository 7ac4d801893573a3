import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

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
  const seen = useRef(count);
  const [missed, setMissed] = useState(0);
  const toBottom = () => {
    if (list.current) list.current.scrollTop = list.current.scrollHeight;
    atBottom.current = true;
    setMissed(0);
  };
  useLayoutEffect(() => {
    const more = count - seen.current;
    seen.current = count;
    if (more > 0 && atBottom.current && !own && startOfTallLast(list.current)) {
      atBottom.current = false;
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
      atBottom.current = left < nearBottom;
      if (atBottom.current) setMissed(0);
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
