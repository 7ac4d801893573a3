import { reasonMessage } from '../messages/reason-message.js';
import { sayQuestion } from '../messages/say-question.js';
import type { PressListener } from './listener.js';
import { listWatches } from './watch-words.js';

/** Whoever is in the channel may remove its watches; one in a direct message is its owner's. */
export const removeWatchAction: PressListener = async ({ value = '', reply, changed }, desk) => {
  const removed = await desk.watches.remove(value);
  await changed(desk);
  await reply.privately(
    reasonMessage(
      removed === null
        ? 'This watch was removed already.'
        : `Removed: ${sayQuestion(removed.question)} is watched no more.`,
    ),
  );
};

export const moreWatchesAction: PressListener = (pressed, desk) =>
  listWatches(pressed, desk, /^\d{1,4}$/.test(pressed.value ?? '') ? Number(pressed.value) : 0);
