/**
 * The digest's scheduler as a program of its own, to be killed. Its clock runs faster than the machine's and begins
 * where it is told to; a line on standard input, an instant, moves it on.
 */
import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import { openArchive } from '../../dist/answer/archive/archive.js';
import { openFolder } from '../../dist/corpus/folder/article-folder.js';
import { openDesk } from '../../dist/slack/open-desk.js';
import { openStore } from '../../dist/store/open-store.js';

const { DATABASE, API_URL, TOKEN, CORPUS, START, SPEED } = process.env;

let began = { at: Date.parse(START), real: Date.now() };
const now = () => new Date(began.at + (Date.now() - began.real) * Number(SPEED));
const clock = {
  now,
  async sleep(ms, signal) {
    const due = now().getTime() + ms;
    while (now().getTime() < due) {
      signal?.throwIfAborted();
      await new Promise((resolve) => setTimeout(resolve, 3));
    }
    signal?.throwIfAborted();
  },
};
createInterface(process.stdin).on('line', (line) => {
  began = { at: Date.parse(line), real: Date.now() };
});

const write =
  (level) =>
  ({ err }, message) => {
    process.stderr.write(`${level} ${message} ${err?.stack ?? ''}\n`);
  };
const log = {
  debug: () => {},
  info: () => {},
  warn: write('warn'),
  error: write('error'),
};
const { scheduler } = openDesk({
  archive: await openArchive({ folder: openFolder(CORPUS), now }),
  store: await openStore({ url: DATABASE, now }),
  clock,
  log,
  token: TOKEN,
  // Below the time for which a delivery is held, on this faster clock too.
  clientOptions: { apiUrl: API_URL, timeoutMs: 45_000 / Number(SPEED) },
  command: '/deport',
  handle: 'clipdesk',
  zone: 'UTC',
  newId: randomUUID,
});
scheduler.start();
process.stdout.write('ready\n');
