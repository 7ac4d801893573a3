/** Remembers what was taken on, so that a delivery repeated by Slack is answered once. Kept for a day. */
export interface Claims {
  /** True for the first caller with this key, over restarts and replicas; false for every later one. */
  claim(key: string): Promise<boolean>;
}
