import { LIMITS } from '../../block-kit/limits.js';

const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ0123456789';

export interface Ids extends ReturnType<typeof createIds> {}

interface IdsNeeds {
  now: () => number;
  /** 0 ≤ n < 1 */
  random: () => number;
  /** Where the last `ts` is kept, in microseconds. */
  state: { lastTs: number };
}

/** Makes what Slack numbers: ids such as `V0K3…` and the `ts` of messages. */
export function createIds({ now, random, state }: IdsNeeds) {
  const letters = (count: number): string =>
    Array.from({ length: count }, () => ALPHABET[Math.floor(random() * ALPHABET.length)]).join('');
  return {
    /** `prefix` and ten random characters. */
    id: (prefix: string) => prefix + letters(10),
    /** A secret part of a URL: 24 random characters. */
    secret: () => letters(24),
    /** `1700000000.000100`: the present, but always later than the one before. */
    ts(): string {
      state.lastTs = Math.max(now() * 1000, state.lastTs + 100);
      const fraction = String(Math.floor(state.lastTs % 1e6)).padStart(6, '0');
      return `${Math.floor(state.lastTs / 1e6)}.${fraction}`;
    },
  };
}

/** A `ts` as a whole number, to compare. */
export function microseconds(ts: string): number {
  return Math.round(Number(ts) * 1e6);
}

export interface TriggerIds extends ReturnType<typeof createTriggerIds> {}

/** Permissions to open a modal: each lives three seconds and is good for one call. */
export function createTriggerIds({ now, ids }: { now: () => number; ids: Ids }) {
  const issued = new Map<string, { person: string; at: number; used: boolean }>();
  return {
    issue(person: string): string {
      for (const [old, { at }] of issued) if (now() - at > 60_000) issued.delete(old);
      const trigger = `${Math.floor(now())}.${ids.secret().toLowerCase()}`;
      issued.set(trigger, { person, at: now(), used: false });
      return trigger;
    },
    /** Whose it was, or why Slack refuses it. */
    exchange(trigger: string) {
      const found = issued.get(trigger);
      if (!found) return { error: 'invalid_trigger_id' };
      if (found.used) return { error: 'exchanged_trigger_id' };
      if (now() - found.at > LIMITS.triggerIdMs) return { error: 'expired_trigger_id' };
      found.used = true;
      return { person: found.person };
    },
  };
}
