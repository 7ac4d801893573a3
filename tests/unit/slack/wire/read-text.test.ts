import { describe, expect, it } from 'vitest';
import { readText } from '../../../../src/slack/wire/read-text.js';

describe('what a person typed', () => {
  it.each([
    ['a mention of somebody', 'what did <@U7> ask about panama', 'what did   ask about panama'],
    ['a mention with a name', '<@U7|maya> panama', 'panama'],
    ['a broadcast', '<!here> panama', 'panama'],
    ['a group', 'panama <!subteam^S1|@desk>', 'panama'],
    ['a channel', 'panama <#C1|politics>', 'panama'],
    ['a date of Slack’s', 'panama <!date^1392734382^{date}|18 February>', 'panama'],
    ['a flag', ':flag-pa: panama', 'panama'],
    ['an emoji stuck to a word', 'panama:flag-pa:', 'panama'],
    ['emoji in a row, one with a tone', 'panama :wave::+1::skin-tone-3: :100:', 'panama'],
  ])('%s is no word of the question', (_what, delivered, read) => {
    expect(readText(delivered)).toBe(read);
  });

  it.each([
    ['times and words with colons', 'at 10:30:45 re:panama:deportees', null],
    ['filters', 'tariffs from:cnn since:2025-01', null],
    ['signs inside words', '2*3*4 snake_case_word it`s', null],
    ['signs that stand alone', 'a * b ~ c _ d', null],
    ['a link’s label', 'see <https://a.example|the story>', 'see the story https://a.example'],
    [
      'an address as its own label',
      '<https://www.a.example/x|a.example/x>',
      'https://www.a.example/x',
    ],
    [
      'one that Slack cut',
      '<https://a.example/long/way|a.example/lo…>',
      'https://a.example/long/way',
    ],
    ['a mail address', '<mailto:ana@a.example|ana@a.example>', 'ana@a.example'],
    ['a bare link', '<https://a.example/x>', 'https://a.example/x'],
    ['angle brackets', 'R&amp;D &lt;tariffs&gt;', 'R&D <tariffs>'],
  ])('%s stay as they were', (_what, delivered, read) => {
    expect(readText(delivered)).toBe(read ?? delivered);
  });

  it('pasted with its marks is read without them', () => {
    expect(
      readText('&gt; *Mexico* said _it *would* not_\n&gt;&gt;&gt;~take~ `them`\n```back```'),
    ).toBe('Mexico said it would not\ntake them\n back');
  });

  it('is read at once, however many marks stay open', () => {
    const open = '*a _b ~c `d :e <@f '.repeat(20_000);
    expect(readText(open)).toContain('*a _b ~c `d :e');
  });
});
