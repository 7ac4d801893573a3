import { StoreError } from '../store.js';
import type { Driver } from './drivers/driver.js';
import type { Database } from './tables.js';

/**
 * How the tables came to be, one step after another; the schema's version is the number of steps taken. A step that
 * was released is never changed: a later one changes what it made.
 */
const MIGRATIONS: readonly ((db: Database) => Promise<void>)[] = [
  makeFirstTables,
  addChannelSettings,
  addFollowUps,
  addReports,
];

/**
 * Brings the tables up to date, all steps or none; any number of processes may start at once.
 * @throws StoreError for a database that a newer version of the program has changed
 */
export async function migrate(db: Database, driver: Driver): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await driver.lockSchema(transaction);
    await transaction.schema
      .createTable('schema_version')
      .ifNotExists()
      .addColumn('id', 'bigint', (column) => column.primaryKey())
      .addColumn('version', 'bigint', (column) => column.notNull())
      .execute();
    const found = await transaction
      .selectFrom('schema_version')
      .select('version')
      .executeTakeFirst();
    const version = found?.version ?? 0;
    if (version > MIGRATIONS.length)
      throw new StoreError(
        `DATABASE_URL: the database has version ${version} of the tables, and this program knows them up to ${MIGRATIONS.length}. Run the newer program, or name another database.`,
      );
    if (version === MIGRATIONS.length) return;
    for (const step of MIGRATIONS.slice(version)) await step(transaction);
    await transaction
      .insertInto('schema_version')
      .values({ id: 1, version: MIGRATIONS.length })
      .onConflict((on) => on.column('id').doUpdateSet({ version: MIGRATIONS.length }))
      .execute();
  });
}

async function makeFirstTables({ schema }: Database): Promise<void> {
  await schema
    .createTable('claims')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute();

  await schema
    .createTable('thread_questions')
    .addColumn('thread', 'text', (column) => column.notNull())
    .addColumn('position', 'bigint', (column) => column.notNull())
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('thread_questions_key', ['thread', 'position'])
    .execute();

  await schema
    .createTable('digest_settings')
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('time', 'text', (column) => column.notNull())
    .addColumn('zone', 'text', (column) => column.notNull())
    .addColumn('days', 'text', (column) => column.notNull())
    .addColumn('topic', 'text')
    .addColumn('quiet', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('paused_by', 'text')
    .addColumn('changed_by', 'text', (column) => column.notNull())
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .addColumn('runs_from', 'bigint', (column) => column.notNull())
    .addColumn('last_day', 'text')
    .addColumn('last_at', 'bigint')
    .addColumn('seen_up_to', 'bigint')
    .addPrimaryKeyConstraint('digest_settings_key', ['team', 'channel'])
    .execute();

  await schema
    .createTable('deliveries')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('due_at', 'bigint', (column) => column.notNull())
    .addColumn('holder', 'text', (column) => column.notNull())
    .addColumn('held_until', 'bigint', (column) => column.notNull())
    .addColumn('tries', 'bigint', (column) => column.notNull())
    .addColumn('prepared', 'text')
    .addColumn('status', 'text')
    .addColumn('ts', 'text')
    .addColumn('reason', 'text')
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .execute();

  await schema
    .createTable('newest_moment')
    .addColumn('id', 'bigint', (column) => column.primaryKey())
    .addColumn('moment', 'bigint', (column) => column.notNull())
    .execute();
  await schema
    .createTable('sightings')
    .addColumn('moment', 'bigint', (column) => column.notNull())
    .addColumn('file', 'text', (column) => column.notNull())
    .addColumn('sha256', 'text', (column) => column.notNull())
    .addColumn('seen_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('sightings_key', ['file', 'moment'])
    .execute();
  await schema
    .createIndex('sightings_by_moment')
    .on('sightings')
    .columns(['moment', 'file'])
    .execute();

  await schema
    .createTable('watches')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('question_hash', 'text', (column) => column.notNull())
    .addColumn('made_at', 'bigint', (column) => column.notNull())
    .addColumn('seen_up_to', 'bigint', (column) => column.notNull())
    .addUniqueConstraint('watches_once', ['team', 'channel', 'question_hash'])
    .execute();
  await schema
    .createTable('watch_told')
    .addColumn('watch', 'text', (column) =>
      column.notNull().references('watches.id').onDelete('cascade'),
    )
    .addColumn('file', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('watch_told_key', ['watch', 'file'])
    .execute();

  await schema
    .createTable('posts')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('ts', 'text', (column) => column.notNull())
    .addColumn('thread', 'text')
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('corrections', 'bigint', (column) => column.notNull())
    .execute();
  await schema
    .createTable('post_citations')
    .addColumn('post', 'text', (column) =>
      column.notNull().references('posts.id').onDelete('cascade'),
    )
    .addColumn('position', 'bigint', (column) => column.notNull())
    .addColumn('file', 'text', (column) => column.notNull())
    .addColumn('paragraph', 'bigint', (column) => column.notNull())
    .addColumn('start', 'bigint', (column) => column.notNull())
    .addColumn('end', 'bigint', (column) => column.notNull())
    .addColumn('fingerprint', 'text', (column) => column.notNull())
    .addColumn('words', 'text', (column) => column.notNull())
    .addColumn('told', 'text')
    .addColumn('told_at', 'bigint')
    .addPrimaryKeyConstraint('post_citations_key', ['post', 'position'])
    .execute();
  await schema.createIndex('post_citations_by_file').on('post_citations').column('file').execute();

  await schema
    .createTable('channel_corrections')
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('wanted', 'bigint', (column) => column.notNull())
    .addColumn('changed_by', 'text', (column) => column.notNull())
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('channel_corrections_key', ['team', 'channel'])
    .execute();

  await schema
    .createTable('quiet_days')
    .addColumn('day', 'text', (column) => column.primaryKey())
    .addColumn('file', 'text', (column) => column.notNull())
    .addColumn('start', 'bigint', (column) => column.notNull())
    .addColumn('end', 'bigint', (column) => column.notNull())
    .addColumn('fingerprint', 'text', (column) => column.notNull())
    .execute();
}

/** Who opened a channel to people of other organisations, and who may change it. */
async function addChannelSettings({ schema }: Database): Promise<void> {
  await schema
    .createTable('channel_settings')
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('opened_by', 'text')
    .addColumn('opened_at', 'bigint')
    .addColumn('only_admins', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('channel_settings_key', ['team', 'channel'])
    .execute();
}

/** Whether a channel wants questions in threads answered without a mention. */
async function addFollowUps({ schema }: Database): Promise<void> {
  await schema
    .alterTable('channel_settings')
    .addColumn('follow_ups', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute();
}

/** Who may take a post away, what it looked like, and what people say of passages. */
async function addReports({ schema }: Database): Promise<void> {
  await schema.alterTable('posts').addColumn('asked_by', 'text').execute();
  await schema.alterTable('posts').addColumn('body', 'text').execute();
  await schema
    .createTable('reports')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('team', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('thread', 'text', (column) => column.notNull())
    .addColumn('file', 'text', (column) => column.notNull())
    .addColumn('paragraph', 'bigint', (column) => column.notNull())
    .addColumn('start', 'bigint', (column) => column.notNull())
    .addColumn('end', 'bigint', (column) => column.notNull())
    .addColumn('fingerprint', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('remark', 'text')
    .execute();
}
