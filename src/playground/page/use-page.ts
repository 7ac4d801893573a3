import { createContext } from 'preact';
import { useContext, useLayoutEffect, useMemo, useReducer, useRef } from 'preact/hooks';
import type { SlackMessage, Snapshot, SlackView } from '../protocol.js';
import type { Surface } from './blocks/surface.js';
import { type PageDeeds, surfaceOf } from './page.js';
import type { PageState } from './store/store.js';

export const PageContext = createContext<PageDeeds | null>(null);

export function usePage(): PageDeeds {
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

/** A message, a modal or the Home tab as something that blocks stand on. */
export function useSurfaceOn(on: SlackMessage | SlackView): Surface {
  const page = usePage();
  const id = surfaceOf(on);
  const entered = useSelect((state) => state.entered[id]);
  const refused = useSelect((state) => state.viewErrors[id]);
  // As one string, so that presses elsewhere draw nothing anew.
  const working = useSelect((state) =>
    Object.keys(state.working)
      .filter((what) => what.startsWith(`press/${id}/`))
      .join('\n'),
  );
  return useMemo(
    () => ({
      key: 'ts' in on ? `m${id}` : id,
      press: (blockId, actionId, value) => page.press(on, blockId, actionId, value),
      errors: 'errors' in on ? { ...on.errors, ...refused } : {},
      confirm: page.confirm,
      valueOf: (blockId, actionId) => entered?.[blockId]?.[actionId],
      enter: (blockId, actionId, value) => page.enter(id, blockId, actionId, value),
      isWorking: (blockId, actionId) =>
        working.split('\n').includes(`press/${id}/${blockId}/${actionId}`),
    }),
    [page, on, id, entered, refused, working],
  );
}
