import { emptyState, type PageState } from './state.js';
import { markRead } from './unread.js';

export interface Store {
  get: () => PageState;
  /** Replaces these parts of the state. */
  set: (change: Partial<PageState>) => void;
  /** Called after each change; returns how to stop. */
  subscribe: (listener: () => void) => () => void;
}

/** Holds the page's state. What it shows counts as read. */
export function createStore(initial: Partial<PageState> = {}): Store {
  let state: PageState = { ...emptyState, ...initial };
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    set: (change) => {
      state = markRead({ ...state, ...change });
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
