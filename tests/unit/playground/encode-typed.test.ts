import { describe, expect, it } from 'vitest';
import { encodeTyped } from '../../../src/playground/people/encode-typed.js';
import { readManifest, startingState } from '../../../src/playground/state/starting-state.js';
import { testManifest } from './support/test-manifest.js';

const state = startingState(readManifest(testManifest()));

describe('what Slack makes of typed text', () => {
  it.each([
    ['AT&T <b> "x"', 'AT&amp;T &lt;b&gt; "x"'],
    ['@clipdesk panama', '<@U0CLIPDESK> panama'],
    ['ask @Maya, or (@sam).', 'ask <@U0MAYA0001>, or (<@U0SAM00004>).'],
    ['@nobody and me@maya.example', '@nobody and me@maya.example'],
    ['see #border-desk.', 'see <#C0BORDER01>.'],
    ['#1 of #nothing', '#1 of #nothing'],
    ['@here look', '<!here> look'],
    ['read https://a.example/b?c=1&d=2.', 'read <https://a.example/b?c=1&amp;d=2>.'],
    ['<@U0MAYA0001> <!channel>', '&lt;@U0MAYA0001&gt; &lt;!channel&gt;'],
  ])('%s', (typed, sent) => {
    expect(encodeTyped(state, typed)).toBe(sent);
  });
});
