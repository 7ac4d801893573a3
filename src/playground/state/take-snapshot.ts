import { isObject } from '../../block-kit/json.js';
import type { AppInfo, SlackMessage, Snapshot, SlackView } from '../protocol.js';
import { microseconds } from './create-ids.js';
import { textOf } from './json.js';
import type { AppManifest } from './starting-state.js';
import type { StoredMessage, StoredView, WorkspaceState } from './workspace-state.js';

/** The channel is theirs to see (public, or they are in it), and the message is for all or for them. */
export function canSee(state: WorkspaceState, person: string, message: StoredMessage): boolean {
  const addressed = message.ephemeralTo === undefined || message.ephemeralTo === person;
  return addressed && channelsOf(state, person).some(({ id }) => id === message.channel);
}

/** The whole workspace as one person sees it; private messages only if they are later than `since`, in microseconds. */
export function takeSnapshot(
  needs: { state: WorkspaceState; manifest: AppManifest } & Pick<
    Snapshot,
    'faults' | 'traffic' | 'now' | 'archive'
  >,
  person: string,
  since = 0,
): Snapshot {
  const { state, manifest, ...rest } = needs;
  const asked = state.people.find(({ id }) => id === person);
  const bot = state.people.find(({ id }) => id === state.app.botUser);
  const channels = channelsOf(state, person);
  const direct = channels.find(({ kind }) => kind === 'direct');
  const home = state.homes[person];
  return {
    person,
    team: state.team,
    app: appInfo(state, manifest, asked?.team !== undefined),
    people: state.people,
    channels: channels.map((one) =>
      one.kind === 'direct' ? { ...one, name: bot?.realName ?? '' } : one,
    ),
    messages: messagesSeenBy(state, person, since),
    home: home ? seenView(home) : null,
    modals: (state.modals[person] ?? []).map(seenView),
    prompts: (direct && state.prompts[direct.id]) ?? { title: '', prompts: manifest.prompts },
    sessions: state.sessions.filter(({ channel }) => channels.some(({ id }) => id === channel)),
    ...rest,
  };
}

/**
 * All messages that a person may see, each with the replies that they see. Private ones are gone when the page is loaded
 * anew: those up to `since` are left out.
 */
export function messagesSeenBy(state: WorkspaceState, person: string, since = 0): SlackMessage[] {
  const channels = new Set(channelsOf(state, person).map(({ id }) => id));
  const seen = state.messages.filter(
    ({ channel, ephemeralTo, ts }) =>
      channels.has(channel) &&
      (ephemeralTo === undefined || (ephemeralTo === person && microseconds(ts) > since)),
  );
  const threads = new Map<string, StoredMessage[]>();
  for (const message of seen)
    if (message.threadTs !== undefined)
      threads.set(message.threadTs, [...(threads.get(message.threadTs) ?? []), message]);
  return seen.map((stored) => {
    const { metadata: _, ...message } = stored;
    const replies = threads.get(message.ts) ?? [];
    const latest = replies.at(-1);
    return {
      ...message,
      replyCount: replies.length,
      replyUsers: [...new Set(replies.map(({ user }) => user))],
      ...(latest && { latestReply: latest.ts }),
    };
  });
}

/** A view reduced to what is shown of it. */
export function seenView({ id, hash, errors, source }: StoredView): SlackView {
  const label = (name: string): string | undefined => {
    const text = source[name];
    return isObject(text) ? textOf(text['text']) : undefined;
  };
  return {
    id,
    type: source.type,
    callbackId: textOf(source['callback_id']),
    title: label('title') ?? '',
    submit: label('submit'),
    close: label('close'),
    blocks: source.blocks,
    hash,
    errors,
  };
}

function channelsOf(state: WorkspaceState, person: string): WorkspaceState['channels'] {
  const asked = state.people.find(({ id }) => id === person);
  const seesPublic = asked !== undefined && !asked.team && !asked.guest;
  return state.channels.filter(
    ({ kind, members }) => (kind === 'public' && seesPublic) || members.includes(person),
  );
}

/** Slack offers the commands and shortcuts of an app to people of its own workspace only. */
function appInfo(state: WorkspaceState, manifest: AppManifest, forOutsider: boolean): AppInfo {
  if (forOutsider) return { ...appInfo(state, manifest, false), commands: [], shortcuts: [] };
  return {
    ...state.app,
    name: manifest.name,
    description: manifest.description,
    homeTab: manifest.homeTab,
    messagesTab: manifest.messagesTab,
    commands: [
      ...manifest.commands.map((one) => ({
        command: one.command,
        description: one.description,
        usageHint: one.usage_hint,
      })),
      {
        command: '/invite',
        description: 'Bring the bot into this channel',
        usageHint: `@${manifest.handle}`,
      },
    ],
    shortcuts: manifest.shortcuts,
  };
}
