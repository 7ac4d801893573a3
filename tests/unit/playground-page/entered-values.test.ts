import { expect, it } from 'vitest';
import { enteredIn } from '../../../src/playground/page/blocks/entered-values.js';
import { initialValue } from '../../../src/playground/page/blocks/initial-value.js';

it('submits what stands in the form, and nothing from fields that are gone', () => {
  const blocks = [
    { type: 'input', block_id: 'time', element: { type: 'timepicker', action_id: 'at' } },
    { type: 'actions', block_id: 'row', elements: [{ type: 'static_select', action_id: 'pick' }] },
  ];
  const entered = { time: { at: '08:00', old: 'x' }, row: { pick: 'a' }, gone: { at: 'y' } };
  expect(enteredIn(blocks, entered)).toEqual({ time: { at: '08:00' }, row: { pick: 'a' } });
});

it('shows an element’s initial value until somebody touches it', () => {
  const option = { text: { type: 'plain_text' as const, text: 'A' }, value: 'a' };
  expect(initialValue({ type: 'static_select', initial_option: option })).toBe('a');
  expect(initialValue({ type: 'checkboxes', initial_options: [option] })).toEqual(['a']);
  expect(initialValue({ type: 'checkboxes' })).toEqual([]);
  expect(initialValue({ type: 'timepicker', initial_time: '08:00' })).toBe('08:00');
  expect(initialValue({ type: 'plain_text_input' })).toBeNull();
});
