import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../../src/config.js';

const faultsOf = (env: Record<string, string>): string => {
  try {
    readConfig(env);
    return '';
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.message;
  }
};

describe('what is not set', () => {
  const defaults = {
    corpusDir: 'seeds',
    command: '/deport',
    port: 3000,
    host: undefined,
    logLevel: 'info',
    databaseUrl: undefined,
    digestZone: 'UTC',
    admins: [],
    metrics: false,
    slackApiUrl: undefined,
    tokens: { bot: undefined, signingSecret: undefined, app: undefined },
  };

  it('has its default', () => {
    expect(readConfig({})).toEqual(defaults);
  });

  it('is the same as what is set to nothing', () => {
    expect(
      readConfig({
        SLACK_BOT_TOKEN: '',
        SLACK_SIGNING_SECRET: '',
        SLACK_APP_TOKEN: '',
        SLACK_API_URL: '',
        COMMAND: '',
        CORPUS_DIR: '',
        DATABASE_URL: '',
        DIGEST_TZ: '',
        ADMINS: '',
        PORT: '',
        HOST: '',
        LOG_LEVEL: '',
      }),
    ).toEqual(defaults);
  });
});

it('reads every variable, and leaves those alone that are not its own', () => {
  expect(
    readConfig({
      SLACK_BOT_TOKEN: 'xoxb-1',
      SLACK_SIGNING_SECRET: 'abcdefgh',
      SLACK_APP_TOKEN: 'xapp-1',
      SLACK_API_URL: 'http://127.0.0.1:9/api/',
      COMMAND: '/clips',
      CORPUS_DIR: '/srv/articles',
      DATABASE_URL: 'postgres://clip@db/desk',
      DIGEST_TZ: 'America/New_York',
      ADMINS: 'U024BE7LH, W0G9QF9C6',
      PORT: '0',
      HOST: '127.0.0.1',
      LOG_LEVEL: 'debug',
      METRICS: '1',
      PATH: '/bin',
    }),
  ).toEqual({
    corpusDir: '/srv/articles',
    command: '/clips',
    port: 0,
    host: '127.0.0.1',
    logLevel: 'debug',
    databaseUrl: 'postgres://clip@db/desk',
    digestZone: 'America/New_York',
    metrics: true,
    admins: ['U024BE7LH', 'W0G9QF9C6'],
    slackApiUrl: 'http://127.0.0.1:9/api/',
    tokens: { bot: 'xoxb-1', signingSecret: 'abcdefgh', app: 'xapp-1' },
  });
});

it('lists all faults together, each with its name, what was given and what was expected', () => {
  expect(faultsOf({ PORT: 'eighty', COMMAND: 'deport', LOG_LEVEL: 'loud', SLACK_API_URL: 'slack' }))
    .toBe(`The environment has faults:
  SLACK_API_URL: “slack”; expected a web address such as https://slack.com/api/
  COMMAND: “deport”; expected a slash and up to 31 small letters, digits, - or _, such as /deport
  PORT: “eighty”; expected a port from 0 to 65535
  LOG_LEVEL: “loud”; expected one of trace, debug, info, warn, error, fatal, silent`);
});

it.each([
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['PORT', '80.5'],
  ['COMMAND', '/Deport'],
  ['COMMAND', `/${'a'.repeat(32)}`],
  ['SLACK_API_URL', 'ftp://example.org'],
  ['HOST', 'a b'],
  ['DIGEST_TZ', 'Berlin'],
  ['ADMINS', '@maya'],
  ['ADMINS', 'U024BE7LH U0G9QF9C6'],
  ['MCP_TOKEN', 'too-short'],
  ['DATABASE_URL', 'clipdesk.db'],
  ['DATABASE_URL', 'file:'],
  ['DATABASE_URL', 'mysql://db/desk'],
])('refuses %s=%s', (name, value) => {
  expect(faultsOf({ [name]: value })).toMatch(new RegExp(`^  ${name}: `, 'm'));
});

describe('secrets', () => {
  it.each([
    ['SLACK_BOT_TOKEN', 'xapp-hush-hush', 'xapp-… (14 characters)'],
    ['SLACK_APP_TOKEN', 'xoxb-hush-hush', 'xoxb-… (14 characters)'],
    ['SLACK_SIGNING_SECRET', 'hush 12', '… (7 characters)'],
    ['SLACK_BOT_TOKEN', 'hush', '… (4 characters)'],
    ['DATABASE_URL', 'http://clip:hush@db/desk', '… (24 characters)'],
    ['MCP_TOKEN', 'hush hush hush hush', '… (19 characters)'],
  ])('are masked: %s shows no more of itself than its kind', (name, value, masked) => {
    const faults = faultsOf({ [name]: value });
    expect(faults).toContain(`  ${name}: ${masked}; expected`);
    expect(faults).not.toContain('hush');
  });
});
