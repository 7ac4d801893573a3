import type { Dialect } from 'kysely';
import type { Database } from '../tables.js';

/** What differs between the databases. */
export interface Driver {
  readonly dialect: Dialect;
  /** Keeps any other process from changing the schema until the transaction ends. */
  lockSchema(transaction: Database): Promise<void>;
  /** Whether what was opened is still in its place; queries may be answered where it is not. */
  isThere(): boolean;
  /** What is wrong with the database, in words for whoever set DATABASE_URL. */
  explain(cause: unknown): string;
}
