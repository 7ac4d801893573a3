/** Remembers what was taken on, so that a delivery repeated by Slack is answered once. */
export interface Claims {
  /** True for the first caller with this key, false for every later one. */
  claim(key: string): Promise<boolean>;
}

/** Slack repeats a delivery for some five minutes; an hour is generous. */
const KEPT_MS = 60 * 60_000;
const KEPT_MOST = 50_000;

/** Claims in memory: they hold for this process and end with it. */
export function createMemoryClaims(now: () => Date): Claims {
  const claimed = new Map<string, number>();
  return {
    async claim(key) {
      const at = now().getTime();
      // Keys stand in the order of their claims, so the oldest come first.
      for (const [oldest, since] of claimed) {
        if (at - since < KEPT_MS && claimed.size < KEPT_MOST) break;
        claimed.delete(oldest);
      }
      if (claimed.has(key)) return false;
      claimed.set(key, at);
      return true;
    },
  };
}
