import type { JSX } from 'preact';
import { fieldNames, useField, type FieldProps } from './use-field.js';

const inputType: Readonly<Record<string, string>> = {
  number_input: 'number',
  email_text_input: 'email',
  url_text_input: 'url',
};

/** A field to type in: one line, many lines, a number, an address. */
export function TextField(props: FieldProps) {
  const { element } = props;
  const field = useField(props);
  const on = element.dispatch_action_config?.trigger_actions_on ?? ['on_enter_pressed'];
  const value = typeof field.value === 'string' ? field.value : '';
  const shared = {
    class: 'field',
    id: field.id,
    value,
    autofocus: element.focus_on_load === true,
    ...(element.placeholder ? { placeholder: element.placeholder.text } : {}),
    ...(element.min_length === undefined ? {} : { minLength: element.min_length }),
    ...(element.max_length === undefined ? {} : { maxLength: element.max_length }),
    ...fieldNames(props, field.invalid),
  };
  const type = (text: string) => {
    field.enter(text);
    if (props.dispatches && on.includes('on_character_entered')) void field.press(text);
  };
  if (element.multiline === true) {
    return (
      <textarea
        {...shared}
        rows={4}
        onInput={(event) => type(event.currentTarget.value)}
      ></textarea>
    );
  }
  const pressEnter = (event: JSX.TargetedKeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter' || event.isComposing) return;
    if (!props.dispatches || !on.includes('on_enter_pressed')) return;
    event.preventDefault();
    void field.press(event.currentTarget.value);
  };
  return (
    <input
      {...shared}
      type={inputType[element.type] ?? 'text'}
      {...(element.min_value === undefined ? {} : { min: element.min_value })}
      {...(element.max_value === undefined ? {} : { max: element.max_value })}
      {...(element.is_decimal_allowed === true ? { step: 'any' } : {})}
      onInput={(event) => type(event.currentTarget.value)}
      onKeyDown={pressEnter}
    />
  );
}
