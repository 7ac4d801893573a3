import { describe, expect, it } from 'vitest';
import { comparableAddress } from '../../../../src/corpus/article/address.js';

describe('an address', () => {
  it.each([
    'https://www.example.org/ferries',
    'http://example.org/ferries/',
    'HTTPS://Example.ORG/ferries#comments',
    'https://example.org:443/ferries?utm_source=rss&utm_medium=feed&fbclid=x',
    'www.example.org/ferries//',
    'example.org/ferries',
  ])('is the same whichever way it was written: %s', (address) => {
    expect(comparableAddress(address)).toBe('example.org/ferries');
  });

  it.each([
    ['another path', 'https://example.org/Ferries'],
    ['another story by number', 'https://example.org/ferries?id=2'],
    ['another site', 'https://news.example.org/ferries'],
    ['another port', 'https://example.org:8443/ferries'],
  ])('with %s is another', (_what, address) => {
    expect(comparableAddress(address)).not.toBe('example.org/ferries');
  });

  it('that nobody can read is none', () => {
    expect(comparableAddress('https://')).toBeNull();
  });
});
