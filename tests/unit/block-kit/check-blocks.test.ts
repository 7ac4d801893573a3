import { describe, expect, it } from 'vitest';
import { checkMessage, checkView } from '../../../src/block-kit/check-blocks.js';
import { escapedLength, LIMITS } from '../../../src/block-kit/limits.js';

const plain = (text: string) => ({ type: 'plain_text', text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const x = (length: number) => 'x'.repeat(length);
const many = <T>(length: number, item: (index: number) => T) =>
  Array.from({ length }, (_, index) => item(index));
const button = (extra: object = {}) => ({ type: 'button', text: plain('More'), ...extra });
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const input = (element: object, extra: object = {}) => ({
  type: 'input',
  label: plain('Label'),
  element,
  ...extra,
});
const option = (text = 'One', value = '1') => ({ text: plain(text), value });
const overflow = (...options: object[]) => ({ type: 'overflow', options });
const richText = (...elements: object[]) => ({ type: 'rich_text', elements });
const quote = (...elements: object[]) => ({ type: 'rich_text_quote', elements });
const confirm = (extra: object) => actions(button({ confirm: { text: plain('Sure?'), ...extra } }));

/** Faults of a message of these blocks, as "pointer message". */
const faults = (...blocks: unknown[]) =>
  checkMessage({ blocks }).map((one) => `${one.pointer} ${one.message}`);

const cell = (text = 'x') => ({ type: 'raw_text', text });
const table = (...rows: object[][]) => ({ type: 'data_table', caption: 'Sources', rows });

const dividers = (n: number) => many(n, () => ({ type: 'divider' }));
const run = (n: number) => richText(quote({ type: 'text', text: x(n) }));
const modal = (extra: object = {}) => ({
  type: 'modal',
  title: plain('Context'),
  blocks: [{ type: 'divider' }],
  ...extra,
});
const places = (view: unknown) => checkView(view).map((one) => `${one.pointer} ${one.message}`);
const heavy = (n: number) => ({
  type: 'home',
  blocks: many(95, () => ({ type: 'section', text: plain('é'.repeat(n)) })),
});

describe('what a message may hold', () => {
  it('accepts one of each block that the bot sends', () => {
    const blocks = [
      { type: 'header', text: plain('Panama'), block_id: 'h' },
      { type: 'section', text: mrkdwn('*x*'), accessory: button({ style: 'primary', value: 'v' }) },
      { type: 'section', fields: [plain('a'), mrkdwn('b')] },
      { type: 'context', elements: [plain('a'), mrkdwn('b')] },
      { type: 'divider' },
      richText(
        quote(
          { type: 'text', text: '“*verbatim*”', style: { bold: true } },
          { type: 'link', url: 'https://a.example', text: 'a' },
          { type: 'user', user_id: 'U1' },
          { type: 'channel', channel_id: 'C1' },
          { type: 'date', timestamp: 1_732_500_000, format: '{date_short}', fallback: 'a day' },
        ),
        { type: 'rich_text_preformatted', elements: [{ type: 'text', text: '<p>one</p>' }] },
        { type: 'rich_text_section', elements: [{ type: 'text', text: 'one' }] },
      ),
      actions(
        button({ url: 'https://a.example' }),
        { type: 'overflow', options: [option()] },
        { type: 'timepicker', initial_time: '08:00' },
        { type: 'checkboxes', options: [{ text: mrkdwn('*a*'), value: 'a' }] },
        { type: 'radio_buttons', options: [option()], initial_option: option() },
      ),
      input({ type: 'plain_text_input', multiline: true, placeholder: plain('…') }),
      input({ type: 'conversations_select', filter: { include: ['public', 'private'] } }),
      table([cell('Outlet'), cell('File')], [cell('CNN'), richText(quote())]),
    ];
    expect(checkMessage({ text: 'x', blocks })).toEqual([]);
  });

  it('wants a table to have a header of plain text and rows of one length', () => {
    expect(faults(table([cell()]))).toEqual(['/blocks/0/rows no fewer than 2 items allowed']);
    expect(faults(table([cell(), cell()], [cell()]))).toEqual([
      '/blocks/0 all rows must have the same number of cells',
    ]);
    expect(faults(table([richText(quote())], [cell()]))).toEqual([
      '/blocks/0 the first row must hold raw_text only',
    ]);
    expect(faults(table([cell()], [cell('')]))).toHaveLength(1);
    const wide = (columns: number) => many(columns, () => cell());
    expect(faults(table(wide(20), wide(20)))).toEqual([]);
    expect(faults(table(wide(21), wide(21)))).toHaveLength(2);
  });

  it('needs blocks or a text', () => {
    expect(checkMessage({})).toMatchObject([{ code: 'no_text' }]);
    expect(checkMessage({ text: '', blocks: [] })).toMatchObject([{ code: 'no_text' }]);
    expect(checkMessage({ text: 'x' })).toEqual([]);
  });

  it.each([
    [
      'a type that Slack does not have',
      { type: 'marquee' },
      '/blocks/0/type unsupported type: marquee',
    ],
    [
      'a type from the prototype',
      { type: 'toString' },
      '/blocks/0/type unsupported type: toString',
    ],
    ['no type', {}, '/blocks/0 missing required field: type'],
    ['no object', 'divider', '/blocks/0 must provide an object'],
    ['a header without text', { type: 'header' }, '/blocks/0 missing required field: text'],
    [
      'an empty text',
      { type: 'header', text: plain('') },
      '/blocks/0/text/text must be more than 0 characters',
    ],
    [
      'mrkdwn in a header',
      { type: 'header', text: mrkdwn('x') },
      '/blocks/0/text/type unsupported type: mrkdwn',
    ],
    ['an empty section', { type: 'section' }, '/blocks/0 must define either `text` or `fields`'],
    [
      'a misspelt field',
      { type: 'divider', blockid: 'x' },
      '/blocks/0 invalid additional property: blockid',
    ],
    [
      'a button without text',
      actions({ type: 'button' }),
      '/blocks/0/elements/0 missing required field: text',
    ],
    [
      'an unknown button style',
      actions(button({ style: 'loud' })),
      '/blocks/0/elements/0/style must be one of: primary, danger',
    ],
    [
      'a time that is none',
      actions({ type: 'timepicker', initial_time: '24:00' }),
      '/blocks/0/elements/0/initial_time must be a time as HH:mm',
    ],
    [
      'an empty run of rich text',
      richText(quote({ type: 'text', text: '' })),
      '/blocks/0/elements/0/elements/0/text must be more than 0 characters',
    ],
    [
      'an unknown rich text style',
      richText(quote({ type: 'text', text: 'x', style: { loud: true } })),
      '/blocks/0/elements/0/elements/0/style invalid additional property: loud',
    ],
    [
      'a quote in a quote',
      richText(quote(quote())),
      '/blocks/0/elements/0/elements/0/type unsupported type: rich_text_quote',
    ],
    [
      'a text input among actions',
      actions({ type: 'plain_text_input' }),
      '/blocks/0/elements/0/type unsupported type: plain_text_input',
    ],
  ])('refuses %s', (_, block, fault) => {
    expect(faults(block)).toEqual([fault]);
  });

  it('refuses the second of two equal block ids', () => {
    const block = { type: 'divider', block_id: 'same' };
    expect(faults(block, { type: 'divider' }, block)).toEqual([
      '/blocks/2/block_id block_id "same" already exists',
    ]);
  });

  it('lists every fault, each with its place', () => {
    expect(
      faults({ type: 'header', text: plain(x(151)) }, actions(button({ value: x(2_001) }))),
    ).toEqual([
      '/blocks/0/text/text must be less than 151 characters',
      '/blocks/1/elements/0/value must be less than 2001 characters',
    ]);
  });
});

describe('each limit, at its edge', () => {
  const cases: [name: string, limit: number, block: (size: number) => unknown][] = [
    ['header text', LIMITS.headerText, (n) => ({ type: 'header', text: plain(x(n)) })],
    ['section text', LIMITS.sectionText, (n) => ({ type: 'section', text: mrkdwn(x(n)) })],
    [
      'section fields',
      LIMITS.sectionFields,
      (n) => ({ type: 'section', fields: many(n, () => plain('x')) }),
    ],
    ['field text', LIMITS.sectionFieldText, (n) => ({ type: 'section', fields: [plain(x(n))] })],
    [
      'context elements',
      LIMITS.contextElements,
      (n) => ({ type: 'context', elements: many(n, () => plain('x')) }),
    ],
    ['context text', LIMITS.textObject, (n) => ({ type: 'context', elements: [plain(x(n))] })],
    ['actions', LIMITS.actionsElements, (n) => actions(...many(n, () => button()))],
    ['block id', LIMITS.blockId, (n) => ({ type: 'divider', block_id: x(n) })],
    ['action id', LIMITS.actionId, (n) => actions(button({ action_id: x(n) }))],
    ['button text', LIMITS.buttonText, (n) => actions(button({ text: plain(x(n)) }))],
    ['button value', LIMITS.buttonValue, (n) => actions(button({ value: x(n) }))],
    ['button url', LIMITS.buttonUrl, (n) => actions(button({ url: x(n) }))],
    [
      'label for screen readers',
      LIMITS.accessibilityLabel,
      (n) => actions(button({ accessibility_label: x(n) })),
    ],
    ['confirm title', LIMITS.confirmTitle, (n) => confirm({ title: plain(x(n)) })],
    ['confirm text', LIMITS.confirmText, (n) => confirm({ text: plain(x(n)) })],
    ['confirm button', LIMITS.confirmButton, (n) => confirm({ deny: plain(x(n)) })],
    ['option text', LIMITS.optionText, (n) => actions(overflow(option(x(n))))],
    ['option value', LIMITS.optionValue, (n) => actions(overflow(option('x', x(n))))],
    [
      'overflow options',
      LIMITS.overflowOptions,
      (n) => actions({ type: 'overflow', options: many(n, () => option()) }),
    ],
    [
      'checkboxes',
      LIMITS.choiceOptions,
      (n) => actions({ type: 'checkboxes', options: many(n, () => option()) }),
    ],
    [
      'placeholder',
      LIMITS.placeholder,
      (n) => input({ type: 'plain_text_input', placeholder: plain(x(n)) }),
    ],
    [
      'input label',
      LIMITS.inputLabel,
      (n) => input({ type: 'plain_text_input' }, { label: plain(x(n)) }),
    ],
    [
      'input hint',
      LIMITS.inputHint,
      (n) => input({ type: 'plain_text_input' }, { hint: plain(x(n)) }),
    ],
    ['input length', LIMITS.inputLength, (n) => input({ type: 'plain_text_input', max_length: n })],
    ['rows of a table', LIMITS.dataTableRows, (n) => table(...many(n, () => [cell()]))],
    [
      'rows of a page',
      LIMITS.dataTablePage,
      (n) => ({ ...table([cell()], [cell()]), page_size: n }),
    ],
  ];

  it.each(cases)('%s: %i is accepted, one more is not', (_, limit, block) => {
    expect(faults(block(limit))).toEqual([]);
    expect(checkMessage({ blocks: [block(limit + 1)] })).toMatchObject([
      { code: 'invalid_blocks' },
    ]);
  });

  it('blocks of a message, and of a view', () => {
    expect(faults(...dividers(LIMITS.blocksPerMessage))).toEqual([]);
    expect(faults(...dividers(LIMITS.blocksPerMessage + 1))).toEqual([
      '/blocks no more than 50 items allowed',
    ]);
    const home = (n: number) => checkView({ type: 'home', blocks: dividers(n) });
    expect(home(LIMITS.blocksPerView)).toEqual([]);
    expect(home(LIMITS.blocksPerView + 1)).toMatchObject([{ pointer: '/view/blocks' }]);
  });

  it('text of a message', () => {
    expect(checkMessage({ text: x(LIMITS.messageText) })).toEqual([]);
    expect(checkMessage({ text: x(LIMITS.messageText + 1) })).toMatchObject([
      { code: 'msg_too_long' },
    ]);
  });

  it('text of all blocks together, rich text included', () => {
    expect(faults(run(LIMITS.messageBlocksChars - 5), run(5))).toEqual([]);
    expect(checkMessage({ blocks: [run(LIMITS.messageBlocksChars - 5), run(6)] })).toMatchObject([
      { code: 'msg_blocks_too_long', pointer: '/blocks' },
    ]);
  });
});

describe('what a view may hold', () => {
  it('needs a title and blocks, and a submit button where something is entered', () => {
    expect(places(modal())).toEqual([]);
    expect(places({ type: 'modal' })).toEqual([
      '/view missing required field: title',
      '/view missing required field: blocks',
    ]);
    const form = { blocks: [input({ type: 'plain_text_input' })] };
    expect(places(modal(form))).toHaveLength(1);
    expect(places(modal({ ...form, submit: plain('Save') }))).toEqual([]);
  });

  it.each([
    ['title', LIMITS.viewTitle, (n: number) => ({ title: plain(x(n)) })],
    ['submit', LIMITS.viewButton, (n: number) => ({ submit: plain(x(n)) })],
    ['close', LIMITS.viewButton, (n: number) => ({ close: plain(x(n)) })],
    ['private_metadata', LIMITS.privateMetadata, (n: number) => ({ private_metadata: x(n) })],
    ['callback_id', LIMITS.callbackId, (n: number) => ({ callback_id: x(n) })],
  ])('%s: %i is accepted, one more is not', (_, limit, extra) => {
    expect(places(modal(extra(limit)))).toEqual([]);
    expect(places(modal(extra(limit + 1)))).toHaveLength(1);
  });

  it('is at most 250 KB as JSON', () => {
    expect(checkView(heavy(1_200))).toEqual([]);
    expect(checkView(heavy(1_400))).toMatchObject([{ code: 'view_too_large' }]);
  });
});

describe('how length is counted', () => {
  it('counts what escaping adds, once', () => {
    expect(escapedLength('a & b')).toBe(9);
    expect(escapedLength('a &amp; b')).toBe(9);
    expect(escapedLength('<b>')).toBe(9);
    expect(escapedLength('<https://a.example|a>', 'mrkdwn')).toBe(21);
  });

  it('refuses a header that only escaping makes too long', () => {
    expect(faults({ type: 'header', text: plain(`&${x(145)}`) })).toEqual([]);
    expect(faults({ type: 'header', text: plain(`&${x(146)}`) })).toHaveLength(1);
  });

  it('adds up texts at any depth and leaves out ids and values', () => {
    const valued = many(7, () => button({ value: x(LIMITS.buttonValue) }));
    expect(faults(actions(...valued), run(LIMITS.messageBlocksChars - 7 * 4))).toEqual([]);
    expect(faults(actions(...valued), run(LIMITS.messageBlocksChars - 7 * 4 + 1))).toHaveLength(1);
  });
});
