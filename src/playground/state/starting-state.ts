import type { AppManifest } from './read-manifest.js';
import type { Channel, Person } from '../protocol.js';
import type { WorkspaceState } from './workspace-state.js';

export const BOT_USER = 'U0CLIPDESK';
export const SLACKBOT = 'USLACKBOT';

/** Five people whose working days never quite meet. */
const people: Person[] = [
  person('U0MAYA0001', 'maya', 'Maya Ortiz', 'Border reporter', 'America/Chicago', '#8a3b12'),
  person('U0JONAS002', 'jonas', 'Jonas Weber', 'Foreign editor', 'Europe/Berlin', '#1f5f8b'),
  person('U0PRIYA003', 'priya', 'Priya Nair', 'Data desk', 'Asia/Kolkata', '#6b2d8c'),
  person('U0SAM00004', 'sam', 'Sam Okafor', 'Night editor', 'America/New_York', '#2f6b3a'),
  person(
    'U0LUCIA005',
    'lucia',
    'Lucía Fernández',
    'Fact-checker',
    'America/Mexico_City',
    '#a3265b',
  ),
];

/**
 * The newsroom as it stands on the first day: the bot is in #newsroom, #border-desk and the private
 * #investigations, but not in #politics; only three people see the private channel.
 */
export function startingState(manifest: AppManifest): WorkspaceState {
  const ids = people.map((one) => one.id);
  const investigators = ['U0MAYA0001', 'U0SAM00004', 'U0LUCIA005'];
  return {
    version: 1,
    team: { id: 'T0NEWSROOM', name: 'The Newsroom', domain: 'the-newsroom' },
    app: { id: 'A0CLIPDESK', botId: 'B0CLIPDESK', botUser: BOT_USER },
    people: [
      ...people,
      { ...person(BOT_USER, manifest.handle, manifest.name, 'App', 'UTC', '#3d3d3d'), isBot: true },
      { ...person(SLACKBOT, 'slackbot', 'Slackbot', '', 'UTC', '#4a154b'), isBot: true },
    ],
    channels: [
      channel('C0NEWSROOM', 'newsroom', 'public', 'The whole desk', [...ids, BOT_USER]),
      channel('C0BORDER01', 'border-desk', 'public', 'Migration and the border', [
        ...ids,
        BOT_USER,
      ]),
      channel('C0POLITICS', 'politics', 'public', 'The bot is not in here yet', ids),
      channel('C0INVESTIG', 'investigations', 'private', 'Not for the open plan', [
        ...investigators,
        BOT_USER,
      ]),
      ...people.map((one) => channel(`D${one.id.slice(1)}`, '', 'direct', '', [one.id, BOT_USER])),
    ],
    messages: [],
    homes: {},
    modals: {},
    prompts: {},
    lastTs: 0,
  };
}

function person(
  id: string,
  name: string,
  realName: string,
  title: string,
  tz: string,
  color: string,
): Person {
  return { id, name, realName, title, tz, color, isBot: false };
}

function channel(
  id: string,
  name: string,
  kind: Channel['kind'],
  topic: string,
  members: string[],
): Channel {
  return { id, name, kind, topic, members };
}
