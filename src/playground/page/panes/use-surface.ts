import { useMemo } from 'preact/hooks';
import type { EnteredValue } from '../../commands.js';
import type { Message, View } from '../../protocol.js';
import type { Surface } from '../blocks/surface.js';
import { usePage, useSelect } from '../use-page.js';

type Press = (blockId: string, actionId: string, value?: EnteredValue) => Promise<void>;

const noErrors = {};

/** A message as something that blocks stand on. */
export function useMessageSurface(message: Message): Surface {
  const page = usePage();
  const press = useMemo<Press>(
    () => (blockId, actionId, value) => page.pressInMessage(message, blockId, actionId, value),
    [page, message],
  );
  return useSurfaceOf(message.ts, `m${message.ts}`, press, noErrors);
}

/** A modal or the Home tab as something that blocks stand on. */
export function useViewSurface(view: View): Surface {
  const page = usePage();
  const refused = useSelect((state) => state.viewErrors[view.id]);
  const press = useMemo<Press>(
    () => (blockId, actionId, value) => page.pressInView(view, blockId, actionId, value),
    [page, view],
  );
  const errors = useMemo(() => ({ ...view.errors, ...refused }), [view, refused]);
  return useSurfaceOf(view.id, view.id, press, errors);
}

/** `id` is what the state knows the surface by, `key` what element ids begin with. */
function useSurfaceOf(id: string, key: string, press: Press, errors: Surface['errors']): Surface {
  const page = usePage();
  const entered = useSelect((state) => state.entered[id]);
  // As one string, so that presses elsewhere draw nothing anew.
  const working = useSelect((state) =>
    Object.keys(state.working)
      .filter((what) => what.startsWith(`press/${id}/`))
      .join('\n'),
  );
  return useMemo(
    () => ({
      key,
      press,
      errors,
      confirm: page.confirm,
      valueOf: (blockId, actionId) => entered?.[blockId]?.[actionId],
      enter: (blockId, actionId, value) => page.enter(id, blockId, actionId, value),
      isWorking: (blockId, actionId) =>
        working.split('\n').includes(`press/${id}/${blockId}/${actionId}`),
    }),
    [page, id, key, press, errors, entered, working],
  );
}
