import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { printReports } from '../../src/start/print-reports.js';
import { openStore } from '../../src/store/open-store.js';
import type { Report } from '../../src/store/records.js';
import { runTerminal } from '../support/run-terminal.js';
import { SEEDS } from '../support/seeds.js';
import { Sink } from '../support/sink.js';
import { tempFolder } from '../support/temp-folder.js';

const now = (): Date => new Date('2026-11-24T08:00Z');

const report: Report = {
  team: 'T1',
  user: 'U1',
  at: now(),
  question: 'panama',
  thread: [],
  file: '000_cdfc808a8b69da1e.txt',
  paragraph: 13,
  start: 0,
  end: 9,
  fingerprint: 'f',
  reason: 'wrong subject',
  remark: 'Not <!channel>\nthat Panama.',
};

async function print(databaseUrl: string) {
  const [stdout, stderr] = [new Sink(), new Sink()];
  await printReports({ databaseUrl, now, stdout, stderr });
  return { stdout: stdout.text, stderr: stderr.text };
}

describe('reports', () => {
  it('are printed as questions that eval reads, the passage among what is wrong, without who said so', async () => {
    const { dir, at, write } = tempFolder();
    const url = `file:${at('clipdesk.db')}`;
    const store = await openStore({ url, now });
    await store.reports.add(report);
    await store.reports.add({ ...report, user: 'U2', question: 'bahamas', remark: null });
    await store.close();
    const { stdout } = await print(url);
    expect(stdout.split('\n')).toHaveLength(3);
    expect(stdout).not.toMatch(/"U1"|"U2"/);
    write('questions.jsonl', stdout);
    const evaluated = await runTerminal(['eval', '--data', dir, '--articles', SEEDS]);
    expect(evaluated).toMatchObject({ code: 0, stderr: '' });
    expect(evaluated.stdout).toContain('0 to be refused, 2 with nothing but what is wrong');
    // It still comes first for the one question, and not for the other.
    expect(evaluated.stdout).toMatch(/reported wrong, in the first 3 +2 +0?\.50/);
    expect(readFileSync(at('questions.jsonl'), 'utf8')).toBe(stdout);
  });

  it('says so where there is none, and makes no database', async () => {
    const { at } = tempFolder();
    await expect(print(`file:${at('none.db')}`)).rejects.toThrow('expected the file of a bot');
    const url = `file:${at('clipdesk.db')}`;
    await (await openStore({ url, now })).close();
    expect(await print(url)).toEqual({ stdout: '', stderr: 'Nobody has reported a passage.\n' });
  });
});
