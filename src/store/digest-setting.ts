import type { Channel } from './channel.js';

/** 1 is Monday and 7 is Sunday, as ISO 8601 counts them. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** On a day without news: one dated passage of the archive, a note that there is none, or no message at all. */
export type QuietDay = 'archive' | 'note' | 'skip';

/** What the people of a channel choose for their digest. */
export interface DigestChoice {
  /** `HH:MM`, 00:00 to 23:59, on the clocks of `zone`. */
  readonly time: string;
  /** IANA name, such as `America/New_York`. */
  readonly zone: string;
  /** In order, without repeats; never empty. */
  readonly days: readonly Weekday[];
  /** A question that news must answer to be in this digest; `null` takes all. */
  readonly topic: string | null;
  readonly quiet: QuietDay;
}

/** `paused` and `off` send nothing; what was sent before is remembered through both. */
export type DigestState = 'on' | 'paused' | 'off';

export interface DigestSetting extends Channel, DigestChoice {
  readonly state: DigestState;
  /** Slack's error code when the bot paused it itself, such as `is_archived`; `null` when a person did. */
  readonly pausedBy: string | null;
  /** The person who changed it last, told when it cannot be delivered; and when. */
  readonly changedBy: string;
  readonly changedAt: Date;
  /** When time, zone or days were changed, or it was switched on: what was due before then is not sent. */
  readonly runsFrom: Date;
  /** The local date, `YYYY-MM-DD`, of the last digest that was sent or left out as quiet; `null` before the first. */
  readonly lastDay: string | null;
  /** When that was; `null` before the first. */
  readonly lastAt: Date | null;
  /** The archive as the last digest knew it; `null` before the first. See {@link Sightings}. */
  readonly seenUpTo: number | null;
}

export interface DigestSettings {
  get(channel: Channel): Promise<DigestSetting | null>;
  /** Of the team, or of all; in the order of team and channel, the ones that are off included. */
  list(team?: string): Promise<readonly DigestSetting[]>;
  /** Makes or changes a channel's setting, and gives it back; what was sent before stays remembered. */
  save(
    setting: Channel &
      DigestChoice &
      Pick<DigestSetting, 'state' | 'pausedBy' | 'changedBy' | 'changedAt' | 'runsFrom'>,
  ): Promise<DigestSetting>;
  /** Pauses after a permanent error, unless somebody changed the setting since `changedAt`. */
  pause(channel: Channel, changedAt: Date, because: string): Promise<boolean>;
}
