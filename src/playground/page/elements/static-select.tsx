import type { Option } from '../blocks/shape.js';
import { fieldNames, useField, type FieldProps } from './use-field.js';

/** One of a list of options, grouped or not. */
export function StaticSelect(props: FieldProps) {
  const { element } = props;
  const field = useField(props);
  const value = typeof field.value === 'string' ? field.value : '';
  const options = (list: Option[]) =>
    list.map((option) => (
      <option key={option.value} value={option.value} selected={option.value === value}>
        {option.text.text}
      </option>
    ));
  return (
    <select
      class="select"
      id={field.id}
      value={value}
      {...fieldNames(props, field.invalid)}
      {...(field.working ? { 'aria-busy': true } : {})}
      onChange={(event) => void field.set(event.currentTarget.value || null)}
    >
      <option value="" disabled={value !== ''} selected={value === ''}>
        {element.placeholder?.text ?? 'Choose…'}
      </option>
      {element.option_groups
        ? element.option_groups.map((group, index) => (
            <optgroup key={index} label={group.label.text}>
              {options(group.options)}
            </optgroup>
          ))
        : options(element.options ?? [])}
    </select>
  );
}
