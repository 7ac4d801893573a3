import { createContext } from 'preact';
import { useContext, useLayoutEffect, useReducer, useRef } from 'preact/hooks';
import type { Snapshot } from '../protocol.js';
import type { Page } from './page.js';
import type { PageState } from './store/state.js';

export const PageContext = createContext<Page | null>(null);

export function usePage(): Page {
  const page = useContext(PageContext);
  if (!page) throw new Error('This component stands outside the page.');
  return page;
}

/** A part of the state; the component is drawn again only when that part changes. */
export function useSelect<T>(select: (state: PageState) => T): T {
  const { store } = usePage();
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const value = select(store.get());
  const latest = useRef({ select, value });
  latest.current = { select, value };
  useLayoutEffect(() => {
    const check = () => {
      const { select: current, value: shown } = latest.current;
      if (!Object.is(current(store.get()), shown)) redraw(0);
    };
    check();
    return store.subscribe(check);
  }, [store]);
  return value;
}

/** A part of the workspace. Only for components that are drawn after the first snapshot. */
export function useWorld<T>(select: (world: Snapshot) => T): T {
  return useSelect((state) => {
    if (!state.world) throw new Error('There is no snapshot yet.');
    return select(state.world);
  });
}

/** Whether something that was asked of the workspace waits for its answer. */
export function useWorking(what: string): boolean {
  return useSelect((state) => (state.working[what] ?? 0) > 0);
}
