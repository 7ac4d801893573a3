import { decodeAnswerRef } from '../actions.js';
import { answerMessage } from '../messages/answer-message.js';
import type { PressListener } from './listener.js';

/** The next best passages, to the person who pressed only: a thread is not to fill up with them. */
export const moreAction: PressListener = async ({ value, reply }, { archive }) => {
  const { question, skip, thread } = decodeAnswerRef(value);
  await reply.privately(answerMessage(await archive.ask(question, { skip, thread }), 'private'));
};
