import { decodeAnswerRef } from '../actions.js';
import { answerMessage } from '../messages/answer-message.js';
import { reasonMessage } from '../messages/reason-message.js';
import type { PressListener } from './listener.js';

/** Posts the answer as the archive gives it now; a second press on the same button is told that it is shared. */
export const shareAction: PressListener = async (pressed, { archive, claims }) => {
  const { value, user, message, reply } = pressed;
  const { question, skip, thread } = decodeAnswerRef(value);
  const answer = await archive.ask(question, { skip, thread });
  if (answer.citations.length === 0) {
    await reply.privately(
      reasonMessage(
        'Not shared: the archive has changed and no longer answers this. Ask again to see what it holds now.',
      ),
    );
  } else if (await claims.claim(`share:${message}:${value}`)) {
    await reply.openly(answerMessage(answer, { sharedBy: user }));
  } else {
    await reply.privately(reasonMessage('This answer has been shared already.'));
  }
};
