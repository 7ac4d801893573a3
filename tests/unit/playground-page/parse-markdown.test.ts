import { expect, it } from 'vitest';
import { parseMarkdown } from '../../../src/playground/page/text/parse-markdown.js';

const text = (words: string) => ({ kind: 'text', text: words });

it('shows headings, paragraphs, rules and fenced code', () => {
  expect(parseMarkdown('# Title\n\none\ntwo\n\n---\n\n```js\n*as is*\n```')).toEqual([
    { kind: 'heading', level: 1, children: [text('Title')] },
    { kind: 'paragraph', children: [text('one\ntwo')] },
    { kind: 'rule' },
    { kind: 'pre', text: '*as is*' },
  ]);
});

it('shows lists with their depth and numbers', () => {
  expect(parseMarkdown('3. a\n4. b')).toMatchObject([{ kind: 'list', ordered: true, start: 3 }]);
  expect(parseMarkdown('- a\n  - b')).toMatchObject([
    { kind: 'list', ordered: false, items: [{ depth: 0 }, { depth: 1 }] },
  ]);
});

it('shows a table with its head', () => {
  expect(parseMarkdown('| a | b |\n|---|---|\n| 1 | 2 |')).toEqual([
    { kind: 'table', head: [[text('a')], [text('b')]], rows: [[[text('1')], [text('2')]]] },
  ]);
});

it('reads two stars as bold and one as italic, unlike mrkdwn', () => {
  expect(parseMarkdown('**b** and *i*')).toEqual([
    {
      kind: 'paragraph',
      children: [
        { kind: 'bold', children: [text('b')] },
        text(' and '),
        { kind: 'italic', children: [text('i')] },
      ],
    },
  ]);
});

it('shows tags and escaped signs as characters', () => {
  expect(parseMarkdown('<img src=x onerror=alert(1)> \\*not italic\\*')).toEqual([
    { kind: 'paragraph', children: [text('<img src=x onerror=alert(1)> *not italic*')] },
  ]);
});

it('keeps a broadcast in markdown silent', () => {
  expect(parseMarkdown('<!channel>')).toEqual([
    { kind: 'paragraph', children: [text('<!channel>')] },
  ]);
});
