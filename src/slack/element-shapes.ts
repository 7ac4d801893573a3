import {
  boolean,
  byType,
  integer,
  isObject,
  list,
  matching,
  object,
  oneOf,
  string,
  type Shape,
} from './json-shape.js';
import { LIMITS } from './limits.js';

const type = (name: string): Record<string, Shape> => ({ type: oneOf(name) });

export const plainText = (max: number = LIMITS.textObject): Shape =>
  byType(() => ({
    plain_text: object({ ...type('plain_text'), text: string(max) }, { emoji: boolean }),
  }));

export const mrkdwn = (max: number = LIMITS.textObject): Shape =>
  byType(() => ({
    mrkdwn: object(
      { ...type('mrkdwn'), text: string(max, { kind: 'mrkdwn' }) },
      { verbatim: boolean },
    ),
  }));

/** plain_text or mrkdwn. */
export const anyText =
  (max: number = LIMITS.textObject): Shape =>
  (value, pointer, report) =>
    isObject(value) && value['type'] === 'mrkdwn'
      ? mrkdwn(max)(value, pointer, report)
      : plainText(max)(value, pointer, report);

const confirm = object(
  { text: anyText(LIMITS.confirmText) },
  {
    title: plainText(LIMITS.confirmTitle),
    confirm: plainText(LIMITS.confirmButton),
    deny: plainText(LIMITS.confirmButton),
    style: oneOf('primary', 'danger'),
  },
);

const actionId = { action_id: string(LIMITS.actionId) };
const pressable = { ...actionId, confirm };
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
const option = optionFields(plainText(LIMITS.optionText));
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

export const image = object(
  { ...type('image'), alt_text: string(LIMITS.imageAltText) },
  { image_url: string(LIMITS.imageUrl), slack_file: object({}, { id: string(), url: string() }) },
  (value, pointer, report) => {
    if (
      isObject(value) &&
      (value['image_url'] === undefined) === (value['slack_file'] === undefined)
    )
      report({ pointer, message: 'must define either `image_url` or `slack_file`' });
  },
);

const button = object(
  { ...type('button'), text: plainText(LIMITS.buttonText) },
  {
    ...pressable,
    value: string(LIMITS.buttonValue),
    url: string(LIMITS.buttonUrl),
    style: oneOf('primary', 'danger'),
    accessibility_label: string(LIMITS.accessibilityLabel),
  },
);

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
const selects: Record<string, Shape> = {
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

const choices: Record<string, Shape> = {
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

/** What an actions block may hold. */
export const actionElement = byType(() => ({
  button,
  overflow: object(
    { ...type('overflow'), options: list(option, LIMITS.overflowOptions) },
    pressable,
  ),
  ...selects,
  ...choices,
}));

/** What may stand beside a section. */
export const accessory: Shape = (value, pointer, report) =>
  isObject(value) && value['type'] === 'image'
    ? image(value, pointer, report)
    : actionElement(value, pointer, report);

const plainTextInput = object(type('plain_text_input'), {
  ...actionId,
  focus_on_load: boolean,
  placeholder: plainText(LIMITS.placeholder),
  initial_value: string(LIMITS.inputLength),
  multiline: boolean,
  min_length: integer(0, LIMITS.inputLength),
  max_length: integer(1, LIMITS.inputLength),
  dispatch_action_config: object(
    {},
    { trigger_actions_on: list(oneOf('on_enter_pressed', 'on_character_entered')) },
  ),
});

/** What an input block may hold. */
export const inputElement = byType(() => ({
  plain_text_input: plainTextInput,
  ...selects,
  ...choices,
}));

const feedbackButton = object(
  { text: plainText(LIMITS.buttonText), value: string(LIMITS.buttonValue) },
  { accessibility_label: string(LIMITS.accessibilityLabel) },
);

/** What a context_actions block may hold. */
export const contextAction = byType(() => ({
  feedback_buttons: object(
    {
      ...type('feedback_buttons'),
      positive_button: feedbackButton,
      negative_button: feedbackButton,
    },
    actionId,
  ),
  icon_button: object(
    { ...type('icon_button'), icon: string(), text: plainText(LIMITS.buttonText) },
    {
      ...pressable,
      value: string(LIMITS.buttonValue),
      accessibility_label: string(LIMITS.accessibilityLabel),
      visible_to_user_ids: list(string()),
    },
  ),
}));
