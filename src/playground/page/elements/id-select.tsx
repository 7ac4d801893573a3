import { useSurface } from '../blocks/surface.js';
import { useWorld } from '../use-page.js';
import { pickableIds } from './pickable-ids.js';
import { fieldNames, useField, type FieldProps } from './use-field.js';

/** One person, channel or conversation. */
export function IdSelect(props: FieldProps) {
  const { element } = props;
  const field = useField(props);
  const surface = useSurface();
  const people = useWorld((world) => world.people);
  const channels = useWorld((world) => world.channels);
  const here = element.default_to_current_conversation === true ? surface.channel : undefined;
  const value = typeof field.value === 'string' ? field.value : (here ?? '');
  return (
    <select
      class="select"
      id={field.id}
      value={value}
      {...fieldNames(props, field.invalid)}
      onChange={(event) => void field.set(event.currentTarget.value || null)}
    >
      <option value="" disabled={value !== ''} selected={value === ''}>
        {element.placeholder?.text ?? 'Choose…'}
      </option>
      {pickableIds(element, people, channels).map(({ id, label }) => (
        <option key={id} value={id} selected={id === value}>
          {label}
        </option>
      ))}
    </select>
  );
}
