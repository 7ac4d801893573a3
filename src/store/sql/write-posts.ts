import type { Outcome } from '../deliveries.js';
import type { NewPost } from '../posts.js';
import type { Database } from './database.js';
import { encodeWords } from './text.js';

/** Once for each message, whoever tells of it a second time; a message without citations is not worth a row. */
export async function rememberPost(db: Database, post: NewPost): Promise<void> {
  if (post.citations.length === 0) return;
  const { team, channel, ts, thread, at } = post;
  const id = `${team}:${channel}:${ts}`;
  const made = await db
    .insertInto('posts')
    .values({ id, team, channel, ts, thread, at: at.getTime(), corrections: 0 })
    .onConflict((on) => on.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) return;
  await db
    .insertInto('post_citations')
    .values(
      post.citations.map(({ file, paragraph, start, end, fingerprint, words }, position) => ({
        post: id,
        position,
        file,
        paragraph,
        start,
        end,
        fingerprint,
        words: encodeWords(words),
        told: null,
        told_at: null,
      })),
    )
    .execute();
}

/** Writes what the thread knows now; false when it has had another correction meanwhile. `more` corrections are counted. */
export async function writeTold(
  db: Database,
  { post, corrections, told, at }: NonNullable<Outcome['correction']>,
  more: number,
): Promise<boolean> {
  const current = await db
    .updateTable('posts')
    .set({ corrections: corrections + more })
    .where('id', '=', post)
    .where('corrections', '=', corrections)
    .returning('id')
    .executeTakeFirst();
  if (!current) return false;
  const before = await db
    .selectFrom('post_citations')
    .select(['position', 'told'])
    .where('post', '=', post)
    .execute();
  for (const { position, told: was } of before) {
    const is = told[position] ?? null;
    if (is !== was)
      await db
        .updateTable('post_citations')
        .set({ told: is, told_at: at.getTime() })
        .where('post', '=', post)
        .where('position', '=', position)
        .execute();
  }
  return true;
}
