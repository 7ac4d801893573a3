import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type Scope, SCOPES } from '../../src/slack/wire/check-token.js';
import { startPlaygroundBot, type PlaygroundBot } from '../support/playground-bot.js';
import { readBlocks } from '../support/wire.js';

const PATIENCE = { timeout: 15_000 };
const MAYA = 'U0MAYA0001';

/** What somebody does, and what they see of it with the right and without. */
interface Case {
  readonly does: (bot: PlaygroundBot) => Promise<unknown>;
  readonly granted: RegExp;
  /** `null`: nothing, and the log said at start why. */
  readonly lacking: RegExp | null;
  readonly sees?: (bot: PlaygroundBot) => string;
}

/** All that Maya sees the bot say. */
function said({ workspace }: PlaygroundBot): string {
  return workspace
    .seenBy('maya')
    .messages.filter(({ from }) => from === 'bot')
    .map(({ text, blocks }) => `${text}\n${readBlocks(blocks)}`)
    .join('\n');
}

const say =
  (channel: string, text: string) =>
  ({ workspace }: PlaygroundBot) =>
    workspace.say('maya', channel, text);

const OTHERS = { granted: /No people of other organisations/, lacking: /I cannot tell whether/ };

const CASES: Record<Scope['scope'], Case> = {
  'app_mentions:read': {
    does: say('newsroom', '@clipdesk panama'),
    granted: /“panama”: /,
    lacking: null,
  },
  'assistant:write': {
    does: ({ workspace }) => workspace.do({ kind: 'open-home', person: MAYA, tab: 'messages' }),
    sees: ({ workspace }) => JSON.stringify(workspace.snapshot(MAYA)?.prompts.prompts),
    granted: /What do we have on/,
    // What the manifest offers is there none the less.
    lacking: /What can I ask/,
  },
  'channels:history': {
    does: say('newsroom', '/deport here follow-ups on'),
    granted: /has me answer follow-ups here/,
    lacking: /not hear what is said in threads of public channels: the scope channels:history/,
  },
  'channels:read': { does: say('newsroom', '/deport here'), ...OTHERS },
  'chat:write': {
    does: say('newsroom', '@clipdesk bahamas'),
    granted: /“bahamas”: /,
    lacking: null,
  },
  commands: { does: say('newsroom', '/deport honduras'), granted: /“honduras”: /, lacking: null },
  'groups:history': {
    does: say('investigations', '/deport here follow-ups on'),
    granted: /has me answer follow-ups here/,
    lacking: /not hear what is said in threads of private channels: the scope groups:history/,
  },
  'groups:read': { does: say('investigations', '/deport here'), ...OTHERS },
  'im:history': { does: say('maya', 'guatemala'), granted: /“guatemala”: /, lacking: null },
  'users:read': {
    does: say('newsroom', '/deport digest 8:30 daily'),
    granted: /America\/Chicago/,
    lacking: /08:30 every day, time of UTC/,
  },
};

/** Once Sam has had two answers of the kinds that are left, Maya would have had hers. */
async function settle({ workspace }: PlaygroundBot, without: string): Promise<void> {
  const ways =
    without === 'commands'
      ? ['@clipdesk help', '@clipdesk help']
      : ['/deport help', '/deport help'];
  for (const way of ways) {
    await workspace.say('sam', 'border-desk', way);
    await workspace.nextMessage({ ephemeralTo: 'sam' });
  }
}

function nothingOf({ source }: RegExp): RegExp {
  return new RegExp(`^(?![^]*${source})`);
}

describe('a right that the app is given', () => {
  let bot: PlaygroundBot;
  beforeAll(async () => {
    bot = await startPlaygroundBot({ agent: true });
  });
  afterAll(() => bot.close());

  it.each(SCOPES.map(({ scope }) => scope))('%s does what it is asked for', async (scope) => {
    const { does, granted, sees = said } = CASES[scope];
    await does(bot);
    await expect.poll(() => sees(bot), PATIENCE).toMatch(granted);
  });
});

describe('without a right', () => {
  it.each(SCOPES)('$scope: $without', async ({ scope }) => {
    const bot = await startPlaygroundBot({ agent: true, without: [scope] });
    onTestFinished(() => bot.close());
    const { does, granted, lacking, sees = said } = CASES[scope];
    await does(bot);
    await settle(bot, scope);
    await expect.poll(() => sees(bot), PATIENCE).toMatch(lacking ?? nothingOf(granted));
  });

  it('to hear any channel, follow-ups are not switched on, and that is said', async () => {
    const bot = await startPlaygroundBot({ without: ['channels:history', 'groups:history'] });
    onTestFinished(() => bot.close());
    const { workspace } = bot;
    await workspace.say('maya', 'newsroom', '/deport here follow-ups on');
    const { blocks } = await workspace.nextMessage({ ephemeralTo: 'maya' });
    expect(readBlocks(blocks)).toContain('so nothing was changed');
    await workspace.say('maya', 'newsroom', '/deport here');
    const state = await workspace.nextMessage({ ephemeralTo: 'maya' });
    expect(readBlocks(state.blocks)).toContain('In a thread, each question needs a mention of me.');
  });
});
