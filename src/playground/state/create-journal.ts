import type { TrafficEntry } from '../protocol.js';

/** How many entries are kept; the oldest go first. */
const JOURNAL_LENGTH = 500;

type NewEntry = Pick<TrafficEntry, 'direction' | 'kind' | 'title'> & Partial<TrafficEntry>;

/** Everything that went between Slack and the bot, in order. */
export interface Journal {
  entries(): TrafficEntry[];
  /** Opens an entry that waits for its answer, or is whole already when it carries an outcome. */
  open(entry: NewEntry): TrafficEntry;
  /** Adds to an entry: the request as sent, or the answer. The first outcome sets `ms`. */
  complete(entry: TrafficEntry, facts: Partial<TrafficEntry>): void;
  clear(): void;
}

export function createJournal(needs: { now: () => number; changed: () => void }): Journal {
  const { now, changed } = needs;
  let entries: TrafficEntry[] = [];
  let lastId = 0;
  return {
    entries: () => entries,
    open(given) {
      lastId += 1;
      const entry: TrafficEntry = {
        at: now(),
        headers: {},
        body: null,
        raw: '',
        answer: null,
        ms: null,
        outcome: 'waiting',
        ...given,
        id: lastId,
      };
      entries = [...entries.slice(1 - JOURNAL_LENGTH), entry];
      changed();
      return entry;
    },
    complete(entry, facts) {
      Object.assign(entry, facts);
      if (entry.outcome !== 'waiting') entry.ms ??= now() - entry.at;
      changed();
    },
    clear() {
      entries = [];
      changed();
    },
  };
}
