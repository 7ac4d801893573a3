import type { MessageShortcut } from '@slack/bolt';
import { isObject } from '../../block-kit/json.js';
import { REASONS } from '../messages/wording.js';
import type { Identity } from './check-token.js';
import { readText } from './read-text.js';

/** Thrown for a message that a shortcut can do nothing with; its text is for whoever chose the shortcut. */
export class MessageError extends Error {
  override readonly name = 'MessageError';
  readonly code = 'unusable-message';
}

type Written = Pick<MessageShortcut['message'], 'user' | 'text'> & Record<string, unknown>;

/**
 * What somebody wrote in a message, as it was shown: without the marks of quoted lines, bold or code, without mentions
 * and emoji.
 * @throws MessageError for a message of the bot's own, and for one without words
 */
export function readMessage(message: Written, identity: Identity): string {
  if (message['bot_id'] === identity.botId || message.user === identity.botUserId)
    throw new MessageError(REASONS.ownMessage);
  const rich = Array.isArray(message['blocks']) ? readRichText(message['blocks']) : '';
  // The older form is that of other bots and of what was typed long ago.
  const text = rich === '' ? readText(message.text ?? '', 'shown') : rich;
  if (!/[\p{L}\p{N}]/u.test(text)) throw new MessageError(REASONS.noWordsInMessage);
  return text;
}

/** Slack's form for what people type: every run of text is as it was typed. */
function readRichText(blocks: readonly unknown[]): string {
  return blocks
    .filter((block) => isObject(block) && block['type'] === 'rich_text')
    .map(readElement)
    .join('\n')
    .trim();
}

/** Slack nests lists and sections a few levels deep; deeper than this nobody writes. */
const DEEPEST = 10;

function readElement(element: unknown, depth = 0): string {
  if (!isObject(element) || depth > DEEPEST) return '';
  const { type, text, url, elements } = element;
  if (Array.isArray(elements)) {
    const inner = elements.map((one) => readElement(one, depth + 1)).join('');
    return type === 'rich_text' || type === 'rich_text_list' ? inner : `${inner}\n`;
  }
  if (typeof text === 'string') return text;
  return typeof url === 'string' ? url : ' ';
}
