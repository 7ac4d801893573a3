import { LIMITS } from '../../../block-kit/limits.js';
import type { Ids } from '../create-ids.js';

/** Permission to open a modal: lives three seconds and is good for one call. */
export interface TriggerIds {
  issue(person: string): string;
  /** Whose it was, or why Slack refuses it. */
  exchange(
    trigger: string,
  ):
    | { person: string }
    | { error: 'invalid_trigger_id' | 'exchanged_trigger_id' | 'expired_trigger_id' };
}

export function createTriggerIds(needs: { now: () => number; ids: Ids }): TriggerIds {
  const { now, ids } = needs;
  const issued = new Map<string, { person: string; at: number; used: boolean }>();
  return {
    issue(person) {
      for (const [old, { at }] of issued) if (now() - at > 60_000) issued.delete(old);
      const trigger = `${Math.floor(now())}.${ids.secret().toLowerCase()}`;
      issued.set(trigger, { person, at: now(), used: false });
      return trigger;
    },
    exchange(trigger) {
      const found = issued.get(trigger);
      if (!found) return { error: 'invalid_trigger_id' };
      if (found.used) return { error: 'exchanged_trigger_id' };
      if (now() - found.at > LIMITS.triggerIdMs) return { error: 'expired_trigger_id' };
      found.used = true;
      return { person: found.person };
    },
  };
}
