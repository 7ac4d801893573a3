import { type ComponentChild, h, options } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { beforeAll, describe, expect, it } from 'vitest';
import { Blocks } from '../../../src/playground/page/blocks/block-view.js';
import {
  nobody,
  type PageReader,
  ReaderContext,
} from '../../../src/playground/page/text/inline.js';
import { Mrkdwn } from '../../../src/playground/page/text/mrkdwn.js';
import type { Block } from '../../../src/playground/protocol.js';
import { aSnapshot } from './a-snapshot.js';

const { people, channels } = aSnapshot();
const reader: PageReader = {
  ...nobody,
  me: 'UMAYA',
  zone: 'America/New_York',
  now: () => 1_700_000_000_000,
  personById: (id) => people.find((person) => person.id === id),
  channelById: (id) => channels.find((channel) => channel.id === id),
  audience: 3,
};
const render = (children: ComponentChild) =>
  renderToString(h(ReaderContext.Provider, { value: reader, children }));
const show = (text: string) => render(h(Mrkdwn, { text }));
const draw = (...blocks: Block[]) => render(h(Blocks, { blocks }));
/** What a person reads: the text without its tags. */
const read = (html: string) =>
  html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

const hostile =
  '*not bold* _plain_ <!channel> <@UMAYA> <https://x.example|link> <b>tag</b> <script>alert(1)</script> &amp; :eyes: `code`';
const quote = (text: string): Block => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_quote', elements: [{ type: 'text', text }] }],
});

beforeAll(() => {
  Object.assign(options, { errorBoundaries: true });
});

describe('text that is never parsed', () => {
  it('shows a quotation in rich text to the character', () => {
    const html = draw(quote(hostile));
    expect(read(html)).toBe(hostile);
    expect(html).not.toMatch(/<(strong|em|a|script|b|code)\b/);
  });

  it('keeps the spaces and line breaks of a quotation', () => {
    expect(read(draw(quote('  two  spaces\n\nand a line ')))).toBe('  two  spaces\n\nand a line ');
  });

  it('shows plain text of headers, sections and buttons to the character', () => {
    const text = { type: 'plain_text', text: hostile };
    for (const block of [
      { type: 'header', text },
      { type: 'section', text },
      { type: 'actions', block_id: 'b', elements: [{ type: 'button', action_id: 'a', text }] },
    ]) {
      const html = draw(block);
      expect(read(html)).toBe(hostile);
      expect(html).not.toMatch(/<(strong|em|a|script|b|code)\b/);
    }
  });
});

describe('rich text', () => {
  it('sets exactly the marked run in bold', () => {
    const html = draw({
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_section',
          elements: [
            { type: 'text', text: 'to ' },
            { type: 'text', text: 'Panama', style: { bold: true } },
            { type: 'text', text: '.' },
          ],
        },
      ],
    });
    expect(html).toContain('to <strong>Panama</strong>.');
  });

  const inOneLine = (...elements: object[]): Block => ({
    type: 'rich_text',
    elements: [{ type: 'rich_text_section', elements }],
  });

  it('links what has an address of the web, and nothing that a browser would run', () => {
    const link = (url: string): string => draw(inOneLine({ type: 'link', url, text: hostile }));
    expect(link('https://a.example/')).toContain('<a href="https://a.example/"');
    expect(read(link('https://a.example/'))).toBe(hostile);
    expect(link('javascript:alert(1)')).not.toContain('<a ');
  });

  it('tells a moment on the clock of whoever reads it', () => {
    const date = { timestamp: 1_732_500_000, format: '{date_short}, {time}' };
    expect(read(draw(inOneLine({ type: 'date', ...date })))).toBe('Nov 24, 2024, 9:00 PM');
    const { timestamp, format } = date;
    expect(read(show(`<!date^${timestamp}^${format}|then>`))).toBe('Nov 24, 2024, 9:00 PM');
  });

  it('keeps words to copy as they stand, line breaks too', () => {
    const part = {
      type: 'rich_text_preformatted',
      elements: [{ type: 'text', text: '<p>\n  one' }],
    };
    expect(draw({ type: 'rich_text', elements: [part] })).toContain('&lt;p>\n  one</pre>');
  });

  it('names a button for a screen reader as the bot does', () => {
    const text = { type: 'plain_text', text: 'Open' };
    const button = { type: 'button', action_id: 'a', text, accessibility_label: 'Open 3' };
    expect(draw({ type: 'actions', block_id: 'b', elements: [button] })).toContain(
      'aria-label="Open 3"',
    );
  });

  it('names people and channels', () => {
    const html = draw({
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_section',
          elements: [
            { type: 'user', user_id: 'UKENJI' },
            { type: 'channel', channel_id: 'CPOL' },
          ],
        },
      ],
    });
    expect(read(html)).toBe('@Kenji Mori#politics');
  });
});

describe('mrkdwn', () => {
  it('shows marks, mentions and safe links', () => {
    const html = show('*b* <@UKENJI> <https://x.example|there>');
    expect(html).toContain('<strong>b</strong>');
    expect(read(html)).toBe('b @Kenji Mori there');
    expect(html).toContain('href="https://x.example/"');
    expect(html).toContain('rel="noopener noreferrer"');
  });

  it('shouts a broadcast, and says whom it would reach', () => {
    expect(show('<!here> now')).toContain('data-testid="broadcast"');
    expect(show('<!channel>')).toContain('(3 people)');
    expect(show('&lt;!here&gt; now')).not.toContain('data-testid="broadcast"');
  });

  it('shows an emoji by any of its names, and a name that no emoji has as typed', () => {
    expect(read(show(':eyes: :thumbsup: :+1: :flag-pa: :constructor: :our_own:'))).toBe(
      '👀 👍 👍 🇵🇦 :constructor: :our_own:',
    );
  });

  it.each([
    '<javascript:alert(1)|click>',
    '<data:text/html,<script>alert(1)</script>|click>',
    '*<javascript:alert(1)|_click_>*',
    '<https://x.example" onmouseover="alert(1)|click>',
    '<img src=x onerror=alert(1)>',
  ])('makes nothing that runs of %j', (text) => {
    const html = show(text);
    expect(html).not.toMatch(/href="(?:javascript|data)/i);
    expect(html).not.toMatch(/<(?:script|img)\b/);
    expect(html).not.toMatch(/<[^>]*"\s+on\w+=/);
  });
});

describe('what the page cannot draw', () => {
  it('shows an unknown block as a box with its JSON', () => {
    const html = draw({ type: 'video', block_id: 'v', title: '<b>x</b>' });
    expect(html).toContain('data-testid="unknown-block"');
    expect(read(html)).toContain('"title": "<b>x</b>"');
  });

  it('shows a malformed block as its JSON, and the blocks around it as usual', () => {
    const text = { type: 'plain_text', text: 'still here' };
    const html = draw({ type: 'context' }, { type: 'header', text });
    expect(html).toContain('data-testid="unknown-block"');
    expect(read(html)).toContain('still here');
  });

  it('shows an unknown element, part or piece as its JSON beside the known ones', () => {
    const text = { type: 'plain_text', text: 'still here' };
    const button = { type: 'button', action_id: 'a', text };
    const menu = { type: 'overflow', action_id: 'o', options: [] };
    const row = draw({ type: 'actions', block_id: 'b', elements: [menu, button] });
    expect(row).toContain('data-testid="unknown-element"');
    expect(read(row)).toContain('"type": "overflow"');
    const field = { type: 'input', block_id: 'i', label: text, element: { type: 'datepicker' } };
    expect(read(draw(field))).toContain('"type": "datepicker"');
    const emoji = { type: 'rich_text_section', elements: [{ type: 'emoji', name: 'eyes' }] };
    const list = { type: 'rich_text_list', elements: [] };
    const rich = read(draw({ type: 'rich_text', elements: [emoji, list] }));
    expect(rich).toContain('{"type":"emoji","name":"eyes"}');
    expect(rich).toContain('"type": "rich_text_list"');
    for (const html of [row, draw(field)]) expect(read(html)).toContain('still here');
  });

  it('takes a block named like a property of all objects for unknown', () => {
    expect(draw({ type: 'constructor' })).toContain('data-testid="unknown-block"');
  });
});

it('gives each block and button a name that a test can find', () => {
  const button = {
    type: 'button',
    action_id: 'share',
    text: { type: 'plain_text', text: 'Share' },
  };
  const html = draw({ type: 'actions', block_id: 'row', elements: [button] });
  expect(html).toMatch(/data-testid="block"[^>]*data-block-id="row"/);
  expect(html).toMatch(/data-testid="button"[^>]*data-action-id="share"/);
});

it('ties a field to its label, its hint and the reason it was refused', () => {
  const html = draw({
    type: 'input',
    block_id: 'b',
    label: { type: 'plain_text', text: 'Topic' },
    hint: { type: 'plain_text', text: 'Empty: everything.' },
    element: { type: 'plain_text_input', action_id: 'a' },
  });
  expect(html).toContain('aria-labelledby="still-b-label"');
  expect(html).toContain('aria-describedby="still-b-hint"');
});

it('shows what a field holds until somebody touches it', () => {
  const text = { type: 'plain_text', text: 'A' };
  const choices = ['a', 'b'].map((value) => ({ text, value }));
  const form = (element: object) => draw({ type: 'input', block_id: 'b', label: text, element });
  const chosen = (html: string) => [...html.matchAll(/value="(\w)" checked/g)].map(([, v]) => v);
  const radio = {
    type: 'radio_buttons',
    action_id: 'x',
    options: choices,
    initial_option: choices[1],
  };
  expect(chosen(form(radio))).toEqual(['b']);
  const boxes = { type: 'checkboxes', action_id: 'x', options: choices };
  expect(chosen(form({ ...boxes, initial_options: choices }))).toEqual(['a', 'b']);
  expect(chosen(form(boxes))).toEqual([]);
  expect(form({ type: 'timepicker', action_id: 'x', initial_time: '08:00' })).toContain(
    'type="time" value="08:00"',
  );
  const line = { type: 'plain_text_input', action_id: 'x' };
  expect(form({ ...line, initial_value: 'UTC' })).toContain('value="UTC"');
  expect(form(line)).toMatch(/ value(="")? /);
});
