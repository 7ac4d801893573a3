import type { types } from '@slack/bolt';

/*
 * What Slack takes, said a second time and from other sources than src/block-kit: the fields as `@slack/types` declares
 * them, the numbers as docs.slack.dev/reference/block-kit prints them. A mistake in the one is seen by the other.
 */

/** Every field of a type, and whether Slack must have it; the compiler takes no table that says otherwise. */
type FieldsOf<T> = { readonly [K in keyof T]-?: object extends Pick<T, K> ? 'may' : 'must' };

interface Shape<T> {
  readonly fields: FieldsOf<T>;
  /** The most that is taken: characters of a text, members of a list. */
  readonly most?: { readonly [K in keyof T]?: number };
}

type Piece =
  | types.KnownBlock
  | types.Button
  | types.Checkboxes
  | types.ConversationsSelect
  | types.PlainTextInput
  | types.RadioButtons
  | types.Timepicker
  | types.PlainTextElement
  | types.MrkdwnElement
  | types.RawTextElement
  | types.RichTextSection
  | types.RichTextQuote
  | types.RichTextPreformatted
  | types.RichTextText
  | types.RichTextLink
  | types.RichTextUserMention
  | types.RichTextChannelMention
  | types.RichTextDate
  | types.HomeView
  | types.ModalView;

type Shapes = { readonly [T in Piece['type']]?: Shape<Extract<Piece, { type: T }>> };

const BLOCK = { type: 'must', block_id: 'may' } as const;
const ACTION = { type: 'must', action_id: 'may' } as const;
const STYLED = { type: 'must', style: 'may' } as const;
const VIEW = {
  type: 'must',
  blocks: 'must',
  private_metadata: 'may',
  callback_id: 'may',
  external_id: 'may',
} as const;
const VIEW_MOST = { blocks: 100, private_metadata: 3_000, callback_id: 255 } as const;

/** By Slack's `type`. What is not here the bot has not sent so far. */
const SHAPES: Shapes = {
  actions: { fields: { ...BLOCK, elements: 'must' }, most: { block_id: 255, elements: 25 } },
  context: { fields: { ...BLOCK, elements: 'must' }, most: { block_id: 255, elements: 10 } },
  divider: { fields: BLOCK, most: { block_id: 255 } },
  header: { fields: { ...BLOCK, text: 'must' }, most: { block_id: 255, text: 150 } },
  input: {
    fields: {
      ...BLOCK,
      label: 'must',
      element: 'must',
      hint: 'may',
      optional: 'may',
      dispatch_action: 'may',
    },
    most: { block_id: 255, label: 2_000, hint: 2_000 },
  },
  rich_text: { fields: { ...BLOCK, elements: 'must' }, most: { block_id: 255 } },
  section: {
    fields: { ...BLOCK, text: 'may', fields: 'may', accessory: 'may', expand: 'may' },
    most: { block_id: 255, text: 3_000, fields: 10 },
  },
  data_table: {
    fields: {
      ...BLOCK,
      caption: 'must',
      rows: 'must',
      page_size: 'may',
      row_header_column_index: 'may',
    },
    most: { block_id: 255 },
  },

  button: {
    fields: {
      ...ACTION,
      text: 'must',
      value: 'may',
      url: 'may',
      style: 'may',
      confirm: 'may',
      accessibility_label: 'may',
    },
    most: { action_id: 255, text: 75, value: 2_000, url: 3_000, accessibility_label: 75 },
  },
  checkboxes: {
    fields: {
      ...ACTION,
      options: 'must',
      initial_options: 'may',
      confirm: 'may',
      focus_on_load: 'may',
    },
    most: { action_id: 255, options: 10, initial_options: 10 },
  },
  radio_buttons: {
    fields: {
      ...ACTION,
      options: 'must',
      initial_option: 'may',
      confirm: 'may',
      focus_on_load: 'may',
    },
    most: { action_id: 255, options: 10 },
  },
  conversations_select: {
    fields: {
      ...ACTION,
      initial_conversation: 'may',
      default_to_current_conversation: 'may',
      filter: 'may',
      confirm: 'may',
      focus_on_load: 'may',
      placeholder: 'may',
      response_url_enabled: 'may',
    },
    most: { action_id: 255, placeholder: 150 },
  },
  plain_text_input: {
    fields: {
      ...ACTION,
      initial_value: 'may',
      multiline: 'may',
      min_length: 'may',
      max_length: 'may',
      dispatch_action_config: 'may',
      focus_on_load: 'may',
      placeholder: 'may',
    },
    most: { action_id: 255, placeholder: 150, initial_value: 3_000 },
  },
  timepicker: {
    fields: {
      ...ACTION,
      initial_time: 'may',
      timezone: 'may',
      confirm: 'may',
      focus_on_load: 'may',
      placeholder: 'may',
    },
    most: { action_id: 255, placeholder: 150 },
  },

  plain_text: { fields: { type: 'must', text: 'must', emoji: 'may' }, most: { text: 3_000 } },
  mrkdwn: { fields: { type: 'must', text: 'must', verbatim: 'may' }, most: { text: 3_000 } },
  raw_text: { fields: { type: 'must', text: 'must' } },

  rich_text_section: { fields: { type: 'must', elements: 'must' } },
  rich_text_quote: { fields: { type: 'must', elements: 'must', border: 'may' } },
  rich_text_preformatted: {
    fields: { type: 'must', elements: 'must', border: 'may' },
  },
  text: { fields: { ...STYLED, text: 'must' } },
  link: {
    fields: { ...STYLED, url: 'must', text: 'may', unsafe: 'may' },
    most: { url: 3_000 },
  },
  user: { fields: { ...STYLED, user_id: 'must' } },
  channel: { fields: { ...STYLED, channel_id: 'must' } },
  date: {
    fields: { ...STYLED, timestamp: 'must', format: 'must', url: 'may', fallback: 'may' },
  },

  home: { fields: VIEW, most: VIEW_MOST },
  modal: {
    fields: {
      ...VIEW,
      title: 'must',
      close: 'may',
      submit: 'may',
      clear_on_close: 'may',
      notify_on_close: 'may',
    },
    most: { ...VIEW_MOST, title: 24, close: 24, submit: 24 },
  },
};

/** What Slack gives no `type` is told by the field that holds it. Options are ours, each with a value. */
const NAMELESS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  confirm: { title: 100, text: 300, confirm: 30, deny: 30 },
  options: { text: 75, value: 150 },
  initial_options: { text: 75, value: 150 },
  initial_option: { text: 75, value: 150 },
};

/** What is wrong with blocks or a view by these tables, each with its place; nothing where Slack takes them. */
export function unlikeSlack(value: unknown, place = '', field = ''): string[] {
  if (Array.isArray(value))
    return value.flatMap((one, index) => unlikeSlack(one, `${place}/${index}`, field));
  if (typeof value !== 'object' || value === null) return [];
  const own = new Map(Object.entries(value));
  const inner = [...own].flatMap(([name, one]) => unlikeSlack(one, `${place}/${name}`, name));
  return [...faultsOf(own, field).map((fault) => `${place}: ${fault}`), ...inner];
}

function faultsOf(own: ReadonlyMap<string, unknown>, field: string): string[] {
  const type = own.get('type');
  if (typeof type !== 'string') return tooLong(own, NAMELESS[field] ?? {});
  const shape = new Map<string, { fields: object; most?: object }>(Object.entries(SHAPES)).get(
    type,
  );
  if (shape === undefined) return [`no such type as ${type}`];
  const fields = new Map<string, unknown>(Object.entries(shape.fields));
  return [
    ...[...own.keys()].filter((name) => !fields.has(name)).map((name) => `${name} is unknown`),
    ...[...fields]
      .filter(([name, need]) => need === 'must' && own.get(name) === undefined)
      .map(([name]) => `${name} is missing`),
    ...[...own].filter(([, one]) => isEmpty(one)).map(([name]) => `${name} is empty`),
    ...tooLong(own, shape.most ?? {}),
  ];
}

function tooLong(own: ReadonlyMap<string, unknown>, most: object): string[] {
  return Object.entries(most).flatMap(([name, limit]) => {
    const size = sizeOf(own.get(name));
    return size > Number(limit) ? [`${name} is ${size} long, and ${limit} are taken`] : [];
  });
}

function isEmpty(value: unknown): boolean {
  return value === '' || (Array.isArray(value) && value.length === 0);
}

/** Of a text or a list; of a text object that of its text. */
function sizeOf(value: unknown): number {
  if (typeof value === 'string' || Array.isArray(value)) return value.length;
  if (typeof value === 'object' && value !== null && 'text' in value) return sizeOf(value.text);
  return 0;
}
