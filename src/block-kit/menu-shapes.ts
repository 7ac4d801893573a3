import {
  boolean,
  integer,
  isObject,
  list,
  matching,
  object,
  string,
  oneOf,
  type Shape,
} from './json-shape.js';
import { LIMITS } from './limits.js';
import { anyText, plainText, type } from './text-shapes.js';

const confirm = object(
  { text: anyText(LIMITS.confirmText) },
  {
    title: plainText(LIMITS.confirmTitle),
    confirm: plainText(LIMITS.confirmButton),
    deny: plainText(LIMITS.confirmButton),
    style: oneOf('primary', 'danger'),
  },
);

export const actionId = { action_id: string(LIMITS.actionId) };
/** Fields of what can be pressed, be focused, or shows a placeholder. */
export const pressable = { ...actionId, confirm };
const focusable = { ...pressable, focus_on_load: boolean };
const pickable = { ...focusable, placeholder: plainText(LIMITS.placeholder) };

const optionFields = (text: Shape): Shape =>
  object(
    { text },
    {
      value: string(LIMITS.optionValue),
      description: anyText(LIMITS.optionDescription),
      url: string(LIMITS.buttonUrl),
    },
  );
export const option = optionFields(plainText(LIMITS.optionText));
const choice = optionFields(anyText(LIMITS.optionText));
const options = list(option, LIMITS.selectOptions);
const optionGroups = list(
  object({ label: plainText(LIMITS.optionText), options }),
  LIMITS.optionGroups,
);

const needsOptions: Shape = (value, pointer, report) => {
  if (!isObject(value)) return;
  if ((value['options'] === undefined) === (value['option_groups'] === undefined))
    report({ pointer, message: 'must define either `options` or `option_groups`, not both' });
};

const filter = object(
  {},
  {
    include: list(oneOf('im', 'mpim', 'private', 'public')),
    exclude_external_shared_channels: boolean,
    exclude_bot_users: boolean,
  },
);
const respondable = { response_url_enabled: boolean };
const many = { max_selected_items: integer(1, LIMITS.selectOptions) };
const conversations = { default_to_current_conversation: boolean, filter };

/** Menus: one choice, and the same with several. */
export const selects: Record<string, Shape> = {
  static_select: object(
    type('static_select'),
    { ...pickable, initial_option: option, options, option_groups: optionGroups },
    needsOptions,
  ),
  multi_static_select: object(
    type('multi_static_select'),
    { ...pickable, ...many, initial_options: options, options, option_groups: optionGroups },
    needsOptions,
  ),
  users_select: object(type('users_select'), { ...pickable, initial_user: string() }),
  multi_users_select: object(type('multi_users_select'), {
    ...pickable,
    ...many,
    initial_users: list(string()),
  }),
  channels_select: object(type('channels_select'), {
    ...pickable,
    ...respondable,
    initial_channel: string(),
  }),
  multi_channels_select: object(type('multi_channels_select'), {
    ...pickable,
    ...many,
    initial_channels: list(string()),
  }),
  conversations_select: object(type('conversations_select'), {
    ...pickable,
    ...respondable,
    ...conversations,
    initial_conversation: string(),
  }),
  multi_conversations_select: object(type('multi_conversations_select'), {
    ...pickable,
    ...many,
    ...conversations,
    initial_conversations: list(string()),
  }),
};

const date = matching(/^\d{4}-\d{2}-\d{2}$/, 'a date as YYYY-MM-DD');
const time = matching(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time as HH:mm');

/** A few choices on show, and pickers. */
export const choices: Record<string, Shape> = {
  checkboxes: object(
    { ...type('checkboxes'), options: list(choice, LIMITS.choiceOptions) },
    { ...focusable, initial_options: list(choice, LIMITS.choiceOptions) },
  ),
  radio_buttons: object(
    { ...type('radio_buttons'), options: list(choice, LIMITS.choiceOptions) },
    { ...focusable, initial_option: choice },
  ),
  datepicker: object(type('datepicker'), { ...pickable, initial_date: date }),
  timepicker: object(type('timepicker'), { ...pickable, initial_time: time, timezone: string() }),
};
