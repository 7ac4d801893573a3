import type { After } from './movable-clock.js';
import { FAULT_KINDS, type FaultKind } from '../commands.js';
import type { Fault } from '../protocol.js';
import type { Journal } from './create-journal.js';

/** How long "Slack down" lasts. */
const DOWN_MS = 10_000;

/** Switches for what goes wrong on a bad day. */
export interface Faults {
  all(): Fault[];
  isOn(kind: FaultKind): boolean;
  set(kind: FaultKind, on: boolean): void;
  /** True at most once for each time that the switch was set: it is switched off by asking. */
  take(kind: FaultKind): boolean;
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
};

export function createFaults(needs: {
  changed: () => void;
  journal: Journal;
  after: After;
}): Faults {
  const { changed, journal, after } = needs;
  const on = new Set<FaultKind>();
  let cancelRecovery: (() => void) | undefined;

  const all = (): Fault[] =>
    FAULT_KINDS.map((kind) => {
      const [title, description] = descriptions[kind];
      return { kind, on: on.has(kind), title, description };
    });

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
    all,
    isOn: (kind) => on.has(kind),
    set(kind, value) {
      change(kind, value, 'set by a person');
      if (kind !== 'slack-down-10s') return;
      cancelRecovery?.();
      if (value) cancelRecovery = after(DOWN_MS, () => change(kind, false, 'ten seconds are over'));
    },
    take(kind) {
      if (!on.has(kind)) return false;
      change(kind, false, 'it has happened');
      return true;
    },
  };
}
