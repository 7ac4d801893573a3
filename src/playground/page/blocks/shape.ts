/**
 * What the page reads of Block Kit. The workspace has checked limits before a message gets here, but
 * that is no promise about shapes: `need` throws on a wrong one, and the block is shown as its JSON.
 */
export interface TextObject {
  type: 'plain_text' | 'mrkdwn';
  text: string;
  emoji?: boolean;
  verbatim?: boolean;
}

export interface Option {
  text: TextObject;
  value: string;
  description?: TextObject;
  url?: string;
}

export interface OptionGroup {
  label: TextObject;
  options: Option[];
}

export interface Confirm {
  title?: TextObject;
  text?: TextObject;
  confirm?: TextObject;
  deny?: TextObject;
  style?: 'primary' | 'danger';
}

export interface FeedbackChoice {
  text: TextObject;
  value: string;
  accessibility_label?: string;
}

/** Any element: button, select, picker, field, picture. `type` says which of the rest are there. */
export interface Element {
  type: string;
  action_id?: string;
  confirm?: Confirm;
  placeholder?: TextObject;
  focus_on_load?: boolean;
  accessibility_label?: string;

  text?: TextObject;
  style?: 'primary' | 'danger';
  url?: string;
  icon?: string;
  visible_to_user_ids?: string[];
  positive_button?: FeedbackChoice;
  negative_button?: FeedbackChoice;

  options?: Option[];
  option_groups?: OptionGroup[];
  initial_option?: Option;
  initial_options?: Option[];
  max_selected_items?: number;

  initial_user?: string;
  initial_users?: string[];
  initial_channel?: string;
  initial_channels?: string[];
  initial_conversation?: string;
  initial_conversations?: string[];
  default_to_current_conversation?: boolean;
  filter?: { include?: string[] };

  initial_value?: string;
  multiline?: boolean;
  min_length?: number;
  max_length?: number;
  is_decimal_allowed?: boolean;
  min_value?: string;
  max_value?: string;
  dispatch_action_config?: { trigger_actions_on?: string[] };

  initial_date?: string;
  initial_time?: string;
  initial_date_time?: number;

  image_url?: string;
  alt_text?: string;
}

export interface Style {
  bold?: boolean;
  italic?: boolean;
  strike?: boolean;
  code?: boolean;
  underline?: boolean;
}

/** A piece of a rich text section, quote or preformatted part. */
export interface RichElement {
  type: string;
  style?: Style;
  text?: string;
  url?: string;
  user_id?: string;
  usergroup_id?: string;
  channel_id?: string;
  name?: string;
  range?: string;
  timestamp?: number;
  format?: string;
  fallback?: string;
  value?: string;
}

export interface RichPart {
  type: string;
  /** Of a list: its sections. Of anything else: its pieces. */
  elements: unknown[];
  style?: 'bullet' | 'ordered';
  indent?: number;
  offset?: number;
  border?: 0 | 1;
}

export interface TableCell {
  type: string;
  text?: string;
  value?: number;
  elements?: unknown[];
}

type Check<T> = (value: unknown) => value is T;

/** The value, which has to be there and of that shape. */
export function need<T>(value: unknown, is: Check<T>): T {
  if (!is(value)) throw new TypeError(`Not the shape that was expected: ${JSON.stringify(value)}`);
  return value;
}

/** The value where there is one; of that shape if so. */
export function may<T>(value: unknown, is: Check<T>): T | undefined {
  return value === undefined || value === null ? undefined : need(value, is);
}

/** A list of values of that shape; an absent list is an empty one. */
export function listOf<T>(value: unknown, is: Check<T>): T[] {
  return (may(value, isList) ?? []).map((each) => need(each, is));
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const hasType = (value: unknown): value is { type: string } & Record<string, unknown> =>
  isRecord(value) && typeof value['type'] === 'string';

export const isText: Check<TextObject> = (value): value is TextObject =>
  hasType(value) &&
  (value.type === 'plain_text' || value.type === 'mrkdwn') &&
  typeof value['text'] === 'string' &&
  value['text'] !== '';

export const isElement: Check<Element> = (value): value is Element => hasType(value);

export const isRichElement: Check<RichElement> = (value): value is RichElement => hasType(value);

export const isRichPart: Check<RichPart> = (value): value is RichPart =>
  hasType(value) && Array.isArray(value['elements']);

export const isTableCell: Check<TableCell> = (value): value is TableCell => hasType(value);

export const isList: Check<unknown[]> = (value): value is unknown[] => Array.isArray(value);

export const isColumn: Check<{ align?: string } | null> = (
  value,
): value is { align?: string } | null => value === null || isRecord(value);

export const isString: Check<string> = (value): value is string => typeof value === 'string';
