import type { Channel, SlackMessage, Person, Snapshot } from '../../../src/playground/protocol.js';

/** A workspace of two people and the bot; only what matters to a test is given. */
export function aSnapshot(change: Partial<Snapshot> = {}): Snapshot {
  return {
    person: 'UMAYA',
    team: { id: 'T1', name: 'The Daily Ledger', domain: 'ledger' },
    app: {
      id: 'A1',
      name: 'Clipdesk',
      description: 'Answers from the clippings',
      botUser: 'UBOT',
      botId: 'B1',
      homeTab: true,
      messagesTab: true,
      commands: [
        { command: '/deport', description: 'Ask the clippings', usageHint: 'panama | help' },
        { command: '/invite', description: 'Bring someone in', usageHint: '@name' },
      ],
      shortcuts: [{ name: 'Find coverage', callbackId: 'find_coverage', description: '' }],
    },
    people: [
      aPerson({ id: 'UMAYA', name: 'maya', realName: 'Maya Chen', tz: 'America/New_York' }),
      aPerson({ id: 'UKENJI', name: 'kenji', realName: 'Kenji Mori', tz: 'Asia/Tokyo' }),
      aPerson({ id: 'UBOT', name: 'clipdesk', realName: 'Clipdesk', isBot: true }),
      aPerson({ id: 'USLACKBOT', name: 'slackbot', realName: 'Slackbot', isBot: true }),
    ],
    channels: [
      aChannel({ id: 'CPOL', name: 'politics', members: ['UMAYA', 'UKENJI', 'UBOT'] }),
      aChannel({ id: 'CWORLD', name: 'world', members: ['UMAYA'] }),
      aChannel({ id: 'DMAYA', name: 'Clipdesk', kind: 'direct', members: ['UMAYA', 'UBOT'] }),
    ],
    messages: [],
    home: null,
    modals: [],
    prompts: { title: '', prompts: [] },
    sessions: [],
    faults: [],
    traffic: [],
    now: 1_700_000_000_000,
    ...change,
  };
}

export function aPerson(change: Partial<Person>): Person {
  return {
    id: 'U1',
    name: 'someone',
    realName: 'Someone',
    title: 'Reporter',
    tz: 'UTC',
    color: '#444444',
    isBot: false,
    ...change,
  };
}

export function aChannel(change: Partial<Channel>): Channel {
  return { id: 'C1', name: 'channel', kind: 'public', topic: '', members: [], ...change };
}

/** `at` is in seconds after the snapshot's clock. */
export function aMessage({
  at = 0,
  ...change
}: Partial<SlackMessage> & { at?: number } = {}): SlackMessage {
  return {
    channel: 'CPOL',
    ts: (1_700_000_000 + at).toFixed(6),
    user: 'UKENJI',
    from: 'person',
    text: 'hello',
    blocks: [],
    edited: false,
    reactions: [],
    replyCount: 0,
    replyUsers: [],
    ...change,
  };
}
