import { isObject, type JsonObject } from '../../block-kit/json.js';
import type { EnteredValue, EnteredValues } from '../commands.js';
import type { Block } from '../protocol.js';
import { elementsOf } from '../state/wire/blocks.js';

/** For each element: the field of its value in a payload, and the field of its initial value. */
const fields: Record<string, { field: string; initial: string }> = {
  plain_text_input: { field: 'value', initial: 'initial_value' },
  timepicker: { field: 'selected_time', initial: 'initial_time' },
  radio_buttons: { field: 'selected_option', initial: 'initial_option' },
  checkboxes: { field: 'selected_options', initial: 'initial_options' },
  overflow: { field: 'selected_option', initial: '' },
};

/** What an element holds, as payloads say it: `{ selected_time: '08:00' }`; empty for a button. */
export function valueFields(element: JsonObject, entered?: EnteredValue): JsonObject {
  const known = fields[String(element['type'])];
  if (!known) return {};
  const { field, initial } = known;
  const many = field === 'selected_options';
  if (entered === undefined) return { [field]: element[initial] ?? (many ? [] : null) };
  const wanted = [entered ?? []].flat();
  if (!field.startsWith('selected_option')) return { [field]: wanted[0] ?? null };
  const options = [element['options']].flat().filter(isObject);
  const chosen = options.filter((one) => wanted.includes(String(one['value'])));
  return { [field]: many ? chosen : (chosen[0] ?? null) };
}

/** `state.values` of a payload: block_id → action_id → what stands there. */
export function stateValues(
  blocks: readonly Block[],
  entered: EnteredValues = {},
): Record<string, JsonObject> {
  const values: Record<string, JsonObject> = {};
  for (const block of blocks)
    for (const element of elementsOf(block)) {
      const type = String(element['type']);
      if (!fields[type] || type === 'overflow') continue;
      const blockId = block.block_id ?? '';
      const actionId = String(element['action_id']);
      values[blockId] ??= {};
      values[blockId][actionId] = {
        type,
        ...valueFields(element, entered[blockId]?.[actionId]),
      };
    }
  return values;
}

/** Required fields left empty, or of the wrong length: block_id → what Slack's own form would say. */
export function missingValues(
  blocks: readonly Block[],
  values: Record<string, JsonObject>,
): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const block of blocks) {
    if (block.type !== 'input') continue;
    const held = Object.values(values[block.block_id ?? ''] ?? {})[0];
    const value = Object.entries(isObject(held) ? held : {}).find(([name]) => name !== 'type')?.[1];
    const empty = value === null || value === '' || (Array.isArray(value) && value.length === 0);
    if (empty && block['optional'] !== true)
      errors[block.block_id ?? ''] = 'Please complete this required field.';
    const problem = empty ? undefined : lengthProblem(block['element'], value);
    if (problem) errors[block.block_id ?? ''] = problem;
  }
  return errors;
}

function lengthProblem(element: unknown, value: unknown): string | undefined {
  if (!isObject(element) || typeof value !== 'string') return undefined;
  const { min_length: min, max_length: max } = element;
  if (typeof min === 'number' && value.length < min) return `Enter at least ${min} characters.`;
  if (typeof max === 'number' && value.length > max) return `Enter at most ${max} characters.`;
  return undefined;
}
