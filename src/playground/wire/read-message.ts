import { isObject, textOf } from '../json.js';
import type { Block } from '../protocol.js';

/**
 * What a person reads in a message or view, top to bottom, a line per text: every text of its blocks,
 * rich text in one piece; without blocks its `text`. For tests and for looking something up.
 */
export function readMessage(message: { text?: string; blocks: readonly Block[] }): string {
  return message.blocks.length > 0
    ? message.blocks.flatMap(readTexts).join('\n')
    : (message.text ?? '');
}

function readTexts(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(readTexts);
  if (!isObject(value)) return [];
  const type = textOf(value['type']);
  if (/^rich_text_(section|quote|preformatted)$/.test(type)) return [readInline(value['elements'])];
  if (typeof value['text'] === 'string') return [value['text']];
  if (type === 'image' && typeof value['alt_text'] === 'string') return [value['alt_text']];
  return Object.entries(value).flatMap(([name, entry]) =>
    name === 'confirm' ? [] : readTexts(entry),
  );
}

function readInline(elements: unknown): string {
  if (!Array.isArray(elements)) return '';
  const words = elements.filter(isObject).map((one) => {
    const id = textOf(one['user_id']) || textOf(one['channel_id']);
    const name = textOf(one['name']) && `:${textOf(one['name'])}:`;
    return textOf(one['text']) || textOf(one['url']) || id || name || textOf(one['range']);
  });
  return words.join('');
}
