import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UsageError } from './arguments.js';

/**
 * Reads the words after a command that has options alone, or options and names.
 * @throws UsageError that names the option and says what was `expected`
 */
export function readOptions<T extends ParseArgsConfig>(
  config: T,
  expected: string,
): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    const [said = ''] = cause.message.split('. ');
    throw new UsageError(`${said}; ${expected}`, { cause });
  }
}
