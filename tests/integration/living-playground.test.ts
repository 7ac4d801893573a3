import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startProgram, type Program } from '../support/playground-program.js';
import { tempFolder, type TempFolder } from '../support/temp-folder.js';
import { quotations, readBlocks } from '../support/wire.js';

const MAYA = 'U0MAYA0001';
const block = z.looseObject({
  block_id: z.string().optional(),
  elements: z.array(z.looseObject({ action_id: z.string().optional() })).optional(),
  accessory: z.looseObject({ action_id: z.string() }).optional(),
});
const snapshot = z.looseObject({
  messages: z.array(
    z.looseObject({
      ts: z.string(),
      channel: z.string(),
      from: z.string(),
      text: z.string(),
      blocks: z.array(block),
    }),
  ),
  modals: z.array(z.looseObject({ id: z.string(), blocks: z.array(block) })),
});
type Snapshot = z.infer<typeof snapshot>;
type Message = Snapshot['messages'][number];

const STORY = 'Panama refused the flights.\nThe ministry spoke.';

async function open(files: Record<string, string>): Promise<{
  folder: TempFolder;
  program: Program;
  ask: (text: string) => Promise<Message>;
  press: (message: Message, actionId: string) => Promise<Message>;
  /** What Open shows of the first passage of an answer, closed again. */
  look: (message: Message) => Promise<Pick<Message, 'blocks'>>;
}> {
  const folder = tempFolder(files);
  const program = startProgram(['playground'], {
    cwd: tempFolder().dir,
    env: { PORT: '0', CORPUS_DIR: folder.dir, LOG_LEVEL: 'info' },
  });
  const address = await program.address();
  const seen = async (): Promise<Snapshot> => {
    const response = await fetch(`${address}/playground/state?person=${MAYA}`);
    return snapshot.parse(await response.json());
  };
  const fromBot = async (): Promise<Message[]> =>
    (await seen()).messages.filter(({ from }) => from === 'bot');
  const send = async (command: object): Promise<void> => {
    await fetch(`${address}/playground/do`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ person: MAYA, ...command }),
    });
  };
  /** Does it, and gives the bot's next message. */
  const act = async (command: object): Promise<Message> => {
    const before = (await fromBot()).length;
    await send(command);
    await expect.poll(async () => (await fromBot()).length, { timeout: 10_000 }).toBe(before + 1);
    const last = (await fromBot()).at(-1);
    if (last === undefined) throw new Error('no answer');
    return last;
  };
  return {
    folder,
    program,
    ask: (text) => act({ kind: 'send-message', channel: 'C0NEWSROOM', text }),
    press: (message, actionId) => act(pressing(message, actionId)),
    async look(message) {
      await send(pressing(message, 'open_citation'));
      const top = async (): Promise<Snapshot['modals'][number] | undefined> =>
        (await seen()).modals.at(-1);
      await expect
        .poll(async () => readBlocks((await top())?.blocks), { timeout: 10_000 })
        .toMatch(/^(?!One moment)./);
      const view = await top();
      await send({ kind: 'close-view', view: view?.id });
      return view ?? { blocks: [] };
    },
  };
}

/** A press on the first button with this action id. */
function pressing({ blocks, channel, ts }: Message, actionId: string): object {
  const holder = blocks.find(({ elements = [], accessory }) =>
    [...elements, accessory].some((element) => element?.action_id === actionId),
  );
  const message = { channel, ts };
  return { kind: 'press', message, blockId: holder?.block_id ?? '', actionId };
}

/** What the bot quotes, asked until it says something else. */
function askUntil(
  ask: (text: string) => Promise<Message>,
  text: string,
  wanted: string,
): Promise<Message> {
  return until(() => ask(text), wanted);
}

/** The playground's copy of the folder follows it in a moment, not at once. */
async function until<T extends Pick<Message, 'blocks'>>(
  act: () => Promise<T>,
  wanted: string,
): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    const message = await act();
    if (readBlocks(message.blocks).includes(wanted) || tries > 12) return message;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

describe('in the playground, while the bot runs', () => {
  it('a file that is dropped into the folder answers; changed, Open tells; withdrawn, its label stands', async () => {
    const { folder, program, ask, press, look } = await open({ 'old.txt': 'Honduras spoke.' });
    expect(readBlocks((await ask('/deport panama')).blocks)).toContain('Nothing found');

    folder.write('new.txt', STORY);
    const answer = await askUntil(ask, '/deport panama', 'refused');
    expect(quotations(answer.blocks)).toEqual(['Panama refused the flights.']);

    writeFileSync(folder.at('.new'), STORY.replace('refused', 'accepted'));
    renameSync(folder.at('.new'), folder.at('new.txt'));
    const opened = await until(() => look(answer), 'no longer has these words at this place');
    expect(readBlocks(opened.blocks)).toContain('no longer has these words at this place');
    expect(quotations(opened.blocks)[0]).toBe('Panama accepted the flights.');
    await askUntil(ask, '/deport panama', 'accepted');

    folder.write('articles.yml', 'version: 1\narticles: {new.txt: {withdrawn: Made up.}}');
    const withdrawn = await askUntil(ask, '/deport panama', 'Withdrawn');
    expect(readBlocks(withdrawn.blocks)).toContain('Withdrawn: Made up.');
    expect(quotations(withdrawn.blocks)).toEqual([]);
    const shared = await press(withdrawn, 'share_answer');
    expect(quotations(shared.blocks)).toEqual([]);
    expect(readBlocks(shared.blocks)).toContain('Withdrawn: Made up.');

    rmSync(folder.at('new.txt'));
    await askUntil(ask, '/deport panama', 'Nothing found');
    expect(program.output()).toContain('changes were taken up');
  });

  it('five copies of one text are one answer that says so', async () => {
    const wire = Array.from(
      { length: 12 },
      (_, at) =>
        `Panama said on day ${at} that flight number ${at * 7} would not be let into the country.`,
    ).join('\n');
    const { folder, ask } = await open({ 'a.txt': wire });
    for (const name of 'bcde') folder.write(`${name}.txt`, `By outlet ${name}\n${wire}`);
    const answer = await askUntil(ask, '/deport panama day 3', '5 files, one text');
    expect(readBlocks(answer.blocks)).toContain('5 files, one text: also in ');
  });

  it('an embargo ends at its instant, before the eyes of who asks', async () => {
    const end = new Date(Date.now() + 4_000).toISOString();
    const { ask } = await open({
      'a.txt': STORY,
      'articles.yml': `version: 1\narticles: {a.txt: {embargo_until: ${end}}}`,
    });
    expect(readBlocks((await ask('/deport panama')).blocks)).toContain('Searched 0 articles');
    await askUntil(ask, '/deport panama', 'refused');
    expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(end));
  });

  it('a faulty edit of articles.yml is told in the last line, and named in the log', async () => {
    const { folder, program, ask } = await open({
      'a.txt': STORY,
      'articles.yml': 'version: 1\narticles: {a.txt: {outlet: CNN}}',
    });
    folder.write('articles.yml', '{ no');
    const answer = await askUntil(ask, '/deport panama', 'cannot be read');
    expect(readBlocks(answer.blocks)).toContain('CNN');
    expect(readBlocks(answer.blocks)).toContain(
      'Notes on the articles cannot be read just now; what they said before holds.',
    );
    expect(program.output()).toContain('until it is mended what it said before holds');
  });
});
