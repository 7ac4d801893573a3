import type { EnteredValues } from '../../commands.js';
import type { Block } from '../../protocol.js';

/** What was entered, less all that stands in elements which the blocks no longer have. */
export function enteredIn(blocks: readonly Block[], entered: EnteredValues): EnteredValues {
  const kept: EnteredValues = {};
  for (const block of blocks) {
    const values = block.block_id === undefined ? undefined : entered[block.block_id];
    if (!values || block.block_id === undefined) continue;
    const here = new Set(actionIds(block));
    const still = Object.entries(values).filter(([actionId]) => here.has(actionId));
    if (still.length > 0) kept[block.block_id] = Object.fromEntries(still);
  }
  return kept;
}

function actionIds(block: Block): string[] {
  const elements = [block['element'], block['accessory']].concat(block['elements'] ?? []);
  return elements.flatMap((element) =>
    typeof element === 'object' &&
    element !== null &&
    'action_id' in element &&
    typeof element.action_id === 'string'
      ? [element.action_id]
      : [],
  );
}
