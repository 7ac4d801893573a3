import { z } from 'zod';
import type { Channel, Person } from '../protocol.js';
import type { WorkspaceState } from './workspace-state.js';

export const BOT_USER = 'U0CLIPDESK';
export const SLACKBOT = 'USLACKBOT';

/** Five people whose working days never quite meet, a stringer, and somebody of another paper. */
const people: PersonRow[] = [
  ['U0MAYA0001', 'maya', 'Maya Ortiz', 'Border reporter', 'America/Chicago', '#8a3b12'],
  ['U0JONAS002', 'jonas', 'Jonas Weber', 'Foreign editor', 'Europe/Berlin', '#1f5f8b'],
  ['U0PRIYA003', 'priya', 'Priya Nair', 'Data desk', 'Asia/Kolkata', '#6b2d8c'],
  ['U0SAM00004', 'sam', 'Sam Okafor', 'Night editor', 'America/New_York', '#2f6b3a'],
  ['U0LUCIA005', 'lucia', 'Lucía Fernández', 'Fact-checker', 'America/Mexico_City', '#a3265b'],
];

const GUEST: PersonRow = [
  'U0THEO0006',
  'theo',
  'Theo Lindqvist',
  'Stringer',
  'America/Panama',
  '#7a5c00',
];
const OUTSIDER: PersonRow = [
  'U0NOOR0007',
  'noor',
  'Noor Haddad',
  'Reporter',
  'Europe/London',
  '#00695c',
];
const OTHER_TEAM = { id: 'T0HARBOUR1', name: 'The Harbour Post', domain: 'harbour-post' };

/**
 * The newsroom as it stands on the first day: the bot is in #newsroom, #border-desk and the private
 * #investigations, but not in #politics; only three people see the private channel. #canal-pool is shared with another
 * paper. The stringer is a guest and sees #border-desk alone.
 */
export function startingState(manifest: AppManifest): WorkspaceState {
  const ids = people.map(([id]) => id);
  const [guest] = GUEST;
  const [outsider] = OUTSIDER;
  const investigators = ['U0MAYA0001', 'U0SAM00004', 'U0LUCIA005'];
  return {
    version: 1,
    team: { id: 'T0NEWSROOM', name: 'The Newsroom', domain: 'the-newsroom' },
    app: { id: 'A0CLIPDESK', botId: 'B0CLIPDESK', botUser: BOT_USER },
    people: [
      ...people.map((row) => person(row)),
      { ...person(GUEST), guest: true },
      { ...person(OUTSIDER), team: OTHER_TEAM },
      person([BOT_USER, manifest.handle, manifest.name, 'App', 'UTC', '#3d3d3d'], true),
      person([SLACKBOT, 'slackbot', 'Slackbot', '', 'UTC', '#4a154b'], true),
    ],
    channels: [
      channel(['C0NEWSROOM', 'newsroom', 'public', 'The whole desk'], [...ids, BOT_USER]),
      channel(
        ['C0BORDER01', 'border-desk', 'public', 'Migration and the border'],
        [...ids, guest, BOT_USER],
      ),
      channel(['C0POLITICS', 'politics', 'public', 'The bot is not in here yet'], ids),
      channel(
        ['C0INVESTIG', 'investigations', 'private', 'Not for the open plan'],
        [...investigators, BOT_USER],
      ),
      {
        ...channel(
          ['C0CANALPOO', 'canal-pool', 'public', 'The canal, for two papers'],
          ['U0MAYA0001', 'U0JONAS002', outsider, BOT_USER],
        ),
        shared: true,
      },
      ...[...ids, guest].map(direct),
      { ...direct(outsider), shared: true },
    ],
    messages: [],
    homes: {},
    modals: {},
    prompts: {},
    sessions: [],
    lastTs: 0,
  };
}

type PersonRow = [
  id: string,
  name: string,
  realName: string,
  title: string,
  tz: string,
  color: string,
];

function person(row: PersonRow, isBot = false): Person {
  const [id, name, realName, title, tz, color] = row;
  return { id, name, realName, title, tz, color, isBot };
}

type ChannelRow = [id: string, name: string, kind: Channel['kind'], topic: string];

function channel([id, name, kind, topic]: ChannelRow, members: string[]): Channel {
  return { id, name, kind, topic, members };
}

/** What a person and the bot say to one another. */
function direct(id: string): Channel {
  return channel([`D${id.slice(1)}`, '', 'direct', ''], [id, BOT_USER]);
}

const prompt = z.object({ title: z.string(), message: z.string() });
const command = z.object({
  command: z.string(),
  description: z.string(),
  usage_hint: z.string().default(''),
  should_escape: z.boolean().default(false),
});
const shortcut = z.object({
  type: z.string(),
  name: z.string(),
  callback_id: z.string(),
  description: z.string(),
});

/** What the Slack side takes from an app manifest (parsed YAML or JSON). Whether all of it is valid is for Slack's own schema to say. */
const manifestSchema = z.object({
  display_information: z.object({ name: z.string(), description: z.string() }),
  features: z.object({
    bot_user: z.object({ display_name: z.string() }),
    app_home: z.object({ home_tab_enabled: z.boolean(), messages_tab_enabled: z.boolean() }),
    agent_view: z.object({ suggested_prompts: z.array(prompt).default([]) }).optional(),
    slash_commands: z.array(command).default([]),
    shortcuts: z.array(shortcut).default([]),
  }),
  oauth_config: z.object({
    scopes: z.object({
      bot: z.array(z.string()),
      bot_optional: z.array(z.string()).default([]),
    }),
  }),
  settings: z.object({ event_subscriptions: z.object({ bot_events: z.array(z.string()) }) }),
});

export interface AppManifest extends ReturnType<typeof readManifest> {}

/** @throws z.ZodError where something that is needed here is missing */
export function readManifest(manifest: unknown) {
  const { display_information, features, oauth_config, settings } = manifestSchema.parse(manifest);
  const { bot_user, app_home, agent_view, slash_commands, shortcuts } = features;
  const { bot, bot_optional } = oauth_config.scopes;
  const scopes = new Set([...bot, ...bot_optional]);
  // Without the right there are no commands and no shortcuts.
  const isCommanded = scopes.has('commands');
  return {
    ...display_information,
    /** The bot's name for mentions, without spaces. */
    handle: bot_user.display_name.toLowerCase().replaceAll(/\s+/g, '-'),
    commands: isCommanded ? slash_commands : [],
    shortcuts: shortcuts
      .filter(({ type }) => isCommanded && type === 'message')
      .map(({ name, callback_id, description }) => ({
        name,
        callbackId: callback_id,
        description,
      })),
    /** Declared as an agent, so that it may have sessions. */
    isAgent: agent_view !== undefined,
    prompts: agent_view?.suggested_prompts ?? [],
    homeTab: app_home.home_tab_enabled,
    messagesTab: app_home.messages_tab_enabled,
    /** Bot scopes granted, the optional ones too. */
    scopes,
    /** Bot events subscribed to. */
    events: new Set(settings.event_subscriptions.bot_events),
  };
}
