import { spawn } from 'node:child_process';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { createSeededRandom } from '../../src/measure/eval/seeded-random.js';
import { tempFolder } from '../support/temp-folder.js';

const PROGRAM = fileURLToPath(new URL('../support/asking-program.mjs', import.meta.url));
const QUESTIONS = ['panama flights', 'ministry', 'canada border', 'deportees', 'honduras talks'];
const CHANGES = 500;
const FILES = 150;

const line = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('answer'),
    asked: z.number(),
    articles: z.number(),
    citations: z.array(
      z.object({ file: z.string(), start: z.number(), end: z.number(), text: z.string() }),
    ),
  }),
  z.object({ kind: z.literal('memory'), bytes: z.number() }),
  z.object({ kind: z.literal('failed'), message: z.string() }),
]);
type Line = z.infer<typeof line>;

/** A version of a file, and when it stood on disk. */
interface Version {
  readonly text: string;
  readonly from: number;
  until: number;
}

function startAsking(dir: string): {
  lines: Line[];
  say: (word: string) => void;
  end: () => Promise<unknown>;
} {
  const child = spawn(process.execPath, ['--expose-gc', PROGRAM, dir, ...QUESTIONS], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const lines: Line[] = [];
  createInterface({ input: child.stdout }).on('line', (text) =>
    lines.push(line.parse(JSON.parse(text))),
  );
  const ended = new Promise((resolve) => child.once('close', resolve));
  return {
    lines,
    say: (word) => void child.stdin.write(`${word}\n`),
    end() {
      child.stdin.end();
      return ended;
    },
  };
}

it(
  'through 500 additions, changes and deletions every answer quotes a version that stood, none fails, nothing leaks',
  { timeout: 120_000 },
  async () => {
    const random = createSeededRandom(11);
    const folder = tempFolder();
    const versions = new Map<string, Version[]>();
    let count = 0;

    const pick = <T>(items: readonly T[]): T => {
      const item = items[Math.floor(random() * items.length)];
      if (item === undefined) throw new Error('nothing to pick from');
      return item;
    };
    const makeText = (): string => {
      count += 1;
      const words =
        'panama flights ministry canada border deportees honduras talks the said of on'.split(' ');
      return Array.from(
        { length: 30 },
        () => `Version ${count}: ${Array.from({ length: 20 }, () => pick(words)).join(' ')}.`,
      ).join('\n');
    };
    const standing = (): string[] =>
      [...versions].flatMap(([file, all]) => ((all.at(-1)?.until ?? 0) === Infinity ? [file] : []));
    const close = (file: string): void => {
      const last = versions.get(file)?.at(-1);
      if (last) last.until = Date.now();
    };
    const put = async (file: string, how: 'over' | 'halves' | 'plain'): Promise<void> => {
      const text = makeText();
      if (how === 'over') {
        // Dotfiles are not looked at.
        writeFileSync(folder.at('.new'), text);
        close(file);
        renameSync(folder.at('.new'), folder.at(file));
      } else {
        close(file);
        if (how === 'halves') {
          writeFileSync(folder.at(file), text.slice(0, text.length / 2));
          await sleep(5);
        }
        writeFileSync(folder.at(file), text);
      }
      const version = { text, from: Date.now() - 50, until: Infinity };
      versions.set(file, [...(versions.get(file) ?? []), version]);
    };
    const remove = (file: string): void => {
      rmSync(folder.at(file));
      close(file);
    };

    for (let each = 0; each < FILES; each += 1) await put(`${each}.txt`, 'plain');
    const { lines, say, end: endAsking } = startAsking(folder.dir);
    const memory = async (): Promise<number> => {
      const before = lines.filter(({ kind }) => kind === 'memory').length;
      say('weigh');
      const weighed = (): Line[] => lines.filter(({ kind }) => kind === 'memory');
      await expect.poll(() => weighed().length, { timeout: 20_000 }).toBe(before + 1);
      const last = weighed().at(-1);
      return last?.kind === 'memory' ? last.bytes : 0;
    };
    const settled = async (): Promise<void> => {
      await expect
        .poll(
          () => {
            const last = lines.findLast(({ kind }) => kind === 'answer');
            return last?.kind === 'answer' ? last.articles : 0;
          },
          { timeout: 20_000 },
        )
        .toBe(standing().length);
    };
    const change = async (): Promise<void> => {
      const kind = random();
      const files = standing();
      if (kind < 0.25 && files.length >= FILES) remove(pick(files));
      else if (kind < 0.5 && files.length < FILES + 5)
        await put(`new-${count}.txt`, pick(['plain', 'halves', 'over']));
      else await put(pick(files), pick(['over', 'halves', 'plain']));
      await sleep(random() * 60);
    };

    for (let each = 0; each < 200; each += 1) await change();
    await settled();
    const before = await memory();
    for (let each = 0; each < CHANGES; each += 1) await change();
    while (standing().length > FILES) remove(standing()[0] ?? '');
    await settled();
    // How late a change is seen is the machine's business; that it is seen in the end is not.
    await expect
      .poll(
        () => {
          const last = lines.findLast(({ kind }) => kind === 'answer');
          return last?.kind === 'answer'
            ? last.citations.filter(
                ({ file, start, end, text }) =>
                  versions.get(file)?.at(-1)?.text.slice(start, end) !== text,
              )
            : null;
        },
        { timeout: 60_000 },
      )
      .toEqual([]);
    const after = await memory();
    await endAsking();

    expect(lines.filter(({ kind }) => kind === 'failed')).toEqual([]);
    const answers = lines.filter((each) => each.kind === 'answer');
    const astray = answers.flatMap(({ asked, citations }) =>
      citations.filter(
        ({ file, start, end, text }) =>
          !versions
            .get(file)
            ?.some((version) => version.text.slice(start, end) === text && version.from <= asked),
      ),
    );
    expect(astray).toEqual([]);
    expect(answers.length).toBeGreaterThan(CHANGES);
    // The archive was seen to change, not just to stand.
    expect(
      new Set(answers.flatMap(({ citations }) => citations.map(({ text }) => text))).size,
    ).toBeGreaterThan(100);
    expect(after / before, `${before} bytes before, ${after} after`).toBeLessThan(1.1);
  },
);
