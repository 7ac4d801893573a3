import type { ArchiveState, Fault, Status, TrafficEntry } from '../protocol.js';
import type { StoredChannel, StoredMessage } from './workspace-state.js';

/** Something happened. Who may learn of it, and in what form, is for the listener to decide. */
export type Change =
  /** `counted`: only its number of replies changed. */
  | { type: 'message'; message: StoredMessage; why: 'posted' | 'updated' | 'counted' }
  | { type: 'message-removed'; message: StoredMessage }
  | { type: 'channel'; channel: StoredChannel }
  | { type: 'home'; person: string }
  | { type: 'modals'; person: string }
  | { type: 'prompts'; channel: string }
  | { type: 'statuses'; statuses: Status[] }
  | { type: 'archive'; archive: ArchiveState }
  | { type: 'clock'; now: number }
  | { type: 'faults'; faults: Fault[] }
  | { type: 'traffic'; entry: TrafficEntry }
  | { type: 'traffic-cleared' };

/** How many changes a page may miss before it needs a fresh snapshot. */
const KEPT = 1_000;

export interface Changes {
  emit(change: Change): void;
  /** Calls `listener` for each change from now on; returns how to stop. */
  subscribe(listener: (change: Change, id: number) => void): () => void;
  /** What came after `id`, oldest first; null where some of it is no longer kept. */
  since(id: number): { change: Change; id: number }[] | null;
  lastId(): number;
}

export function createChanges(): Changes {
  const listeners = new Set<(change: Change, id: number) => void>();
  const kept: { change: Change; id: number }[] = [];
  let lastId = 0;
  return {
    emit(change) {
      lastId += 1;
      kept.push({ change, id: lastId });
      if (kept.length > KEPT) kept.shift();
      for (const listener of listeners) listener(change, lastId);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    since(id) {
      const isKept = id <= lastId && id >= (kept[0]?.id ?? 1) - 1;
      if (!isKept) return null;
      return kept.filter((one) => one.id > id);
    },
    lastId: () => lastId,
  };
}
