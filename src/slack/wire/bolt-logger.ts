import { LogLevel, type Logger } from '@slack/bolt';
import type { Log } from '../../log.js';

/** Lets Bolt and its client write into our log. The log decides what is kept, so levels set here change nothing. */
export function createBoltLogger(log: Log): Logger {
  const write =
    (level: keyof Log) =>
    (...parts: unknown[]): void => {
      const err = parts.find((part) => part instanceof Error);
      const message = parts
        .filter((part) => part !== err)
        .map(String)
        .join(' ');
      log[level]({ from: 'bolt', ...(err === undefined ? {} : { err }) }, message);
    };
  return {
    debug: write('debug'),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    setLevel: () => {},
    getLevel: () => LogLevel.DEBUG,
    setName: () => {},
  };
}
