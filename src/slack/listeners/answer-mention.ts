import { answerMessage } from '../messages/answer-message.js';
import { helpMessage } from '../messages/help-message.js';
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
  if (isHelp(text)) await reply.privately(helpMessage(command, archive.freshness()));
  else {
    const earlier = thread === null ? [] : await threads.questions(thread);
    await reply.openly(answerMessage(await archive.ask(text, { thread: earlier }), 'thread'));
    if (thread !== null) await threads.remember(thread, text);
  }
};
