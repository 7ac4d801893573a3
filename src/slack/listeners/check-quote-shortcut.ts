import { quotedWords } from '../../requests/quoted-words.js';
import { answerAsked } from '../answer-asked.js';
import { replyMessage } from '../messages/reply-message.js';
import type { ShortcutListener } from './listener.js';

/** **Check this quote** on a message: the words between its quotation marks, or all of them where it has none. */
export const checkQuoteShortcut: ShortcutListener = async ({ text, reply }, { archive }) => {
  const sentence = quotedWords(text) ?? text;
  const asked = { request: { kind: 'check', sentence }, skip: 0, thread: [] } as const;
  await reply.privately(replyMessage(await answerAsked(asked, archive), asked, 'private'));
};
