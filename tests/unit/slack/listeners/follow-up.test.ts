import { describe, expect, it } from 'vitest';
import { asksNobody } from '../../../../src/slack/listeners/follow-up.js';

describe('words in a thread', () => {
  it.each([
    'and honduras?',
    'What did Sheinbaum say about it?',
    'when was that? ',
    'what do we have on honduras?',
    'Have we ever reported that?',
    '(and the tariffs?)',
    '¿y México?',
    'who said “we would be ready”?',
  ])('are a question to the archive: %s', (text) => {
    expect(asksNobody(text)).toBe(true);
  });

  it.each([
    ['names a person', '<@U7> and honduras?'],
    ['names a group', 'and honduras, <!subteam^S1|@desk>?'],
    ['calls everybody', '<!here> honduras?'],
    ['names somebody in plain words', '@jonas and honduras?'],
    ['speaks to a colleague', 'can you call the ministry?'],
    ['speaks for the desk', 'shall we run it?'],
    ['asks the others', 'does anyone know the minister?'],
    ['asks nothing', 'honduras it is'],
    ['is a sign only', '??'],
    ['asks in the middle of much else', `why? ${'because the minister said so. '.repeat(12)}?`],
  ])('that %s are for people', (_what, text) => {
    expect(asksNobody(text)).toBe(false);
  });
});
