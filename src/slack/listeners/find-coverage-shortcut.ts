import { answerMessage } from '../messages/answer-message.js';
import type { ShortcutListener } from './listener.js';

/** **Find coverage** on a message: its text is the question, the answer is for whoever chose it. */
export const findCoverageShortcut: ShortcutListener = async ({ text, reply }, { archive }) => {
  await reply.privately(answerMessage(await archive.ask(text), 'private'));
};
