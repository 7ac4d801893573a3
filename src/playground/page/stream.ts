import type { ServerEvent } from '../protocol.js';

export interface StreamNeeds {
  /** Absent: whoever the workspace chooses. */
  person: string | undefined;
  onEvent: (event: ServerEvent) => void;
  onConnection: (connection: 'open' | 'lost') => void;
}

/** How long to wait before the next try, in milliseconds; the last one repeats. */
const waits = [500, 1_000, 2_000, 5_000];

/**
 * Listens to the workspace until told to stop. The browser reconnects by itself after a dropped line;
 * where it gives up (the server answered something else) this opens a new stream. A person whom the
 * workspace does not know is let go after the first refusal.
 */
export function openStream({ person, onEvent, onConnection }: StreamNeeds): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let tries = 0;
  let opened = false;
  let as = person;
  const connect = () => {
    const query = as === undefined ? '' : `?person=${encodeURIComponent(as)}`;
    source = new EventSource(`/playground/events${query}`);
    source.addEventListener('open', () => {
      opened = true;
      tries = 0;
      onConnection('open');
    });
    source.addEventListener('message', (message: MessageEvent<string>) => {
      const event: unknown = JSON.parse(message.data);
      if (isEvent(event)) onEvent(event);
    });
    source.addEventListener('error', () => {
      onConnection('lost');
      if (source?.readyState !== EventSource.CLOSED) return;
      if (!opened) as = undefined;
      timer = setTimeout(connect, waits[Math.min(tries, waits.length - 1)]);
      tries += 1;
    });
  };
  connect();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}

/** The workspace is trusted to send what it promises; only noise is kept out. */
function isEvent(value: unknown): value is ServerEvent {
  return typeof value === 'object' && value !== null && 'type' in value;
}
