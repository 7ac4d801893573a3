import type { Clock } from '../../clock.js';

/** Slack takes about one message a second in a channel. */
const CHANNEL_MS = 1_100;
/** Many digests are due at one minute: a few a second leave room for answers. */
const ANYWHERE_MS = 250;
/** Nobody waits longer; a clock that was set back must not hold everything up. */
const LONGEST_MS = 10 * 60_000;

/** How long to wait, in milliseconds, before posting in a channel; turns are given in the order they are asked for. */
export type Pace = (channel: string) => number;

export function createPace({ now }: Pick<Clock, 'now'>): Pace {
  let anywhere = 0;
  const channels = new Map<string, number>();
  return (channel) => {
    const at = now().getTime();
    for (const [name, free] of channels) if (free <= at) channels.delete(name);
    const turn = Math.max(at, anywhere, channels.get(channel) ?? 0);
    const mine = turn - at > LONGEST_MS ? at : turn;
    anywhere = mine + ANYWHERE_MS;
    channels.set(channel, mine + CHANNEL_MS);
    return mine - at;
  };
}
