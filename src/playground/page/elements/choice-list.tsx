import type { Option } from '../blocks/shape.js';
import { PlainText } from '../text/plain-text.js';
import { TextOf } from '../text/text-object.js';
import { fieldNames, useField, type FieldProps } from './use-field.js';

type Props = FieldProps & { options: Option[]; many: boolean };

/** Options that all stand open: radio buttons, checkboxes, and the multi-selects. */
export function ChoiceList(props: Props) {
  const { element, options, many } = props;
  const field = useField(props);
  const chosen = new Set(typeof field.value === 'string' ? [field.value] : field.value);
  const most = element.max_selected_items ?? Infinity;
  const change = (value: string, on: boolean) => {
    if (!many) return field.set(value);
    const next = options
      .map((option) => option.value)
      .filter((each) => (each === value ? on : chosen.has(each)));
    return field.set(next);
  };
  return (
    <div
      role={many ? 'group' : 'radiogroup'}
      id={field.id}
      class={element.type.startsWith('multi_') ? 'choices choices-framed' : 'choices'}
      {...fieldNames(props, false)}
    >
      {options.map((option, index) => (
        <label key={option.value} class="choice">
          <input
            type={many ? 'checkbox' : 'radio'}
            name={field.id}
            value={option.value}
            checked={chosen.has(option.value)}
            disabled={many && !chosen.has(option.value) && chosen.size >= most}
            data-first={index === 0 ? '' : undefined}
            onChange={(event) => void change(option.value, event.currentTarget.checked)}
          />
          <span>
            <TextOf text={option.text} />
            {option.description ? (
              <span class="choice-description">
                {option.description.type === 'mrkdwn' ? (
                  <TextOf text={option.description} />
                ) : (
                  <PlainText text={option.description} />
                )}
              </span>
            ) : null}
          </span>
        </label>
      ))}
    </div>
  );
}
