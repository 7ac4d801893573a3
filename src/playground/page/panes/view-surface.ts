import { useMemo } from 'preact/hooks';
import type { View } from '../../protocol.js';
import type { Surface } from '../blocks/surface.js';
import { usePage, useSelect } from '../use-page.js';

/** A modal or the Home tab as something that blocks stand on. */
export function useViewSurface(view: View, kind: 'modal' | 'home'): Surface {
  const page = usePage();
  const entered = useSelect((state) => state.entered[view.id]);
  const refused = useSelect((state) => state.viewErrors[view.id]);
  const working = useSelect((state) => state.working);
  return useMemo(
    () => ({
      kind,
      key: view.id,
      valueOf: (blockId, actionId) => entered?.[blockId]?.[actionId],
      enter: (blockId, actionId, value) =>
        page.store.dispatch({ type: 'entered', surface: view.id, blockId, actionId, value }),
      press: (blockId, actionId, value) => page.pressInView(view, blockId, actionId, value),
      isWorking: (blockId, actionId) =>
        (working[`press/${view.id}/${blockId}/${actionId}`] ?? 0) > 0,
      errors: { ...view.errors, ...refused },
      confirm: page.confirm,
    }),
    [page, view, kind, entered, refused, working],
  );
}
