import type { Core } from '../core.js';
import { SAMPLES } from '../archive/samples.js';
import { ShelfError, type Shelf } from '../archive/shelf.js';
import type { ArchiveState, Command, CommandAnswer } from '../protocol.js';

type ArchiveCommand = Extract<
  Command,
  { kind: 'add-sample' | 'add-article' | 'write-article' | 'withdraw-article' }
>;

/** How many articles the page lists; a newsroom's archive may hold ten thousand. */
const LISTED = 100;

/** Changes the folder that the bot reads, and shows every page what stands in it then. */
export async function changeArchive(core: Core, command: ArchiveCommand): Promise<CommandAnswer> {
  const { shelf } = core;
  if (shelf === null)
    return { ok: false, error: 'This playground has no archive of its own to change.' };
  try {
    await change(core, shelf, command);
  } catch (error) {
    if (error instanceof ShelfError) return { ok: false, error: error.message };
    const why = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return { ok: false, error: `${shelf.folder} could not be changed (${why}).` };
  }
  core.changes.emit({ type: 'archive', archive: archiveState(shelf) });
  return { ok: true };
}

async function change(core: Core, shelf: Shelf, command: ArchiveCommand): Promise<void> {
  switch (command.kind) {
    case 'add-sample': {
      const sample = SAMPLES.find(({ id }) => id === command.sample);
      if (!sample) throw new ShelfError('There is no such sample.');
      const round = (core.samplesAdded.get(sample.id) ?? 0) + 1;
      core.samplesAdded.set(sample.id, round);
      return shelf.add(sample.make(core.now(), round));
    }
    case 'add-article':
      return shelf.add([command.article]);
    case 'write-article':
      return shelf.write(command.file, command.text);
    case 'withdraw-article':
      return shelf.withdraw(command.file, command.reason);
  }
}

export function archiveState(shelf: Shelf): ArchiveState {
  const articles = shelf.articles();
  return {
    folder: shelf.folder,
    samples: SAMPLES.map(({ id, title, hint }) => ({ id, title, hint })),
    articles: articles.slice(0, LISTED),
    more: Math.max(0, articles.length - LISTED),
  };
}
