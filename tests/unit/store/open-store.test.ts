import { chmodSync, existsSync, readdirSync, statSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import Libsql from 'libsql';
import { openStore } from '../../../src/store/open-store.js';
import { tempFolder } from '../../support/temp-folder.js';

const now = (): Date => new Date('2026-11-24T08:00Z');

/** What is said to whoever set this DATABASE_URL. */
async function fault(url: string): Promise<string> {
  try {
    await (await openStore({ url, now })).close();
    return 'opened';
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'StoreError') throw error;
    return error.message;
  }
}

describe('a SQLite file', () => {
  it('is made at first start with its folder, and keeps what was written', async () => {
    const { at } = tempFolder();
    const url = `file:${at('data/deep/clipdesk.db')}`;
    const first = await openStore({ url, now });
    await first.threads.remember('T1:C1:1.1', 'panama');
    await first.close();
    const second = await openStore({ url: `file://${at('data/deep/clipdesk.db')}`, now });
    onTestFinished(() => second.close());
    expect(await second.threads.questions('T1:C1:1.1')).toEqual(['panama']);
  });

  it('is made so that nobody but its owner may read it, nor the files beside it', async () => {
    const { dir, at } = tempFolder();
    const store = await openStore({ url: `file:${at('clipdesk.db')}`, now });
    onTestFinished(() => store.close());
    await store.threads.remember('T1:C1:1.1', 'panama');
    const modes = readdirSync(dir).map((name) => [name, statSync(at(name)).mode & 0o777]);
    expect(modes).toContainEqual(['clipdesk.db-wal', 0o600]);
    expect(modes.filter(([, mode]) => mode !== 0o600)).toEqual([]);
  });

  it('that is no database is named, and not written to', async () => {
    const { at, write } = tempFolder();
    write('notes.db', 'These are my notes, not a database. '.repeat(100));
    expect(await fault(`file:${at('notes.db')}`)).toMatch(
      /^DATABASE_URL: .*notes\.db is not a SQLite database, or is damaged \(SQLITE_NOTADB\)\. Move it away/,
    );
  });

  it('that is a folder, or in a place where none can be made, is named with what was expected', async () => {
    const { dir, at, write } = tempFolder({ 'file.txt': 'x' });
    write('file.txt', 'x');
    expect(await fault(`file:${dir}`)).toContain(
      'cannot be opened (SQLITE_CANTOPEN); expected a file',
    );
    expect(await fault(`file:${at('file.txt/clipdesk.db')}`)).toContain(
      'expected a file that this user may write',
    );
  });

  it.skipIf(process.getuid?.() === 0)('in a folder that may not be written is named', async () => {
    const { dir, at } = tempFolder();
    chmodSync(dir, 0o555);
    onTestFinished(() => chmodSync(dir, 0o755));
    expect(await fault(`file:${at('clipdesk.db')}`)).toContain(
      'expected a file that this user may write',
    );
    expect(existsSync(at('clipdesk.db'))).toBe(false);
  });

  it('of a newer program is left alone', async () => {
    const { at } = tempFolder();
    await fault(`file:${at('a.db')}`);
    const database = new Libsql(at('a.db'));
    database.exec('update schema_version set version = 99');
    database.close();
    expect(await fault(`file:${at('a.db')}`)).toMatch(
      /^DATABASE_URL: the database has version 99 of the tables, and this program knows them up to \d+\. Run the newer program/,
    );
  });

  it('of an older program gets the tables that it lacks, and keeps what it holds', async () => {
    const { at } = tempFolder();
    const url = `file:${at('a.db')}`;
    const first = await openStore({ url, now });
    await first.threads.remember('T1:C1:1.1', 'panama');
    await first.close();
    const database = new Libsql(at('a.db'));
    database.exec('drop table channel_settings; drop table reports');
    database.exec('alter table posts drop column asked_by; alter table posts drop column body');
    database.exec('update schema_version set version = 1');
    database.close();
    const second = await openStore({ url, now });
    onTestFinished(() => second.close());
    const channel = { team: 'T1', channel: 'C1' };
    await second.channels.change(channel, { onlyAdmins: true });
    expect(await second.channels.get(channel)).toMatchObject({ onlyAdmins: true });
    expect(await second.threads.questions('T1:C1:1.1')).toEqual(['panama']);
  });

  it('that another program holds on to is named after a while', { timeout: 30_000 }, async () => {
    const { at } = tempFolder();
    const database = new Libsql(at('a.db'));
    onTestFinished(() => void database.close());
    database.exec('begin exclusive');
    expect(await fault(`file:${at('a.db')}`)).toContain(
      'has been locked by another program for 5 seconds',
    );
  });
});

describe('a PostgreSQL server', () => {
  it('that takes no connection is named, without the password', async () => {
    const said = await fault('postgres://clip:hush@127.0.0.1:9/desk');
    expect(said).toContain('postgres://clip:…@127.0.0.1:9/desk cannot be reached (');
    expect(said).toContain('expected a PostgreSQL server that takes connections');
    expect(said).not.toContain('hush');
  });
});

it('any other address is refused with the two that are expected', async () => {
  for (const url of ['', 'clipdesk.db', 'mysql://db/desk', 'file:'])
    expect(await fault(url)).toContain(
      'expected file: and a path, such as file:data/clipdesk.db, or postgres://',
    );
});
