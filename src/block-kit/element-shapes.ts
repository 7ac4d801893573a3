import {
  boolean,
  byType,
  integer,
  isObject,
  list,
  object,
  oneOf,
  string,
  type Shape,
} from './json-shape.js';
import { LIMITS } from './limits.js';
import { actionId, choices, option, pressable, selects } from './menu-shapes.js';
import { plainText, type } from './text-shapes.js';

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
  initial_value: string(LIMITS.inputLength, { min: 0 }),
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
