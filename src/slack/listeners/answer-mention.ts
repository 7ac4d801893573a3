import { answerMessage } from '../messages/answer-message.js';
import { helpMessage } from '../messages/help-message.js';
import { isHelp } from './is-help.js';
import type { AskListener } from './listener.js';

/** `@clipdesk panama`: the answer in the thread, for all to see; help to the person only. */
export const answerMention: AskListener = async ({ text, reply }, { archive, command }) => {
  if (isHelp(text)) await reply.privately(helpMessage(command, archive.freshness()));
  else await reply.openly(answerMessage(await archive.ask(text), 'thread'));
};
