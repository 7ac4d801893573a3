import type { Channel } from '../store/channel.js';
import type { DigestChoice, DigestSetting, DigestState } from '../store/digest-setting.js';
import type { Digest } from './digest.js';

/** A channel's setting, and when its next digest is due; `null` while it is paused or off. */
export interface DigestPlan {
  readonly setting: DigestSetting;
  readonly next: Date | null;
}

/** What the people of a channel do with their digest. */
export interface DigestDesk {
  /** `null` where nobody has set one up. */
  plan(channel: Channel): Promise<DigestPlan | null>;
  /** What a form is filled in with: the channel's choice, or what a first one would be. */
  offer(channel: Channel, zone: string | null): Promise<DigestChoice>;
  plans(team: string): Promise<readonly DigestPlan[]>;
  /**
   * Changes what is given and keeps the rest; a first setting takes 08:00 on weekdays for what is not given.
   * @param zone the person's own, for a first setting; else that of the configuration
   */
  change(
    channel: Channel,
    change: Partial<DigestChoice> & { readonly state?: DigestState },
    by: { readonly user: string; readonly zone: string | null },
  ): Promise<DigestPlan>;
  /** What would be sent at this moment, made by the same code. Nothing is remembered of it. */
  preview(channel: Channel, zone: string | null): Promise<Digest>;
  /**
   * Sends one now, besides those of the plan. `request` names the press or command, so that a repeated one sends no
   * second. Resolves when it is posted; says why when it is not.
   */
  sendNow(
    channel: Channel,
    request: string,
  ): Promise<
    { readonly kind: 'sent' | 'already' } | { readonly kind: 'failed'; readonly reason: string }
  >;
  /** The entries of a digest from `skip` on, as they stand now; `key` is that of its delivery. */
  more(key: string, skip: number): Promise<Digest | null>;
}
