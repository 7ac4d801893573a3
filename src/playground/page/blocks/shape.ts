import type { TextObject } from '../text/text-object.js';

/**
 * What the page reads of Block Kit: what the bot sends. The workspace has checked limits before a
 * message gets here, but that is no promise about shapes: `need` throws on a wrong one, and the block
 * is shown as its JSON.
 */
export interface Option {
  text: TextObject;
  value: string;
}

export interface Confirm {
  title?: TextObject;
  text?: TextObject;
  confirm?: TextObject;
  deny?: TextObject;
}

/** A button or a field. `type` says which of the rest are there. */
export interface Element {
  type: string;
  /** Given by the workspace where the bot gave none. */
  action_id: string;

  text?: TextObject;
  style?: 'primary' | 'danger';
  confirm?: Confirm;

  placeholder?: TextObject;
  max_length?: number;
  options?: Option[];
  initial_value?: string;
  initial_time?: string;
  initial_option?: Option;
  initial_options?: Option[];
}

export interface Style {
  bold?: boolean;
  italic?: boolean;
  strike?: boolean;
  code?: boolean;
}

/** A piece of a rich text section or quote. */
export interface RichElement {
  type: string;
  style?: Style;
  text?: string;
  user_id?: string;
  channel_id?: string;
}

export interface RichPart {
  type: string;
  elements: unknown[];
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

/** A list of values of that shape. */
export function listOf<T>(value: unknown, is: Check<T>): T[] {
  return need(value, isList).map((each) => need(each, is));
}

const hasType = (value: unknown): value is { type: string } & Record<string, unknown> =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

const isList = (value: unknown): value is unknown[] => Array.isArray(value);

export const isString = (value: unknown): value is string => typeof value === 'string';

export const isText = (value: unknown): value is TextObject =>
  hasType(value) &&
  (value.type === 'plain_text' || value.type === 'mrkdwn') &&
  typeof value['text'] === 'string' &&
  value['text'] !== '';

export const isElement = (value: unknown): value is Element => hasType(value);

export const isRichElement = (value: unknown): value is RichElement => hasType(value);

export const isRichPart = (value: unknown): value is RichPart =>
  hasType(value) && isList(value['elements']);
