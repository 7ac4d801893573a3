/** The message shortcuts of the manifest, by Slack's `callback_id`. */
export const SHORTCUTS = {
  findCoverage: 'find_coverage',
} as const;
