import type { Core } from '../core.js';
import type { ArchiveCommand } from '../commands.js';
import type { ArchiveState, CommandAnswer } from '../protocol.js';
import { ArchiveError, type ArchiveFolder } from '../state/archive/archive-folder.js';
import { SAMPLES } from '../state/archive/samples.js';

/** How many articles the page lists; a newsroom's archive may hold ten thousand. */
const LISTED = 100;

/** Changes the folder that the bot reads, and shows every page what stands in it then. */
export async function changeArchive(core: Core, command: ArchiveCommand): Promise<CommandAnswer> {
  const { archive } = core;
  if (archive === null)
    return { ok: false, error: 'This playground has no archive of its own to change.' };
  try {
    await change(core, archive, command);
  } catch (error) {
    if (error instanceof ArchiveError) return { ok: false, error: error.message };
    const why = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return { ok: false, error: `${archive.folder} could not be changed (${why}).` };
  }
  core.changed();
  return { ok: true };
}

async function change(core: Core, archive: ArchiveFolder, command: ArchiveCommand): Promise<void> {
  switch (command.kind) {
    case 'add-sample': {
      const sample = SAMPLES.find(({ id }) => id === command.sample);
      if (!sample) throw new ArchiveError('There is no such sample.');
      const round = (core.samplesAdded.get(sample.id) ?? 0) + 1;
      core.samplesAdded.set(sample.id, round);
      return archive.add(sample.make(core.now(), round));
    }
    case 'add-article':
      return archive.add([command.article]);
    case 'write-article':
      return archive.write(command.file, command.text);
    case 'withdraw-article':
      return archive.withdraw(command.file, command.reason);
  }
}

export function archiveState(archive: ArchiveFolder): ArchiveState {
  const articles = archive.articles();
  return {
    folder: archive.folder,
    samples: SAMPLES.map(({ id, title, hint }) => ({ id, title, hint })),
    articles: articles.slice(0, LISTED),
    more: Math.max(0, articles.length - LISTED),
  };
}
