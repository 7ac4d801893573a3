import { decodeAskedRef } from '../actions.js';
import { answerAsked } from '../answer-asked.js';
import { replyMessage } from '../messages/reply-message.js';
import type { PressListener } from './listener.js';

/** The next entries, to the person who pressed only: a thread is not to fill up with them. */
export const moreAction: PressListener = async ({ value, reply }, { archive }) => {
  const asked = decodeAskedRef(value);
  await reply.privately(replyMessage(await answerAsked(asked, archive), asked, 'private'));
};
