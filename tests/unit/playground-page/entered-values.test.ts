import { expect, it } from 'vitest';
import { enteredIn } from '../../../src/playground/page/blocks/surface.js';

it('submits what stands in the form, and nothing from fields that are gone', () => {
  const blocks = [
    { type: 'input', block_id: 'time', element: { type: 'timepicker', action_id: 'at' } },
    { type: 'actions', block_id: 'row', elements: [{ type: 'button', action_id: 'pick' }] },
  ];
  const entered = { time: { at: '08:00', old: 'x' }, row: { pick: 'a' }, gone: { at: 'y' } };
  expect(enteredIn(blocks, entered)).toEqual({ time: { at: '08:00' }, row: { pick: 'a' } });
});
