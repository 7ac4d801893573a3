import { StoreError } from '../store.js';
import type { Database, Driver } from './database.js';
import { MIGRATIONS } from './migrations.js';

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
