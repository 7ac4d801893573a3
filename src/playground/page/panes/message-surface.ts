import { useMemo } from 'preact/hooks';
import type { Message } from '../../protocol.js';
import type { Surface } from '../blocks/surface.js';
import { usePage, useSelect } from '../use-page.js';

const noErrors = {};

/** A message as something that blocks stand on. */
export function useMessageSurface(message: Message): Surface {
  const page = usePage();
  const entered = useSelect((state) => state.entered[message.ts]);
  const working = useSelect((state) => workingIn(state.working, message.ts));
  return useMemo(
    () => ({
      kind: 'message',
      key: `m${message.ts}`,
      channel: message.channel,
      valueOf: (blockId, actionId) => entered?.[blockId]?.[actionId],
      enter: (blockId, actionId, value) =>
        page.store.dispatch({ type: 'entered', surface: message.ts, blockId, actionId, value }),
      press: (blockId, actionId, value) => page.pressInMessage(message, blockId, actionId, value),
      isWorking: (blockId, actionId) =>
        working.split('\n').includes(`press/${message.ts}/${blockId}/${actionId}`),
      errors: noErrors,
      confirm: page.confirm,
    }),
    [page, message, entered, working],
  );
}

/** As one string, so that other messages' presses draw nothing anew. */
function workingIn(working: Record<string, number>, ts: string): string {
  return Object.keys(working)
    .filter((what) => what.startsWith(`press/${ts}/`))
    .join('\n');
}
