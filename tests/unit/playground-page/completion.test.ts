import { describe, expect, it } from 'vitest';
import {
  complete,
  completionAt,
  usageOf,
  type KnownWords,
} from '../../../src/playground/page/panes/completion.js';
import { aSnapshot } from './a-snapshot.js';

const { app, people, channels } = aSnapshot();
const words: KnownWords = { commands: app.commands, people, channels, inThread: false };
const offered = (text: string, caret = text.length, vocabulary = words) =>
  completionAt(text, caret, vocabulary)?.items.map((item) => item.insert) ?? [];

describe('what the composer offers', () => {
  it('offers the commands after a slash that begins the text', () => {
    expect(offered('/')).toEqual(['/deport', '/invite']);
    expect(offered('/de')).toEqual(['/deport']);
    expect(offered('either/or')).toEqual([]);
    expect(offered('/deport panama')).toEqual([]);
  });

  it('offers no command in a thread, where Slack has none', () => {
    expect(offered('/', 1, { ...words, inThread: true })).toEqual([]);
  });

  it('offers people by any of their names, the bot first', () => {
    expect(offered('@')).toEqual(['@clipdesk', '@maya', '@kenji']);
    expect(offered('ask @mo')).toEqual(['@kenji']);
    expect(offered('@CHEN')).toEqual(['@maya']);
  });

  it('offers nobody in the middle of an address', () => {
    expect(offered('desk@ma')).toEqual([]);
  });

  it('offers emoji after a colon and two letters, but not in a time or an address', () => {
    expect(offered('from :flag-pa')).toEqual([':flag-pa:']);
    expect(offered('from :f')).toEqual([]);
    expect(offered('at 10:30')).toEqual([]);
    expect(offered('https://ex')).toEqual([]);
  });

  it('offers channels but no direct messages', () => {
    expect(offered('see #')).toEqual(['#politics', '#world']);
    expect(offered('see #wo')).toEqual(['#world']);
  });

  it('goes by the caret, not by the end of the text', () => {
    expect(offered('@ma said so', 3)).toEqual(['@maya']);
  });

  it('stops offering what is typed already, so that Enter sends', () => {
    expect(offered('/deport')).toEqual([]);
    expect(offered('thanks @maya')).toEqual([]);
  });
});

describe('a completion that was taken', () => {
  it('stands with one space after it and leaves the rest alone', () => {
    const found = completionAt('hi @ma please', 6, words);
    const item = found?.items[0];
    expect(found && item && complete('hi @ma please', 6, found, item)).toEqual({
      text: 'hi @maya please',
      caret: 9,
    });
  });
});

it('reminds of a command’s usage while it is typed', () => {
  expect(usageOf('/deport pan', app.commands)).toBe('/deport panama | help');
  expect(usageOf('/deport', app.commands)).toBe('');
  expect(usageOf('hello', app.commands)).toBe('');
});
