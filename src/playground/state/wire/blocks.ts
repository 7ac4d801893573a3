import { isObject, type JsonObject } from '../../../block-kit/json.js';
import type { Block } from '../../protocol.js';
import type { Ids } from '../create-ids.js';
import { textOf } from '../json.js';

/** Interactive elements of a block, wherever the block's type keeps them. */
export function elementsOf(block: JsonObject): JsonObject[] {
  const inside = [block['accessory'], block['element'], block['elements']].flat();
  const interactive = block['type'] !== 'context' && block['type'] !== 'rich_text';
  return interactive ? inside.filter(isObject) : [];
}

/** A copy in which every block has its `block_id` and every interactive element its `action_id`. */
export function fillInBlocks(blocks: unknown, ids: Ids): Block[] {
  if (!Array.isArray(blocks)) return [];
  const copies: Block[] = structuredClone(blocks);
  const short = (): string => ids.id('').slice(0, 5);
  for (const block of copies) {
    block.block_id ||= short();
    for (const element of elementsOf(block)) element['action_id'] ||= short();
  }
  return copies;
}

/** The element that a person touched, with its block; undefined where there is none. */
export function findElement(
  blocks: readonly Block[],
  blockId: string,
  actionId: string,
): JsonObject | undefined {
  const block = blocks.find((one) => one.block_id === blockId);
  return block && elementsOf(block).find((one) => one['action_id'] === actionId);
}

/**
 * Text of blocks as Slack hands it back in payloads: `& < >` in text objects are escaped there even
 * in plain_text (slackapi/bolt-python issue 513). Rich text and values come back as they were.
 */
export function escapeTexts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(escapeTexts);
  if (!isObject(value) || value['type'] === 'rich_text') return value;
  const isPlain = value['type'] === 'plain_text';
  return Object.fromEntries(
    Object.entries(value).map(([name, entry]) => [
      name,
      isPlain && name === 'text' ? escapeText(textOf(entry)) : escapeTexts(entry),
    ]),
  );
}

/** As Slack escapes what people type: three characters, nothing else. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
