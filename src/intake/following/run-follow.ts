import type { Writable } from 'node:stream';
import { formatFault } from '../../corpus/fault.js';
import { plural } from '../../requests/wording.js';
import { readOptions, UsageError } from '../../terminal/arguments.js';
import { describeExport } from '../export-report.js';
import { readSources } from './followed.js';
import type { FollowNeeds } from './follow-sources.js';
import { followDue } from './start-following.js';

/** What `follow` needs of the process it runs in; `dir` is the archive unless `--corpus` names another. */
export interface FollowOnceNeeds extends Omit<FollowNeeds, 'heard'> {
  readonly stdout: Writable;
  readonly stderr: Writable;
}

const USAGE = 'expected npm run follow -- [--now] [--corpus DIR]';

/**
 * Looks once at the sources whose time has come, or with `--now` at all, and tells what they brought. Gives the exit
 * code: 0 when all was well, 1 when something failed, 2 for wrong use.
 */
export async function runFollow(words: readonly string[], needs: FollowOnceNeeds): Promise<number> {
  const { stdout, stderr } = needs;
  let isWell = true;
  const complain = (message: string): void => {
    stderr.write(`${message}\n`);
    isWell = false;
  };
  try {
    const options = { now: { type: 'boolean' }, corpus: { type: 'string' } } as const;
    const { now, corpus: dir = needs.dir } = readOptions(
      { args: [...words], options },
      USAGE,
    ).values;
    const { sources, faults } = await readSources(dir);
    for (const fault of faults) complain(formatFault(fault));
    if (sources.length === 0) {
      complain(`follow: no source is named in ${dir}/sources.yml; the README says how`);
      return 1;
    }
    const looked = await followDue(
      {
        ...needs,
        dir,
        heard: {
          brought(source, name, report) {
            const said = source === name ? source : `${source}, ${name}`;
            stdout.write(`${describeExport(said, dir, report)}\n`);
          },
          failed: (source, message) => complain(`${source}: ${message}`),
        },
      },
      now === true ? 'all' : 'due',
    );
    if (looked === null) complain('follow: another process looks at the sources at the moment');
    else if (looked.length === 0) stdout.write('No source is due; --now looks at all of them.\n');
    else stdout.write(`${plural(looked.length, 'source')} looked at.\n`);
    return isWell ? 0 : 1;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    stderr.write(`follow: ${error.message}\n`);
    return 2;
  }
}
