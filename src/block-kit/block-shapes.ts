import { accessory, actionElement, contextAction, image, inputElement } from './element-shapes.js';
import {
  boolean,
  byType,
  isObject,
  list,
  object,
  oneOf,
  string,
  type Shape,
} from './json-shape.js';
import { LIMITS } from './limits.js';
import { richText } from './rich-text-shape.js';
import { anyText, plainText } from './text-shapes.js';

const blockId = { block_id: string(LIMITS.blockId, { min: 0 }) };

function block(name: string, required: Record<string, Shape>, optional = {}, also?: Shape): Shape {
  return object({ type: oneOf(name), ...required }, { ...blockId, ...optional }, also);
}

const contextElement: Shape = (value, pointer, report) =>
  isObject(value) && value['type'] === 'image'
    ? image(value, pointer, report)
    : anyText()(value, pointer, report);

const tableCell = byType(() => ({
  raw_text: object({ type: oneOf('raw_text'), text: string() }),
  raw_number: object({ type: oneOf('raw_number'), text: string(), value: finite }),
  rich_text: richText,
}));

const finite: Shape = (value, pointer, report) => {
  if (!Number.isFinite(value)) report({ pointer, message: 'must provide a number' });
};

/** Blocks that may stand anywhere. */
const anywhere: Record<string, Shape> = {
  header: block('header', { text: plainText(LIMITS.headerText) }),
  section: block(
    'section',
    {},
    {
      text: anyText(LIMITS.sectionText),
      fields: list(anyText(LIMITS.sectionFieldText), LIMITS.sectionFields),
      accessory,
      expand: boolean,
    },
    (value, pointer, report) => {
      if (isObject(value) && value['text'] === undefined && value['fields'] === undefined)
        report({ pointer, message: 'must define either `text` or `fields`' });
    },
  ),
  context: block('context', { elements: list(contextElement, LIMITS.contextElements) }),
  actions: block('actions', { elements: list(actionElement, LIMITS.actionsElements) }),
  divider: block('divider', {}),
  rich_text: richText,
  image: block(
    'image',
    { alt_text: string(LIMITS.imageAltText) },
    {
      image_url: string(LIMITS.imageUrl),
      slack_file: object({}, { id: string(), url: string() }),
      title: plainText(LIMITS.imageTitle),
    },
    (value, pointer, report) => {
      if (
        isObject(value) &&
        (value['image_url'] === undefined) === (value['slack_file'] === undefined)
      )
        report({ pointer, message: 'must define either `image_url` or `slack_file`' });
    },
  ),
  input: block(
    'input',
    { label: plainText(LIMITS.inputLabel), element: inputElement },
    { hint: plainText(LIMITS.inputHint), optional: boolean, dispatch_action: boolean },
  ),
  alert: block(
    'alert',
    { text: anyText(LIMITS.alertText) },
    { level: oneOf('default', 'info', 'warning', 'error', 'success') },
  ),
};

/** Blocks that only a message may hold. */
const inMessages: Record<string, Shape> = {
  markdown: block('markdown', { text: string(LIMITS.markdownText) }),
  context_actions: block('context_actions', {
    elements: list(contextAction, LIMITS.contextActionsElements),
  }),
  table: block(
    'table',
    { rows: list(list(tableCell, LIMITS.tableColumns), LIMITS.tableRows) },
    {
      column_settings: list(
        object({}, { align: oneOf('left', 'center', 'right'), is_wrapped: boolean }),
        LIMITS.tableColumns,
        0,
      ),
    },
  ),
};

export const viewBlock = byType(() => anywhere);
export const messageBlock = byType(() => ({ ...anywhere, ...inMessages }));
