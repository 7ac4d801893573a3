import { decodeCitationRef } from '../actions.js';
import { verifyMessage } from '../messages/verify-message.js';
import type { PressListener } from './listener.js';

/** Reads the file again and says whether the cited words still stand in it. */
export const verifyAction: PressListener = async ({ value, reply }, { archive, now }) => {
  const { ref } = decodeCitationRef(value);
  await reply.privately(verifyMessage(ref, await archive.verify(ref), now()));
};
