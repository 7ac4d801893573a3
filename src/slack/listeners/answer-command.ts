import { answerMessage } from '../messages/answer-message.js';
import { helpMessage } from '../messages/help-message.js';
import { isHelp } from './is-help.js';
import type { AskListener } from './listener.js';

/** `/deport panama`: the answer, to this person only. */
export const answerCommand: AskListener = async ({ text, reply }, { archive, command }) => {
  const message = isHelp(text)
    ? helpMessage(command, archive.freshness())
    : answerMessage(await archive.ask(text), 'private');
  await reply.privately(message);
};
