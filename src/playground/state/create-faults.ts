import { FAULT_KINDS, type FaultKind } from '../commands.js';
import type { FaultSwitch, TrafficEntry } from '../protocol.js';
import type { After } from './movable-clock.js';

/** How long "Slack down" lasts. */
const DOWN_MS = 10_000;

interface FaultsNeeds {
  changed: () => void;
  journal: Journal;
  after: After;
}

const descriptions: Record<FaultKind, [title: string, description: string]> = {
  'rate-limit-once': [
    'Answer 429 once',
    'The next Web API call is refused with "retry-after: 1"; the bot waits and calls again.',
  ],
  'lose-ack-once': [
    'Lose the next ack',
    'The bot acknowledges, Slack does not hear it: an event comes again, a command shows as failed.',
  ],
  'send-event-twice': [
    'Send the next event twice',
    'The same event_id arrives two times; the bot answers once.',
  ],
  'expire-response-urls': [
    'Expire response URLs',
    'Every response URL answers 404 while this is on; the bot finds another way to tell the person.',
  ],
  'slack-down-10s': [
    'Slack down for ten seconds',
    'The Web API and response URLs answer 503; the bot tries again and loses nothing.',
  ],
  'restricted-action': [
    'Refuse posts in channels',
    'A channel’s own rules forbid the bot to post ("restricted_action"); the bot tells the person why.',
  ],
  'thread-not-found': [
    'Lose every thread',
    'Replies are refused ("thread_not_found"), as if what they answer were deleted; the bot says so.',
  ],
  'messages-tab-disabled': [
    'Close direct messages',
    'The bot may not write to anybody directly ("messages_tab_disabled"); it finds another way.',
  ],
  'expired-trigger-id': [
    'Refuse to open windows',
    'Every trigger is too old ("expired_trigger_id"); the bot asks the person to press again.',
  ],
};

export interface Faults extends ReturnType<typeof createFaults> {}

/** Switches for what goes wrong on a bad day. */
export function createFaults({ changed, journal, after }: FaultsNeeds) {
  const on = new Set<FaultKind>();
  let cancelRecovery: (() => void) | undefined;

  const change = (kind: FaultKind, value: boolean, why: string): void => {
    if (on.has(kind) === value) return;
    if (value) on.add(kind);
    else on.delete(kind);
    changed();
    journal.open({
      direction: 'from-bot',
      kind: 'web-api',
      title: `Fault switch: ${descriptions[kind][0]}, ${value ? 'on' : 'off'}`,
      outcome: 'ok',
      note: why,
    });
  };

  return {
    all: (): FaultSwitch[] =>
      FAULT_KINDS.map((kind) => {
        const [title, description] = descriptions[kind];
        return { kind, on: on.has(kind), title, description };
      }),
    isOn: (kind: FaultKind) => on.has(kind),
    set(kind: FaultKind, value: boolean): void {
      change(kind, value, 'set by a person');
      if (kind !== 'slack-down-10s') return;
      cancelRecovery?.();
      if (value) cancelRecovery = after(DOWN_MS, () => change(kind, false, 'ten seconds are over'));
    },
    /** True at most once for each time that the switch was set: it is switched off by asking. */
    take(kind: FaultKind): boolean {
      if (!on.has(kind)) return false;
      change(kind, false, 'it has happened');
      return true;
    },
  };
}

/** How many entries are kept; the oldest go first. */
const JOURNAL_LENGTH = 500;

export type NewEntry = Pick<TrafficEntry, 'direction' | 'kind' | 'title'> & Partial<TrafficEntry>;

export interface Journal extends ReturnType<typeof createJournal> {}

/** Everything that went between Slack and the bot, in order. */
export function createJournal({ now, changed }: { now: () => number; changed: () => void }) {
  let entries: TrafficEntry[] = [];
  let lastId = 0;
  return {
    entries: () => entries,
    /** Opens an entry that waits for its answer, or is whole already when it carries an outcome. */
    open(given: NewEntry): TrafficEntry {
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
    /** Adds to an entry: the request as sent, or the answer. The first outcome sets `ms`. */
    complete(entry: TrafficEntry, facts: Partial<TrafficEntry>): void {
      Object.assign(entry, facts);
      if (entry.outcome !== 'waiting') entry.ms ??= now() - entry.at;
      changed();
    },
    clear(): void {
      entries = [];
      changed();
    },
  };
}
