import { useState } from 'preact/hooks';
import type { EnteredValue } from '../../protocol.js';
import { initialValue } from '../blocks/initial-value.js';
import type { Element } from '../blocks/shape.js';
import { useSurface } from '../blocks/surface.js';

export interface FieldProps {
  element: Element;
  blockId: string;
  /** True: a change is told to the bot at once. False: it waits for the modal's submit button. */
  dispatches: boolean;
  /** The id of what names the element; absent: its placeholder names it. */
  labelledBy?: string;
  describedBy?: string;
}

/** The value of an element, and how to change it: past its confirm dialog, and to the bot. */
export function useField({ element, blockId, dispatches }: FieldProps) {
  const surface = useSurface();
  const actionId = element.action_id ?? '';
  const [, redraw] = useState(0);
  const set = async (value: EnteredValue) => {
    if (dispatches && element.confirm && !(await surface.confirm(element.confirm))) {
      redraw((count) => count + 1);
      return;
    }
    surface.enter(blockId, actionId, value);
    if (dispatches) await surface.press(blockId, actionId, value);
  };
  return {
    actionId,
    id: `${surface.key}-${blockId}-${actionId}`,
    value: surface.valueOf(blockId, actionId) ?? initialValue(element),
    invalid: surface.errors[blockId] !== undefined,
    working: surface.isWorking(blockId, actionId),
    set,
    enter: (value: EnteredValue) => surface.enter(blockId, actionId, value),
    press: (value: EnteredValue) => surface.press(blockId, actionId, value),
  };
}

/** Attributes by which an element is named to a screen reader and found by a test. */
export function fieldNames(props: FieldProps, invalid: boolean) {
  return {
    'data-action-id': props.element.action_id ?? '',
    'data-block-id': props.blockId,
    ...(props.labelledBy === undefined
      ? { 'aria-label': props.element.placeholder?.text ?? wordsOf(props.element) }
      : { 'aria-labelledby': props.labelledBy }),
    ...(props.describedBy === undefined ? {} : { 'aria-describedby': props.describedBy }),
    ...(invalid ? { 'aria-invalid': true } : {}),
  };
}

const wordsOf = (element: Element) => element.type.replaceAll('_', ' ');
