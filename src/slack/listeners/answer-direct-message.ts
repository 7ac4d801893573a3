import { answerMention } from './answer-mention.js';
import type { AskListener } from './listener.js';

/** A message to the bot alone is answered as a mention is: there is nobody else to hide it from. */
export const answerDirectMessage: AskListener = answerMention;
