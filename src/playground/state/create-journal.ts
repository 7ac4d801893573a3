import type { TrafficEntry } from '../protocol.js';
import type { Changes } from './create-changes.js';

/** How many entries are kept; the oldest go first. */
export const JOURNAL_LENGTH = 500;

export type NewEntry = Pick<TrafficEntry, 'direction' | 'kind' | 'title'> & Partial<TrafficEntry>;

/** Everything that went between Slack and the bot, in order. */
export interface Journal {
  entries(): readonly TrafficEntry[];
  /** Opens an entry that waits for its answer, or is whole already when it carries an outcome. */
  open(entry: NewEntry): TrafficEntry;
  /** Adds to an entry: the request as sent, or the answer. The first outcome sets `ms`. */
  complete(entry: TrafficEntry, facts: Partial<TrafficEntry>): void;
  clear(): void;
}

export function createJournal(needs: { now: () => number; changes: Changes }): Journal {
  const { now, changes } = needs;
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
      changes.emit({ type: 'traffic', entry: { ...entry } });
      return entry;
    },
    complete(entry, facts) {
      Object.assign(entry, facts);
      if (entry.outcome !== 'waiting') entry.ms ??= now() - entry.at;
      changes.emit({ type: 'traffic', entry: { ...entry } });
    },
    clear() {
      entries = [];
      changes.emit({ type: 'traffic-cleared' });
    },
  };
}
