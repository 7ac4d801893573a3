import { readRequest } from '../../requests/read-request.js';
import { answerAsked } from '../answer-asked.js';
import { helpMessage } from '../messages/help-message.js';
import { replyMessage } from '../messages/reply-message.js';
import { isHelp } from './is-help.js';
import type { AskListener } from './listener.js';

/** `/deport panama`, `/deport quotes sheinbaum`: the answer, to this person only. */
export const answerCommand: AskListener = async ({ text, reply }, { archive, command }) => {
  if (isHelp(text)) {
    await reply.privately(helpMessage(command, archive.freshness()));
    return;
  }
  const asked = { request: readRequest(text), skip: 0, thread: [] };
  await reply.privately(replyMessage(await answerAsked(asked, archive), asked, 'private'));
};
