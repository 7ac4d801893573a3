import { expect, it } from 'vitest';
import { hereMessage } from '../../../../src/slack/messages/here-messages.js';
import { readBlocks } from '../../../support/wire.js';

it.each([
  ['U1', /Opened by /],
  [null, /Opened (?!by)/],
])('a channel that %s opened says when, and who where that is known', (by, said) => {
  const { blocks } = hereMessage({
    opened: { by, at: new Date('2025-06-01T12:00:00Z') },
    onlyAdmins: false,
    followUps: false,
    bar: null,
    admins: [],
    command: '/deport',
  });
  expect(readBlocks(blocks)).toMatch(said);
  expect(JSON.stringify(blocks)).not.toContain('null');
});
