import type { JSX } from 'preact';
import type { EnteredValue } from '../../commands.js';
import type { Block } from '../../protocol.js';
import { useReader } from '../text/inline.js';
import { PlainText, TextOf } from '../text/mrkdwn.js';
import {
  type BlockElement,
  isElement,
  isString,
  isText,
  may,
  need,
  useSurface,
} from './surface.js';

/** A labelled field in a form, with its hint, and the bot's reason where it was refused. */
export function Input({ block }: { block: Block }) {
  const surface = useSurface();
  const blockId = need(block.block_id, isString);
  const id = `${surface.key}-${blockId}`;
  const hint = may(block['hint'], isText);
  const error = surface.errors[blockId];
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return (
    <div class={error ? 'input input-refused' : 'input'}>
      <span class="input-label" id={`${id}-label`}>
        <PlainText text={need(block['label'], isText)} />
        {block['optional'] === true ? <span class="input-optional"> (optional)</span> : null}
      </span>
      <Field
        element={need(block['element'], isElement)}
        blockId={blockId}
        dispatches={block['dispatch_action'] === true}
        labelledBy={`${id}-label`}
        describedBy={described || undefined}
      />
      {error ? (
        <p class="input-error" id={`${id}-error`} role="alert" data-testid="input-error">
          {error}
        </p>
      ) : null}
      {hint ? (
        <p class="input-hint" id={`${id}-hint`}>
          <PlainText text={hint} />
        </p>
      ) : null}
    </div>
  );
}

interface FieldProps {
  element: BlockElement;
  blockId: string;
  /** True: a change is told to the bot at once. False: it waits for the modal's submit button. */
  dispatches: boolean;
  /** The id of what names the field. */
  labelledBy: string;
  describedBy: string | undefined;
}

/** Where something is entered, by its type. */
export function Field(props: FieldProps) {
  switch (props.element.type) {
    case 'plain_text_input':
      return <TextInput {...props} />;
    case 'timepicker':
      return <TimePicker {...props} />;
    case 'conversations_select':
      return <Conversations {...props} />;
    case 'checkboxes':
    case 'radio_buttons':
      return <Choices {...props} />;
    default:
      return <UnknownElement element={props.element} />;
  }
}

/** One line of text; Enter tells the bot where changes are told. */
function TextInput(props: FieldProps) {
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
function TimePicker(props: FieldProps) {
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

/** A channel, of those that the person sees. */
function Conversations(props: FieldProps) {
  const { channels } = useReader();
  const { text, names, change } = useField(props);
  return (
    <select
      class="field"
      value={text}
      {...names}
      onChange={(event) => change(event.currentTarget.value || null)}
    >
      <option value="">{props.element.placeholder?.text ?? ''}</option>
      {channels.map(({ id, name }) => (
        <option key={id} value={id}>
          #{name}
        </option>
      ))}
    </select>
  );
}

/** Options that all stand open: one of them as radio buttons, or several as checkboxes. */
function Choices(props: FieldProps) {
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
function useField({ element, blockId, dispatches, labelledBy, describedBy }: FieldProps) {
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
function initialValue(element: BlockElement): EnteredValue {
  if (element.type === 'checkboxes')
    return (element.initial_options ?? []).map((option) => option.value);
  return element.initial_option?.value ?? element.initial_value ?? element.initial_time ?? null;
}

/** A button; pressed, it tells the bot at once, past its confirm dialog where it has one. */
export function Button({ element, blockId }: { element: BlockElement; blockId: string }) {
  const surface = useSurface();
  if (element.type !== 'button') return <UnknownElement element={element} />;
  const actionId = element.action_id;
  const working = surface.isWorking(blockId, actionId);
  const press = async () => {
    if (working) return;
    if (element.confirm && !(await surface.confirm(element.confirm))) return;
    await surface.press(blockId, actionId);
  };
  return (
    <button
      type="button"
      class={`button button-${element.style ?? 'plain'}`}
      data-testid="button"
      data-action-id={actionId}
      data-block-id={blockId}
      {...(element.accessibility_label === undefined
        ? {}
        : { 'aria-label': element.accessibility_label })}
      {...(working ? { 'aria-busy': true, 'aria-disabled': true } : {})}
      onClick={() => void press()}
    >
      <PlainText text={need(element.text, isText)} />
    </button>
  );
}

/** An element that the page cannot draw, as its JSON. */
export function UnknownElement({ element }: { element: BlockElement }) {
  return (
    <pre class="unknown" data-testid="unknown-element">
      {JSON.stringify(element, null, 2)}
    </pre>
  );
}
