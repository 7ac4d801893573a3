import { describe, expect, it } from 'vitest';
import { MessageError, readMessage } from '../../../../src/slack/wire/read-message.js';

const identity = {
  botId: 'B1',
  botUserId: 'U0BOT',
  handle: 'clipdesk',
  team: 'Test',
  teamId: 'T1',
  missingScopes: [],
};
const read = (message: object): string => readMessage({ ...message }, identity);
const rich = (...elements: object[]): object => ({ blocks: [{ type: 'rich_text', elements }] });
const run = (text: string, style?: object): object => ({ type: 'text', text, style });

describe('the words of a message', () => {
  it('are taken from its runs of text, as typed, whatever their style', () => {
    const message = rich({
      type: 'rich_text_section',
      elements: [run('She said '), run('we would *not*', { bold: true }), run(' & left <now>')],
    });
    expect(read({ ...message, text: 'She said *we would *not** &amp; left &lt;now&gt;' })).toBe(
      'She said we would *not* & left <now>',
    );
  });

  it('keep the lines of quotations and lists apart', () => {
    const section = (text: string): object => ({
      type: 'rich_text_section',
      elements: [run(text)],
    });
    expect(
      read(
        rich(
          section('Check:'),
          { type: 'rich_text_quote', elements: [run('We would be incapable of it')] },
          { type: 'rich_text_list', style: 'bullet', elements: [section('one'), section('two')] },
        ),
      ),
    ).toBe('Check:\nWe would be incapable of it\none\ntwo');
  });

  it('leave out mentions and emoji, and show links as they are shown', () => {
    const elements = [
      { type: 'user', user_id: 'U1' },
      run('see '),
      { type: 'link', url: 'https://a.example', text: 'this story' },
      run(' '),
      { type: 'link', url: 'https://b.example/x' },
      { type: 'emoji', name: 'fire' },
    ];
    expect(read(rich({ type: 'rich_text_section', elements }))).toBe(
      'see this story https://b.example/x',
    );
  });

  it('without such runs are read back from Slack’s markup', () => {
    const text =
      '<@U1> <!here> asked:\n&gt; R&amp;D &lt;tariffs&gt;\n&gt;see <https://a.example|the story>';
    expect(read({ text })).toBe('asked:\nR&D <tariffs>\nsee the story');
  });

  it.each([
    ['nothing', {}],
    ['an empty text', { text: '' }],
    ['signs only', { text: ':/ … !!' }],
    ['blocks of no use', { blocks: [null, 7, { type: 'rich_text', elements: [[], 'x'] }] }],
  ])('%s: a reason instead', (_what, message) => {
    expect(() => read(message)).toThrow(MessageError);
    expect(() => read(message)).toThrow(/no words to look for/);
  });

  it('of the bot itself are not read', () => {
    expect(() => read({ text: 'panama', bot_id: 'B1' })).toThrow(/from me/);
    expect(() => read({ text: 'panama', user: 'U0BOT' })).toThrow(/from me/);
    expect(read({ text: 'panama', bot_id: 'B2' })).toBe('panama');
  });

  it('nested without end are read as far as anybody writes', () => {
    let element: object = run('deep');
    for (let depth = 0; depth < 50_000; depth += 1)
      element = { type: 'rich_text_section', elements: [element] };
    expect(() => read(rich(element))).toThrow(MessageError);
  });
});
