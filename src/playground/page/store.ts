import { reduce } from './reduce.js';
import { emptyState, type Action, type PageState } from './state.js';

export interface Store {
  get: () => PageState;
  dispatch: (action: Action) => void;
  /** Called after each change; returns how to stop. */
  subscribe: (listener: () => void) => () => void;
}

/** Holds the page's state; only `reduce` changes it. */
export function createStore(initial: Partial<PageState> = {}): Store {
  let state: PageState = { ...emptyState, ...initial };
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    dispatch: (action) => {
      const next = reduce(state, action);
      if (next === state) return;
      state = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
