import { plural } from '../requests/wording.js';
import { existingFile, openStore } from '../store/open-store.js';
import type { Forgotten } from '../store/store.js';

const USER = /^[UW][A-Z0-9]{2,}$/;
const DIRECT = /^D[A-Z0-9]{2,}$/;

/**
 * Forgets a person, and says what was kept of them; `null` for words that are not a user id, and perhaps the id
 * of the direct message with the bot. Bots may go on with the
 * database meanwhile.
 * @throws StoreError when there is no such database, or it cannot be used
 */
export async function forgetPerson(
  [user = '', direct, ...others]: readonly string[],
  url: string,
  now: () => Date,
): Promise<string | null> {
  if (!USER.test(user) || others.length > 0) return null;
  if (direct !== undefined && !DIRECT.test(direct)) return null;
  existingFile(url);
  const store = await openStore({ url, now });
  try {
    return told(user, await store.forget(user, direct));
  } finally {
    await store.close();
  }
}

function told(user: string, forgotten: Forgotten): string {
  const { watches, conversations, digests, messages, posts, reports, settings } = forgotten;
  return [
    `Deleted of ${user}: ${plural(watches, 'watch', 'watches')}, ${plural(conversations, 'conversation')} with the bot, ${plural(digests, 'digest')} in the direct message, ${plural(messages, 'message')} sent there, ${plural(reports, 'report')} of passages.`,
    `The name was taken out of ${plural(posts, 'answer')} in channels and ${plural(settings, 'setting')} of theirs, which stay as they are.`,
    'Questions asked in channels are kept with no name, for thirty days. Messages in Slack are deleted in Slack, and backups and logs where they are.',
    '',
  ].join('\n');
}
