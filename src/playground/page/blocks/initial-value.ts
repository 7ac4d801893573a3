import type { EnteredValue } from '../../protocol.js';
import type { Element } from './shape.js';

/** What stands in an element before anybody has touched it. */
export function initialValue(element: Element): EnteredValue {
  if (element.initial_options) return element.initial_options.map((option) => option.value);
  const ids = element.initial_users ?? element.initial_channels ?? element.initial_conversations;
  if (ids) return ids;
  if (/^(?:multi_|checkboxes)/.test(element.type)) return [];
  if (element.initial_date_time !== undefined) return String(element.initial_date_time);
  return (
    element.initial_option?.value ??
    element.initial_value ??
    element.initial_date ??
    element.initial_time ??
    element.initial_user ??
    element.initial_channel ??
    element.initial_conversation ??
    null
  );
}
