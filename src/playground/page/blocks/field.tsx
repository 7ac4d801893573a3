import type { JSX } from 'preact';
import type { EnteredValue } from '../../commands.js';
import { TextOf } from '../text/text-object.js';
import type { Element } from './shape.js';
import { useSurface } from './surface.js';
import { UnknownElement } from './unknown-element.js';

interface Props {
  element: Element;
  blockId: string;
  /** True: a change is told to the bot at once. False: it waits for the modal's submit button. */
  dispatches: boolean;
  /** The id of what names the field. */
  labelledBy: string;
  describedBy: string | undefined;
}

/** Where something is entered, by its type. */
export function Field(props: Props) {
  switch (props.element.type) {
    case 'plain_text_input':
      return <TextInput {...props} />;
    case 'timepicker':
      return <TimePicker {...props} />;
    case 'checkboxes':
    case 'radio_buttons':
      return <Choices {...props} />;
    default:
      return <UnknownElement element={props.element} />;
  }
}

/** One line of text; Enter tells the bot where changes are told. */
function TextInput(props: Props) {
  const { element, dispatches } = props;
  const { text, names, enter, change } = useField(props);
  const onKeyDown = (event: JSX.TargetedKeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter' || event.isComposing || !dispatches) return;
    event.preventDefault();
    change(event.currentTarget.value);
  };
  return (
    <input
      class="field"
      type="text"
      value={text}
      {...names}
      {...(element.placeholder ? { placeholder: element.placeholder.text } : {})}
      {...(element.max_length === undefined ? {} : { maxLength: element.max_length })}
      onInput={(event) => enter(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  );
}

/** A time of day. */
function TimePicker(props: Props) {
  const { text, names, change } = useField(props);
  return (
    <input
      class="field field-short"
      type="time"
      value={text}
      {...names}
      onChange={(event) => change(event.currentTarget.value || null)}
    />
  );
}

/** Options that all stand open: one of them as radio buttons, or several as checkboxes. */
function Choices(props: Props) {
  const { options = [], type } = props.element;
  const { value, names, change } = useField(props);
  const many = type === 'checkboxes';
  const chosen = new Set(typeof value === 'string' ? [value] : value);
  const choose = (option: string, on: boolean) => {
    if (!many) return change(option);
    const values = options.map((each) => each.value);
    return change(values.filter((each) => (each === option ? on : chosen.has(each))));
  };
  return (
    <div role={many ? 'group' : 'radiogroup'} class="choices" {...names}>
      {options.map((option) => (
        <label key={option.value} class="choice">
          <input
            type={many ? 'checkbox' : 'radio'}
            name={names.id}
            value={option.value}
            checked={chosen.has(option.value)}
            onChange={(event) => choose(option.value, event.currentTarget.checked)}
          />
          <span>
            <TextOf text={option.text} />
          </span>
        </label>
      ))}
    </div>
  );
}

/** What stands in a field, how to change it, and by what a screen reader and a test know it. */
function useField({ element, blockId, dispatches, labelledBy, describedBy }: Props) {
  const surface = useSurface();
  const actionId = element.action_id;
  const enter = (entered: EnteredValue) => surface.enter(blockId, actionId, entered);
  const value = surface.valueOf(blockId, actionId) ?? initialValue(element);
  return {
    value,
    text: typeof value === 'string' ? value : '',
    enter,
    change: (entered: EnteredValue) => {
      enter(entered);
      if (dispatches) void surface.press(blockId, actionId, entered);
    },
    names: {
      id: `${surface.key}-${blockId}-${actionId}`,
      'data-action-id': actionId,
      'data-block-id': blockId,
      'aria-labelledby': labelledBy,
      ...(describedBy === undefined ? {} : { 'aria-describedby': describedBy }),
      ...(surface.errors[blockId] === undefined ? {} : { 'aria-invalid': true }),
    },
  };
}

/** What stands in a field before anybody has touched it. */
function initialValue(element: Element): EnteredValue {
  if (element.type === 'checkboxes')
    return (element.initial_options ?? []).map((option) => option.value);
  return element.initial_option?.value ?? element.initial_value ?? element.initial_time ?? null;
}
