import { decodeAskedRef } from '../actions.js';
import { answerAsked } from '../answer-asked.js';
import { hasEntries, replyMessage } from '../messages/reply-message.js';
import { reasonMessage } from '../messages/reason-message.js';
import type { PressListener } from './listener.js';

/** Posts the answer as the archive gives it now; a second press on the same button is told that it is shared. */
export const shareAction: PressListener = async (pressed, { archive, claims }) => {
  const { value, user, message, reply } = pressed;
  const asked = decodeAskedRef(value);
  const answer = await answerAsked(asked, archive);
  if (!hasEntries(answer, asked)) {
    await reply.privately(
      reasonMessage(
        'Not shared: the archive has changed and no longer answers this. Ask again to see what it holds now.',
      ),
    );
  } else if (await claims.claim(`share:${message}:${value}`)) {
    await reply.openly(replyMessage(answer, asked, { sharedBy: user }));
  } else {
    await reply.privately(reasonMessage('This answer has been shared already.'));
  }
};
