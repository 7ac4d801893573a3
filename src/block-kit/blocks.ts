import { z } from 'zod';
import { escapedLength, LIMITS } from './limits.js';

/** A string of `min` to `max` characters, counted after escaping. */
function string(max = Infinity, min = 1, kind: 'plain' | 'mrkdwn' = 'plain') {
  return z.string().superRefine((value, context) => {
    const length = escapedLength(value, kind);
    if (length < min)
      context.addIssue({ code: 'custom', message: `must be more than ${min - 1} characters` });
    if (length > max)
      context.addIssue({ code: 'custom', message: `must be less than ${max + 1} characters` });
  });
}

const list = <T extends z.ZodType>(item: T, max: number) => z.array(item).min(1).max(max);
const blockId = string(LIMITS.blockId, 0).optional();

const plainTextObject = (max: number) =>
  z.strictObject({
    type: z.literal('plain_text'),
    text: string(max),
    emoji: z.boolean().optional(),
  });
const plainText = (max: number) => z.discriminatedUnion('type', [plainTextObject(max)]);
/** plain_text or mrkdwn. */
const anyText = (max: number) =>
  z.discriminatedUnion('type', [
    plainTextObject(max),
    z.strictObject({
      type: z.literal('mrkdwn'),
      text: string(max, 1, 'mrkdwn'),
      verbatim: z.boolean().optional(),
    }),
  ]);

const style = z
  .strictObject({
    bold: z.boolean().optional(),
    code: z.boolean().optional(),
    italic: z.boolean().optional(),
    strike: z.boolean().optional(),
  })
  .optional();
/** Text in rich text is plain: no length of its own is documented, the sum over a message holds. */
const inline = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: string(), style }),
  z.strictObject({
    type: z.literal('link'),
    url: string(LIMITS.buttonUrl),
    text: string().optional(),
    style,
  }),
  z.strictObject({ type: z.literal('user'), user_id: string(), style }),
  z.strictObject({ type: z.literal('channel'), channel_id: string(), style }),
  z.strictObject({
    type: z.literal('date'),
    timestamp: z.int(),
    format: string(),
    url: string(LIMITS.buttonUrl).optional(),
    fallback: string().optional(),
    style,
  }),
]);
const preformatted = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: string(), style }),
]);
const richTextPart = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('rich_text_preformatted'), elements: z.array(preformatted) }),
  z.strictObject({ type: z.literal('rich_text_section'), elements: z.array(inline) }),
  z.strictObject({ type: z.literal('rich_text_quote'), elements: z.array(inline) }),
]);

const confirm = z
  .strictObject({
    text: anyText(LIMITS.confirmText),
    title: plainText(LIMITS.confirmTitle).optional(),
    confirm: plainText(LIMITS.confirmButton).optional(),
    deny: plainText(LIMITS.confirmButton).optional(),
    style: z.enum(['primary', 'danger']).optional(),
  })
  .optional();
const actionId = string(LIMITS.actionId).optional();
const focusable = { action_id: actionId, focus_on_load: z.boolean().optional() };
const placeholder = plainText(LIMITS.placeholder).optional();

const option = (text: z.ZodType) =>
  z.strictObject({
    text,
    value: string(LIMITS.optionValue).optional(),
    description: anyText(LIMITS.optionDescription).optional(),
    url: string(LIMITS.buttonUrl).optional(),
  });
/** Of checkboxes and radio buttons. */
const choice = option(anyText(LIMITS.optionText));
const choices = list(choice, LIMITS.choiceOptions);

const button = z.strictObject({
  type: z.literal('button'),
  text: plainText(LIMITS.buttonText),
  action_id: actionId,
  confirm,
  value: string(LIMITS.buttonValue).optional(),
  url: string(LIMITS.buttonUrl).optional(),
  style: z.enum(['primary', 'danger']).optional(),
  accessibility_label: string(LIMITS.accessibilityLabel).optional(),
});
const overflow = z.strictObject({
  type: z.literal('overflow'),
  options: list(option(plainText(LIMITS.optionText)), LIMITS.overflowOptions),
  action_id: actionId,
  confirm,
});
const timepicker = z.strictObject({
  type: z.literal('timepicker'),
  ...focusable,
  confirm,
  placeholder,
  initial_time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time as HH:mm')
    .optional(),
  timezone: string().optional(),
});
const checkboxes = z.strictObject({
  type: z.literal('checkboxes'),
  options: choices,
  ...focusable,
  confirm,
  initial_options: choices.optional(),
});
const radioButtons = z.strictObject({
  type: z.literal('radio_buttons'),
  options: choices,
  ...focusable,
  confirm,
  initial_option: choice.optional(),
});
const conversationsSelect = z.strictObject({
  type: z.literal('conversations_select'),
  ...focusable,
  confirm,
  placeholder,
  initial_conversation: string().optional(),
  filter: z
    .strictObject({
      include: list(z.enum(['im', 'mpim', 'private', 'public']), 4).optional(),
      exclude_external_shared_channels: z.boolean().optional(),
      exclude_bot_users: z.boolean().optional(),
    })
    .optional(),
});
const plainTextInput = z.strictObject({
  type: z.literal('plain_text_input'),
  ...focusable,
  placeholder,
  initial_value: string(LIMITS.inputLength, 0).optional(),
  multiline: z.boolean().optional(),
  min_length: z.int().min(0).max(LIMITS.inputLength).optional(),
  max_length: z.int().min(1).max(LIMITS.inputLength).optional(),
  dispatch_action_config: z
    .strictObject({
      trigger_actions_on: list(z.enum(['on_enter_pressed', 'on_character_entered']), 2).optional(),
    })
    .optional(),
});

/** What an actions block may hold, and what may stand beside a section. */
const actionElement = z.discriminatedUnion('type', [
  button,
  overflow,
  timepicker,
  checkboxes,
  radioButtons,
]);
const inputElement = z.discriminatedUnion('type', [
  plainTextInput,
  conversationsSelect,
  timepicker,
  checkboxes,
  radioButtons,
]);

const richTextBlock = z.strictObject({
  type: z.literal('rich_text'),
  block_id: blockId,
  elements: z.array(richTextPart).min(1),
});
const rawText = z.strictObject({ type: z.literal('raw_text'), text: string() });
const cells = list(z.discriminatedUnion('type', [rawText, richTextBlock]), LIMITS.dataTableColumns);

/** The blocks that the bot sends. Any other counts as unsupported: it is added here, with its limits, before it is sent. */
export const block = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('header'),
    block_id: blockId,
    text: plainText(LIMITS.headerText),
  }),
  z
    .strictObject({
      type: z.literal('section'),
      block_id: blockId,
      text: anyText(LIMITS.sectionText).optional(),
      fields: list(anyText(LIMITS.sectionFieldText), LIMITS.sectionFields).optional(),
      accessory: actionElement.optional(),
      expand: z.boolean().optional(),
    })
    .refine(({ text, fields }) => text !== undefined || fields !== undefined, {
      error: 'must define either `text` or `fields`',
    }),
  z.strictObject({
    type: z.literal('context'),
    block_id: blockId,
    elements: list(anyText(LIMITS.textObject), LIMITS.contextElements),
  }),
  z.strictObject({
    type: z.literal('actions'),
    block_id: blockId,
    elements: list(actionElement, LIMITS.actionsElements),
  }),
  z.strictObject({ type: z.literal('divider'), block_id: blockId }),
  richTextBlock,
  z
    .strictObject({
      type: z.literal('data_table'),
      block_id: blockId,
      caption: string(),
      rows: z.array(cells).min(2).max(LIMITS.dataTableRows),
      page_size: z.int().min(1).max(LIMITS.dataTablePage).optional(),
      row_header_column_index: z.int().min(0).optional(),
    })
    .refine(({ rows: [header = []] }) => header.every(({ type }) => type === 'raw_text'), {
      error: 'the first row must hold raw_text only',
    })
    .refine(({ rows }) => new Set(rows.map(({ length }) => length)).size === 1, {
      error: 'all rows must have the same number of cells',
    }),
  z.strictObject({
    type: z.literal('input'),
    block_id: blockId,
    label: plainText(LIMITS.inputLabel),
    element: inputElement,
    hint: plainText(LIMITS.inputHint).optional(),
    optional: z.boolean().optional(),
    dispatch_action: z.boolean().optional(),
  }),
]);

export const messageBlocks = list(block, LIMITS.blocksPerMessage);

const viewFields = {
  blocks: list(block, LIMITS.blocksPerView),
  private_metadata: string(LIMITS.privateMetadata, 0).optional(),
  callback_id: string(LIMITS.callbackId, 0).optional(),
  external_id: string(LIMITS.callbackId, 0).optional(),
};

/** A modal or Home tab. */
export const view = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('home'), ...viewFields }),
  z
    .strictObject({
      type: z.literal('modal'),
      title: plainText(LIMITS.viewTitle),
      ...viewFields,
      submit: plainText(LIMITS.viewButton).optional(),
      close: plainText(LIMITS.viewButton).optional(),
      clear_on_close: z.boolean().optional(),
      notify_on_close: z.boolean().optional(),
    })
    .refine(({ submit, blocks }) => submit || blocks.every(({ type }) => type !== 'input'), {
      error: 'missing required field: submit (the view has an input)',
    }),
]);
