import { z } from 'zod';

/** Who a payload of Slack's says has done something, and where; `null` for what it does not say. */
export interface Caller {
  /** `null` for a workflow or another bot. */
  readonly user: string | null;
  readonly isBot: boolean;
  /** The organisations that the person, or the workflow, is said to be of. */
  readonly teams: readonly string[];
  /** The organisation that Slack sent the payload for, which may be another than the person's. */
  readonly sentFor: string | null;
  /** Absent for what is done in a tab or a form. */
  readonly channel: string | null;
  /** The thread that the bot was addressed in; one that a message may only start is none yet. */
  readonly thread: string | undefined;
  /** Whether the channel is shared with another organisation. */
  readonly isShared: boolean | null;
  /** What was written, as Slack delivers it. */
  readonly text: string;
}

const id = z.string().min(1).nullish().catch(null);
const flag = z.boolean().nullish().catch(null);
const named = z.object({ id }).nullish().catch(null);

/** A message carries who wrote it, and an edit carries the message. */
const written = z.looseObject({
  user: id,
  bot_id: id,
  bot_profile: z.object({ team_id: id }).nullish().catch(null),
  user_team: id,
  source_team: id,
  team: id,
  text: id,
});

const payload = z.looseObject({
  team_id: id,
  is_ext_shared_channel: flag,
  event: written
    .extend({ channel: id, thread_ts: id, message: written.nullish().catch(null) })
    .nullish()
    .catch(null),
  // A slash command has its fields at the top; a press, a shortcut and a form have objects.
  user_id: id,
  channel_id: id,
  text: id,
  user: z.object({ id, team_id: id }).nullish().catch(null),
  team: named,
  channel: named,
  container: z.looseObject({ channel_id: id, thread_ts: id }).nullish().catch(null),
});

/** Reads any payload that Slack sends; what has an unexpected form counts as not said. */
export function readCaller(body: unknown): Caller {
  const { event, ...sent } = payload.parse(body);
  if (!event)
    return {
      user: sent.user?.id ?? sent.user_id ?? null,
      isBot: false,
      // Commands do not reach people of other organisations: a command's team is the person's.
      teams: stated([sent.user?.team_id, sent.user_id ? sent.team_id : null]),
      sentFor: sent.team?.id ?? sent.team_id ?? null,
      channel: sent.channel?.id ?? sent.container?.channel_id ?? sent.channel_id ?? null,
      thread: sent.container?.thread_ts ?? undefined,
      isShared: null,
      text: sent.text ?? '',
    };
  const by = event.message ?? event;
  const isShared = sent.is_ext_shared_channel ?? null;
  const own = stated([by.user_team, by.source_team, by.bot_profile?.team_id]);
  return {
    user: by.user ?? null,
    isBot: Boolean(by.bot_id),
    // In a shared channel `team` alone may be the channel's.
    teams: own.length > 0 || isShared === true ? own : stated([by.team]),
    sentFor: by.team ?? sent.team_id ?? null,
    channel: event.channel ?? null,
    thread: event.thread_ts ?? undefined,
    isShared,
    text: by.text ?? '',
  };
}

function stated(teams: readonly (string | null | undefined)[]): string[] {
  return teams.filter((team) => typeof team === 'string');
}
