import { expect, it } from 'vitest';
import { findFrontMatter } from '../../../../src/corpus/folder/read-contents.js';

it.each([
  ['LF', '---\ntitle: Talks\n---\nThe body.', 'title: Talks\n'],
  ['CRLF', '---\r\ntitle: Talks\r\n---\r\nThe body.', 'title: Talks\r\n'],
  ['lone CR', '---\rtitle: Talks\r---\rThe body.', 'title: Talks\r'],
  ['a byte-order mark', '\uFEFF---\ntitle: Talks\n---\nThe body.', 'title: Talks\n'],
  ['nothing between the lines', '---\n---\nThe body.', ''],
])('is found with %s', (_, text, yaml) => {
  const found = findFrontMatter(text);
  expect(found?.yaml).toBe(yaml);
  expect(text.slice(found?.bodyStart)).toBe('The body.');
});

it('ends at its own closing line and not at a later one', () => {
  expect(findFrontMatter('---\n---\nThe body.\n---\nMore.')?.yaml).toBe('');
});

it.each([
  ['there is none', 'The body.'],
  ['its closing line is missing', '---\ntitle: Talks\nThe body.'],
  ['the dashes stand further down', 'The body.\n---\ntitle: Talks\n---\n'],
])('is not found where %s', (_, text) => {
  expect(findFrontMatter(text)).toBeNull();
});
