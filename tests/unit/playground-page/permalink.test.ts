import { expect, it } from 'vitest';
import { readPermalink } from '../../../src/playground/page/page.js';

it('finds the message that a permalink names', () => {
  const base = 'http://127.0.0.1:3000';
  expect(readPermalink(new URL(`${base}/archives/C1/p1700000000000100`))).toEqual({
    channel: 'C1',
    ts: '1700000000.000100',
    threadTs: null,
  });
  expect(
    readPermalink(new URL(`${base}/archives/C1/p1700000000000100?thread_ts=1600000000.000200`)),
  ).toMatchObject({ threadTs: '1600000000.000200' });
  expect(readPermalink(new URL(`${base}/`))).toBeNull();
  expect(readPermalink(new URL(`${base}/archives/C1/pxyz`))).toBeNull();
});
