import { expect, it } from 'vitest';
import { tryThese } from '../../../src/playground/page/panes/try-these.js';
import { aSnapshot } from './a-snapshot.js';

it('offers the command under the name it has in this workspace', () => {
  const world = aSnapshot();
  const [command] = world.app.commands;
  world.app.commands = command ? [{ ...command, command: '/clips' }] : [];
  expect(tryThese(world)[0]?.action).toEqual({ do: 'send', text: '/clips panama' });
});

it('offers a mention with a follow-up in its thread', () => {
  expect(tryThese(aSnapshot()).map(({ action }) => action)).toContainEqual({
    do: 'ask-in-thread',
    question: '@clipdesk what did Mexico say?',
    followUp: '@clipdesk and Honduras?',
  });
});
