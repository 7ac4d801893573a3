import type { webApi } from '@slack/bolt';
import type { ChannelSettings } from '../store/store.js';
import type { Bar } from './messages/wording.js';
import { answeredCode } from './wire/post-error.js';
import type { Caller } from './wire/read-caller.js';

/** Who may read the archive, and who may change what is set in a channel. */
export interface Access {
  /** User ids. */
  readonly admins: readonly string[];
  /**
   * Whether this is somebody of another organisation. Slack is asked where the payload does not say; where it does not
   * answer either, the organisation counts that the payload was sent for.
   */
  isOutsider(caller: Pick<Caller, 'user' | 'teams' | 'sentFor'>): Promise<boolean>;
  /** Whether somebody of the house has opened the channel to other organisations. */
  isOpen(channel: string): Promise<boolean>;
  /**
   * What keeps words of the archive from being posted there, `null` for nothing: a direct message with the bot, a channel
   * of the house alone, and one that was opened are free. `isShared` is what is known already.
   * @throws Slack's error, when it cannot be asked at the moment
   */
  barred(channel: string, isShared?: boolean | null): Promise<Bar | null>;
  /** Whether this person of the house may change the digest, the corrections and others' watches of the channel. */
  mayChange(channel: string, user: string): Promise<boolean>;
}

/** How long what Slack says of a person is believed, in milliseconds. */
const BELIEVED_MS = 60 * 60_000;
/** So many people are remembered; then all are asked for anew. */
const PEOPLE = 5_000;

export function createAccess(needs: {
  readonly channels: ChannelSettings;
  /** One that gives up at once: what waits for it is a person, or a delivery that tries again itself. */
  readonly client: webApi.WebClient;
  /** The id of the bot's own organisation. */
  readonly team: string;
  readonly admins: readonly string[];
  readonly now: () => Date;
}): Access {
  const { channels, client, team, admins, now } = needs;
  const people = new Map<string, { readonly isOutsider: Promise<boolean | null>; until: number }>();

  /** `null` where Slack does not answer; then it is asked again the next time. */
  function askAbout(user: string): Promise<boolean | null> {
    const known = people.get(user);
    if (known && known.until > now().getTime()) return known.isOutsider;
    const isOutsider = client.users.info({ user }).then(
      ({ user: person }) =>
        person ? person.is_stranger === true || (person.team_id ?? team) !== team : null,
      () => null,
    );
    if (people.size >= PEOPLE) people.clear();
    people.set(user, { isOutsider, until: now().getTime() + BELIEVED_MS });
    void isOutsider.then((answer) => answer ?? people.delete(user));
    return isOutsider;
  }

  async function isOpen(channel: string): Promise<boolean> {
    return (await channels.get({ team, channel })).opened !== null;
  }

  return {
    admins,
    isOpen,

    async isOutsider({ user, teams, sentFor }) {
      if (teams.length > 0) return teams.some((one) => one !== team);
      const answer = user === null ? null : await askAbout(user);
      return answer ?? sentFor !== team;
    },

    async barred(channel, isShared = null) {
      if (isDirect(channel) || isShared === false || (await isOpen(channel))) return null;
      return isShared ? 'shared_channel' : askWhetherShared(client, channel);
    },

    async mayChange(channel, user) {
      if (admins.includes(user)) return true;
      return !(await channels.get({ team, channel })).onlyAdmins;
    },
  };
}

/** A direct message, which a person's id stands for too. */
export function isDirect(channel: string): boolean {
  return /^[DUW]/.test(channel);
}

async function askWhetherShared(client: webApi.WebClient, channel: string): Promise<Bar | null> {
  try {
    const answer = await client.conversations.info({ channel });
    const isShared = answer.channel?.is_ext_shared;
    if (isShared === undefined) return 'maybe_shared';
    return isShared ? 'shared_channel' : null;
  } catch (error) {
    const code = answeredCode(error);
    if (code === 'missing_scope') return 'maybe_shared';
    if (code === 'channel_not_found') return code;
    throw error;
  }
}
