import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { isObject } from '../../../block-kit/json.js';
import type { EnteredValue, EnteredValues } from '../../commands.js';
import type { Block } from '../../protocol.js';
import { elementsOf } from '../../state/wire/wire.js';
import type { TextObject } from '../text/mrkdwn.js';

/**
 * What blocks stand on: a message or a view. It keeps what was entered and tells the bot of presses; by
 * itself it shows blocks to look at, and nothing pressed goes anywhere.
 */
export class Surface {
  /** Unique in the page; goes into element ids. */
  key = 'still';
  valueOf: (blockId: string, actionId: string) => EnteredValue | undefined = () => undefined;
  enter: (blockId: string, actionId: string, value: EnteredValue) => void = () => undefined;
  /** Resolves when the bot has acknowledged, or did not. */
  press: (blockId: string, actionId: string, value?: EnteredValue) => Promise<void> = () =>
    Promise.resolve();
  /** Whether a press of this element waits for the bot. */
  isWorking: (blockId: string, actionId: string) => boolean = () => false;
  /** block_id → why the bot refused what stands there. */
  errors: Readonly<Record<string, string>> = {};
  /** Shows the element's confirm dialog; true: go on. */
  confirm: (confirm: ConfirmTexts) => Promise<boolean> = () => Promise.resolve(true);
}

export const SurfaceContext = createContext(new Surface());
export const useSurface = () => useContext(SurfaceContext);

/**
 * What the page reads of Block Kit: what the bot sends. The workspace has checked limits before a
 * message gets here, but that is no promise about shapes: `need` throws on a wrong one, and the block
 * is shown as its JSON.
 */
export interface BlockOption {
  text: TextObject;
  value: string;
}

export interface ConfirmTexts {
  title?: TextObject;
  text?: TextObject;
  confirm?: TextObject;
  deny?: TextObject;
}

/** A button or a field. `type` says which of the rest are there. */
export interface BlockElement {
  type: string;
  /** Given by the workspace where the bot gave none. */
  action_id: string;

  text?: TextObject;
  /** What a screen reader says in place of the text. */
  accessibility_label?: string;
  style?: 'primary' | 'danger';
  confirm?: ConfirmTexts;

  placeholder?: TextObject;
  max_length?: number;
  options?: BlockOption[];
  initial_value?: string;
  initial_time?: string;
  initial_option?: BlockOption;
  initial_options?: BlockOption[];
}

/** A piece of rich text. */
export interface RichTextPiece {
  type: string;
  style?: { bold?: boolean; italic?: boolean; strike?: boolean; code?: boolean };
  text?: string;
  user_id?: string;
  channel_id?: string;
  url?: string;
  /** Of a date, in seconds. */
  timestamp?: number;
  format?: string;
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
  isObject(value) && typeof value['type'] === 'string';

const isList = (value: unknown): value is unknown[] => Array.isArray(value);

export const isString = (value: unknown): value is string => typeof value === 'string';

export const isNumber = (value: unknown): value is number => typeof value === 'number';

export const isText = (value: unknown): value is TextObject =>
  hasType(value) &&
  (value.type === 'plain_text' || value.type === 'mrkdwn') &&
  typeof value['text'] === 'string' &&
  value['text'] !== '';

export const isElement = (value: unknown): value is BlockElement => hasType(value);

export const isRichElement = (value: unknown): value is RichTextPiece => hasType(value);

/** A section, a quote or words to copy. */
export interface RichTextPart {
  type: string;
  elements: unknown[];
}

export const isRichPart = (value: unknown): value is RichTextPart =>
  hasType(value) && isList(value['elements']);

/** A row of a table: its cells are text, or rich text. */
export const isRow = (value: unknown): value is Block[] => isList(value) && value.every(hasType);

/** What was entered, less all that stands in elements which the blocks no longer have. */
export function enteredIn(blocks: readonly Block[], entered: EnteredValues): EnteredValues {
  const kept: EnteredValues = {};
  for (const block of blocks) {
    const values = block.block_id === undefined ? undefined : entered[block.block_id];
    if (!values || block.block_id === undefined) continue;
    const here = new Set(elementsOf(block).map((element) => element['action_id']));
    const left = Object.entries(values).filter(([actionId]) => here.has(actionId));
    if (left.length > 0) kept[block.block_id] = Object.fromEntries(left);
  }
  return kept;
}
