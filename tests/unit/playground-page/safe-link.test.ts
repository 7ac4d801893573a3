import { expect, it } from 'vitest';
import { safeLink } from '../../../src/playground/page/text/inline.js';

it('lets a person follow http, https and mailto', () => {
  expect(safeLink('https://example.org/a?b=c')).toBe('https://example.org/a?b=c');
  expect(safeLink('http://example.org')).toBe('http://example.org/');
  expect(safeLink('mailto:desk@example.org')).toBe('mailto:desk@example.org');
});

it.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'file:///etc/passwd',
  '//example.org',
  '/archives/C1/p1',
  'https://',
  '',
])('gives no link for %j', (address) => {
  expect(safeLink(address)).toBeNull();
});
