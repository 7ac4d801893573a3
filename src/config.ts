import { z } from 'zod';

/** What the environment says, read once at start. */
export interface Config {
  readonly corpusDir: string;
  readonly command: string;
  readonly port: number;
  /** `undefined` listens on every address of the machine. */
  readonly host: string | undefined;
  readonly logLevel: LogLevel;
  /** `undefined` is {@link DEFAULT_DATABASE}, and in the playground a database of its own. */
  readonly databaseUrl: string | undefined;
  /** Where a digest's time counts when nobody says otherwise. */
  readonly digestZone: string;
  /** Who may change what is set in any channel, by their user ids in Slack. */
  readonly admins: readonly string[];
  /** Whether /metrics is shown, for Prometheus. */
  readonly metrics: boolean;
  /** Another Slack, for tests; `undefined` is Slack itself. */
  readonly slackApiUrl: string | undefined;
  /** What an assistant must send to be served over HTTP; `undefined` serves none. */
  readonly mcpToken: string | undefined;
  readonly tokens: Tokens;
}

/** The three secrets from Slack's pages; the bot starts with the bot token and one of the other two. */
export interface Tokens {
  readonly bot: string | undefined;
  readonly signingSecret: string | undefined;
  readonly app: string | undefined;
}

/** Made at first start. */
export const DEFAULT_DATABASE = 'file:data/clipdesk.db';

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Thrown with every fault of the environment at once, one line for each variable. */
/** The slash command where none is configured; `manifest.yml` has the same. */
export const DEFAULT_COMMAND = '/deport';

export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly code = 'bad-environment';
}

const SECRETS = new Set([
  'SLACK_BOT_TOKEN',
  'SLACK_SIGNING_SECRET',
  'SLACK_APP_TOKEN',
  'DATABASE_URL',
  'MCP_TOKEN',
]);

/** An empty variable is one that is not set. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

const environment = z.object({
  SLACK_BOT_TOKEN: optional(z.string().regex(/^xoxb-\S+$/, 'a bot token, which begins with xoxb-')),
  SLACK_SIGNING_SECRET: optional(
    z.string().regex(/^\S{8,}$/, 'the signing secret: at least 8 characters and no spaces'),
  ),
  SLACK_APP_TOKEN: optional(
    z.string().regex(/^xapp-\S+$/, 'an app-level token, which begins with xapp-'),
  ),
  SLACK_API_URL: optional(
    z.url({ protocol: /^https?$/, error: 'a web address such as https://slack.com/api/' }),
  ),
  COMMAND: optional(
    z
      .string()
      .regex(
        /^\/[a-z0-9_-]{1,31}$/,
        'a slash and up to 31 small letters, digits, - or _, such as /deport',
      ),
  ),
  CORPUS_DIR: optional(z.string()),
  DATABASE_URL: optional(
    z
      .string()
      .regex(
        /^(?:file:(?!\/\/[^/])\S|postgres(?:ql)?:\/\/\S+$)/,
        'file: and a path, such as file:data/clipdesk.db, or postgres://user:password@host/database',
      ),
  ),
  DIGEST_TZ: optional(
    z.string().refine(isTimeZone, 'a time zone by its IANA name, such as America/New_York'),
  ),
  ADMINS: optional(
    z
      .string()
      .regex(
        /^\s*[UW][A-Z0-9]+(?:\s*,\s*[UW][A-Z0-9]+)*\s*$/,
        'user ids with commas between them, such as U024BE7LH, U0G9QF9C6',
      )
      .transform((ids) => ids.split(',').map((id) => id.trim())),
  ),
  PORT: optional(
    z
      .string()
      .regex(/^\d{1,5}$/, 'a port from 0 to 65535')
      .transform(Number)
      .refine((port) => port <= 65_535, 'a port from 0 to 65535'),
  ),
  METRICS: optional(z.enum(['0', '1'], '1, to show /metrics')),
  MCP_TOKEN: optional(
    z.string().regex(/^[\x21-\x7e]{16,}$/, 'at least 16 letters, digits or signs and no spaces'),
  ),
  HOST: optional(z.string().regex(/^\S+$/, 'an address to listen on, such as 127.0.0.1')),
  LOG_LEVEL: optional(z.enum(LOG_LEVELS, `one of ${LOG_LEVELS.join(', ')}`)),
});

/**
 * Reads the environment.
 * @throws ConfigError that lists all faults together: the variable, what was given (secrets masked), what was expected
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const parsed = environment.safeParse(env);
  if (!parsed.success)
    throw new ConfigError(
      [
        'The environment has faults:',
        ...parsed.error.issues.map(({ path, message }) => {
          const name = String(path[0]);
          return `  ${name}: ${shown(name, env[name] ?? '')}; expected ${message}`;
        }),
      ].join('\n'),
    );
  const values = parsed.data;
  return {
    corpusDir: values.CORPUS_DIR ?? 'seeds',
    command: values.COMMAND ?? DEFAULT_COMMAND,
    port: values.PORT ?? 3000,
    host: values.HOST,
    logLevel: values.LOG_LEVEL ?? 'info',
    databaseUrl: values.DATABASE_URL,
    digestZone: values.DIGEST_TZ ?? 'UTC',
    admins: values.ADMINS ?? [],
    metrics: values.METRICS === '1',
    slackApiUrl: values.SLACK_API_URL,
    mcpToken: values.MCP_TOKEN,
    tokens: {
      bot: values.SLACK_BOT_TOKEN,
      signingSecret: values.SLACK_SIGNING_SECRET,
      app: values.SLACK_APP_TOKEN,
    },
  };
}

function isTimeZone(name: string): boolean {
  try {
    Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function shown(name: string, value: string): string {
  if (!SECRETS.has(name)) return `“${value}”`;
  // What kind of token it is helps to see that two were swapped; nothing else of it is shown.
  return `${/^x[a-z]{3}-/.exec(value)?.[0] ?? ''}… (${value.length} characters)`;
}
