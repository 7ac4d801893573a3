import { fingerprint } from '../../src/answer/answer.js';
import type {
  Address,
  Outbox,
  OutboxMessage,
  PostError,
} from '../../src/digest/delivery/outbox.js';
import type { PostedCitation } from '../../src/store/records.js';

export interface Posted {
  readonly ts: string;
  readonly to: Address;
  readonly message: OutboxMessage;
  readonly key: string;
}

/** Slack as far as a delivery knows it: what was posted stays, and a test can make it fail. */
export interface MemoryOutbox extends Outbox {
  readonly posted: Posted[];
  /** What the next posts meet, in order: an error instead of the post, after it, or before it arrives. */
  readonly faults: {
    error: PostError;
    afterPosting?: boolean;
    /** Called with the way to let the message arrive after all. */
    onItsWay?: (arrive: () => void) => void;
  }[];
  /** What the next looks for an own message meet. */
  readonly blind: PostError[];
  looks: number;
  /** What the messages themselves say of their words, in order. */
  readonly marked: { readonly ts: string; readonly body: string; readonly kinds: string[] }[];
  /** What the next marks meet. */
  readonly markFaults: PostError[];
}

export function memoryOutbox(): MemoryOutbox {
  const posted: Posted[] = [];
  const faults: MemoryOutbox['faults'] = [];
  const blind: PostError[] = [];
  const box: MemoryOutbox = {
    posted,
    faults,
    blind,
    looks: 0,
    marked: [],
    markFaults: [],
    shown: citationsOf,
    async post(to, message, key) {
      const fault = faults.shift();
      const arrive = (): string => {
        const ts = `${posted.length + 1}.1`;
        posted.push({ ts, to, message, key });
        return ts;
      };
      fault?.onItsWay?.(arrive);
      if (fault && !fault.afterPosting) throw fault.error;
      const ts = arrive();
      if (fault) throw fault.error;
      return { ts, body: `body of ${ts}` };
    },
    async find({ team, channel }, key) {
      box.looks += 1;
      const error = blind.shift();
      if (error) throw error;
      const found = posted.find(
        (one) => one.key === key && one.to.team === team && one.to.channel === channel,
      );
      return found ? { ts: found.ts } : null;
    },
    async mark({ ts }, body, corrections) {
      const error = box.markFaults.shift();
      if (error) throw error;
      box.marked.push({ ts, body, kinds: corrections.map(({ kind }) => kind) });
    },
  };
  return box;
}

function citationsOf(message: OutboxMessage): PostedCitation[] {
  const shown =
    message.kind === 'digest'
      ? message.digest.entries.flatMap(({ lead }) => lead ?? [])
      : message.kind === 'watch'
        ? message.news.citations
        : [];
  return shown.map(({ passage, start, end, text }) => ({
    file: passage.article.file,
    paragraph: passage.paragraph.number,
    start,
    end,
    fingerprint: fingerprint(text),
    words: text,
  }));
}
