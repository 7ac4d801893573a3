import { PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { Driver } from './driver.js';

/** How long to wait for the server to take a connection, in milliseconds. */
const CONNECT_MS = 10_000;
/** Enough for the scheduler beside the answers; a server allows a hundred unless told otherwise. */
const CONNECTIONS = 5;
/** Any number, so long as it is always the same: the name of the lock under which the schema is changed. */
const SCHEMA_LOCK = 4_710_815;

/** PostgreSQL's number for the type `bigint`, which `pg` gives as text unless told otherwise. */
const BIGINT = 20;

/** A PostgreSQL server; `onIdleError` hears of connections that break while nobody uses them. */
export function createPostgresDriver(url: string, onIdleError: (error: Error) => void): Driver {
  const types = new pg.TypeOverrides();
  // Milliseconds, offsets and counts: all far below 2^53.
  types.setTypeParser(BIGINT, Number);
  return {
    dialect: new PostgresDialect({
      async pool() {
        const pool = new pg.Pool({
          connectionString: url,
          max: CONNECTIONS,
          connectionTimeoutMillis: CONNECT_MS,
          application_name: 'clipdesk',
          types,
        });
        pool.on('error', onIdleError);
        return pool;
      },
    }),
    async lockSchema(transaction) {
      await sql`select pg_advisory_xact_lock(${sql.lit(SCHEMA_LOCK)})`.execute(transaction);
    },
    isThere: () => true,
    explain: (cause) => explain(url, cause),
  };
}

function explain(url: string, cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const message = cause instanceof Error && cause.message ? cause.message : code || String(cause);
  const server = masked(url);
  if (code === '28P01' || code === '28000') return `${server} refused the user or the password.`;
  if (code === '3D000') return `${server} has no such database; make it with createdb.`;
  if (code === '42501')
    return `${server}: this user may not make tables (${message}). Grant it CREATE on the schema public.`;
  if (code === '53100') return `the disk of ${server} is full.`;
  if (code === '25006')
    return `${server} is read-only, such as a standby; name the primary server.`;
  return `${server} cannot be reached (${message}); expected a PostgreSQL server that takes connections.`;
}

/** The address without the password. */
function masked(url: string): string {
  try {
    const address = new URL(url);
    if (address.password !== '') address.password = '…';
    return decodeURI(address.href);
  } catch {
    return 'the PostgreSQL server';
  }
}
