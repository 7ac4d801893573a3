import { RespondError } from '@slack/bolt';

/** How long to wait before each further try, in milliseconds; Slack's hiccups as a rule last seconds. */
const WAITS = [300, 1_000, 3_000];

/**
 * Tries again while Slack is busy (429), failing (5xx) or not to be reached.
 * @throws the last error, at once for one that another try cannot mend (an expired address)
 */
export async function retry<T>(
  attempt: () => Promise<T>,
  sleep: (ms: number) => Promise<void>,
): Promise<T> {
  for (const wait of WAITS) {
    try {
      return await attempt();
    } catch (error) {
      if (error instanceof RespondError && error.statusCode !== 429 && error.statusCode < 500)
        throw error;
      await sleep(wait);
    }
  }
  return attempt();
}
