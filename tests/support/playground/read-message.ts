import { isObject } from '../../../src/block-kit/json.js';
import type { Block } from '../../../src/playground/protocol.js';

/**
 * What a person reads in a message or view, top to bottom, a line per text: every text of its blocks,
 * rich text in one piece; without blocks its `text`.
 */
export function readMessage(message: { text?: string; blocks: readonly Block[] }): string {
  return message.blocks.length > 0
    ? message.blocks.flatMap(readTexts).join('\n')
    : (message.text ?? '');
}

function readTexts(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(readTexts);
  if (!isObject(value)) return [];
  const type = String(value['type']);
  if (/^rich_text_(section|quote|preformatted)$/.test(type)) return [readInline(value['elements'])];
  if (typeof value['text'] === 'string') return [value['text']];
  return Object.entries(value).flatMap(([name, entry]) =>
    name === 'confirm' ? [] : readTexts(entry),
  );
}

function readInline(elements: unknown): string {
  if (!Array.isArray(elements)) return '';
  const words = elements.filter(isObject).map((one) => {
    const { text, url, user_id, channel_id } = one;
    return String(text ?? url ?? user_id ?? channel_id);
  });
  return words.join('');
}
