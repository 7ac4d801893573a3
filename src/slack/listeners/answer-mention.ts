import { readSpokenRequest } from '../../requests/read-spoken-request.js';
import { subjectOf } from '../../requests/request.js';
import { answerAsked } from '../answer-asked.js';
import { helpMessage } from '../messages/help-message.js';
import { replyMessage } from '../messages/reply-message.js';
import { isHelp } from './is-help.js';
import type { AskListener } from './listener.js';

/**
 * `@clipdesk panama`: the answer in the thread, for all to see; help to the person only. A follow-up is read with the
 * questions before it in the same thread.
 */
export const answerMention: AskListener = async (
  { text, reply, thread },
  { archive, command, threads },
) => {
  if (isHelp(text)) {
    await reply.privately(helpMessage(command, archive.freshness()));
    return;
  }
  const earlier = thread === null ? [] : await threads.questions(thread);
  const request = readSpokenRequest(text, earlier);
  const asked = { request, skip: 0, thread: earlier };
  await reply.openly(replyMessage(await answerAsked(asked, archive), asked, 'thread'));
  const subject = subjectOf(request);
  if (thread !== null && subject !== '') await threads.remember(thread, subject);
};
