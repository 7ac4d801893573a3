import { isObject } from '../../../block-kit/json.js';
import type { Command } from '../../commands.js';
import type { CommandAnswer, Snapshot, SnapshotUpdate } from '../../protocol.js';

/** How long to wait before the next try, in milliseconds; the last one repeats. */
const waits = [500, 1_000, 2_000, 5_000];

/**
 * Listens to the workspace until told to stop. The browser reconnects by itself after a dropped line;
 * where it gives up (the server answered something else) this opens a new stream. A person whom the
 * workspace does not know is let go after the first refusal.
 */
export function openStream(needs: {
  /** Absent: whoever the workspace chooses. */
  person: string | undefined;
  /** Tells this page from others, for as long as it is open. */
  page: string;
  onSnapshot: (snapshot: Snapshot | SnapshotUpdate) => void;
  onConnection: (connection: 'open' | 'lost') => void;
}): () => void {
  const { page, onSnapshot, onConnection } = needs;
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let tries = 0;
  let opened = false;
  let as = needs.person;
  const connect = () => {
    const query = new URLSearchParams({ page, ...(as !== undefined && { person: as }) });
    source = new EventSource(`/playground/events?${query}`);
    source.addEventListener('open', () => {
      opened = true;
      tries = 0;
      onConnection('open');
    });
    source.addEventListener('message', (message: MessageEvent<string>) => {
      onSnapshot(JSON.parse(message.data));
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

export type SendCommand = (command: Command) => Promise<CommandAnswer>;

/** Posts a command to the workspace. Never rejects: a server that is gone is an answer, too. */
export const sendCommand: SendCommand = async (command) => {
  try {
    const response = await fetch('/playground/do', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(command),
    });
    const answer: unknown = await response.json();
    if (isAnswer(answer)) return answer;
    return { ok: false, error: `The playground answered ${response.status}.` };
  } catch {
    return { ok: false, error: 'The playground did not answer. Is it still running?' };
  }
};

function isAnswer(value: unknown): value is CommandAnswer {
  return isObject(value) && typeof value['ok'] === 'boolean';
}

/** The text of an article of the archive; null where it cannot be had. */
export async function fetchArticle(file: string): Promise<string | null> {
  try {
    const response = await fetch(`/playground/article?file=${encodeURIComponent(file)}`);
    const answer: unknown = await response.json();
    return isObject(answer) && typeof answer['text'] === 'string' ? answer['text'] : null;
  } catch {
    return null;
  }
}
