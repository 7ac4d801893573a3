import { useWorld } from '../use-page.js';
import { ChoiceList } from './choice-list.js';
import { pickableIds } from './pickable-ids.js';
import type { FieldProps } from './use-field.js';

/** Several of a list of options. */
export function MultiStaticSelect(props: FieldProps) {
  const { element } = props;
  const groups = element.option_groups ?? [];
  const options = element.options ?? groups.flatMap((group) => group.options);
  return <ChoiceList {...props} options={options} many />;
}

/** Several people, channels or conversations. */
export function MultiIdSelect(props: FieldProps) {
  const people = useWorld((world) => world.people);
  const channels = useWorld((world) => world.channels);
  const options = pickableIds(props.element, people, channels).map(({ id, label }) => ({
    value: id,
    text: { type: 'plain_text' as const, text: label },
  }));
  return <ChoiceList {...props} options={options} many />;
}
