/**
 * The digest's scheduler as a program of its own, to be killed. Its clock knows nothing of the machine's: it stands
 * where it is set, and goes on to what somebody sleeps for. So nothing depends on how busy the machine is. A line on
 * standard input, an instant, sets it anew.
 */
import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { openArchive } from '../../dist/answer/archive/archive.js';
import { openFolder } from '../../dist/corpus/folder/article-folder.js';
import { openServices } from '../../dist/slack/services.js';
import { openStore } from '../../dist/store/open-store.js';

const { DATABASE, API_URL, TOKEN, CORPUS, START } = process.env;

/** Longer than any test: nothing here may run into it. */
const UNANSWERED_MS = 10 * 60_000;
/** Whoever sleeps for so long has nothing to do, and the time does not go on for that. */
const IDLE_MS = 30_000;

let time = Date.parse(START);
createInterface(process.stdin).on('line', (line) => {
  time = Date.parse(line);
});

const now = () => new Date(time);
const sleepers = new Set();
const clock = {
  now,
  async sleep(ms, signal) {
    if (ms >= IDLE_MS) return pause(5, undefined, { signal });
    const sleeper = { due: time + ms };
    sleepers.add(sleeper);
    try {
      while (time < sleeper.due) {
        await pause(1, undefined, { signal });
        // The earliest wakes first.
        time = Math.max(time, Math.min(...[...sleepers].map(({ due }) => due)));
      }
    } finally {
      sleepers.delete(sleeper);
    }
  },
};

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
const { scheduler } = openServices({
  archive: await openArchive({ folder: openFolder(CORPUS), now }),
  store: await openStore({ url: DATABASE, now }),
  clock,
  log,
  token: TOKEN,
  clientOptions: { apiUrl: API_URL, timeoutMs: UNANSWERED_MS },
  command: '/deport',
  handle: 'clipdesk',
  zone: 'UTC',
  newId: randomUUID,
  team: 'T0NEWSROOM',
  admins: [],
});
scheduler.start();
process.stdout.write('ready\n');
