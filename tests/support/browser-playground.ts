import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, onTestFinished } from 'vitest';
import type * as Program from '../../src/start/start-playground-bot.js';
import { openBrowser } from './browser.js';
import { describeWith } from './describe-with.js';
import { SEEDS } from './seeds.js';

/** One browser for all tests of a file. */
const opened = await openBrowser();
afterAll(async () => {
  if ('browser' in opened) await opened.browser.close();
});

/** Tests that need a browser. */
export function describeInBrowser(title: string, tests: () => void): void {
  describeWith(title, 'missing' in opened ? opened.missing : null, tests);
}

export interface RunningPlayground {
  readonly url: string;
  /** The copy of the articles that the bot reads. */
  readonly archive: { readonly folder: string };
  stop(why: string): Promise<void>;
}

/** The built program's own playground, bot and page, on a free port unless one is given. */
export async function startBuiltPlayground({
  corpusDir = SEEDS,
  port = 0,
  agent = false,
  stateFile,
}: {
  corpusDir?: string;
  port?: number;
  agent?: boolean;
  stateFile?: string;
} = {}): Promise<RunningPlayground> {
  const built = new URL('../../dist/start/start-playground-bot.js', import.meta.url).href;
  const program: typeof Program = await import(/* @vite-ignore */ built);
  return program.startPlaygroundBot(
    {
      corpusDir,
      port,
      command: '/deport',
      host: undefined,
      logLevel: 'silent',
      databaseUrl: undefined,
      digestZone: 'UTC',
      admins: [],
      metrics: false,
      slackApiUrl: undefined,
      mcpToken: undefined,
      tokens: { bot: undefined, signingSecret: undefined, app: undefined },
    },
    { socket: false, agent, stateFile },
  );
}

/** Somebody in front of the page. */
export interface Visitor {
  readonly page: Page;
  readonly composer: Locator;
  /** Messages of the open channel, replies not among them; the bot's only. */
  readonly fromBot: Locator;
  /** Messages in the open thread, from the bot only. */
  readonly repliesFromBot: Locator;
  readonly modal: Locator;
  /** Types into the channel's composer and sends. */
  say(text: string): Promise<void>;
  sayInThread(text: string): Promise<void>;
  /** Opens the thread under the newest message of a person. */
  openThread(): Promise<void>;
  actAs(name: PersonName): Promise<void>;
  goTo(channel: string): Promise<void>;
  switchFault(kind: string): Promise<Locator>;
  traffic(rows: TrafficFilter): Locator;
}

interface TrafficFilter {
  readonly title: string;
  readonly outcome?: 'ok' | 'refused' | 'failed';
}

const PEOPLE = {
  maya: 'U0MAYA0001',
  jonas: 'U0JONAS002',
  priya: 'U0PRIYA003',
  sam: 'U0SAM00004',
  lucia: 'U0LUCIA005',
  theo: 'U0THEO0006',
  noor: 'U0NOOR0007',
} as const;
type PersonName = keyof typeof PEOPLE;

/** Something to be done when the test is over. A test that runs beside others hands in its own. */
type Afterwards = typeof onTestFinished;

type VisitOptions = BrowserContextOptions & {
  before?: (page: Page) => Promise<unknown>;
  afterwards?: Afterwards;
};

/** Opens an address in a browser window of its own, which is closed with the test. */
export async function openInBrowser(
  url: string,
  { before, afterwards = onTestFinished, ...options }: VisitOptions = {},
): Promise<Page> {
  if ('missing' in opened) throw new Error(opened.missing);
  const context = await opened.browser.newContext({
    viewport: { width: 1360, height: 800 },
    reducedMotion: 'reduce',
    ...options,
  });
  afterwards(() => context.close());
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  await before?.(page);
  await page.goto(url);
  return page;
}

/** Opens the playground's page. */
export async function visit(url: string, options: VisitOptions = {}): Promise<Visitor> {
  const page = await openInBrowser(url, options);
  await page.getByTestId('composer').waitFor();
  return meet(page);
}

/** A playground of its own for this test, and somebody in front of it. */
export async function visitNewPlayground(
  options: Parameters<typeof visit>[1] & { corpusDir?: string; agent?: boolean } = {},
): Promise<Visitor & Pick<RunningPlayground, 'url' | 'archive'>> {
  const { corpusDir = SEEDS, agent = false, ...visiting } = options;
  const playground = await startBuiltPlayground({ corpusDir, agent });
  const { afterwards = onTestFinished } = options;
  afterwards(() => playground.stop('the test is over'));
  const { url, archive } = playground;
  return { url, archive, ...(await visit(url, visiting)) };
}

function meet(page: Page): Visitor {
  const composer = page.getByTestId('composer');
  const type = async (field: Locator, text: string): Promise<void> => {
    await field.fill(text);
    await field.press('Enter');
  };
  const inList = (list: string, from: string): Locator =>
    page.getByTestId(list).locator(`[data-testid=message][data-from=${from}]`);
  return {
    page,
    composer,
    fromBot: inList('messages', 'bot'),
    repliesFromBot: inList('thread-messages', 'bot'),
    modal: page.getByTestId('modal'),
    say: (text) => type(composer, text),
    sayInThread: (text) => type(page.getByTestId('thread-composer'), text),
    async openThread() {
      const newest = inList('messages', 'person').last();
      await newest.hover();
      await newest.getByTestId('reply-in-thread').click();
      await page.getByTestId('thread-pane').waitFor();
    },
    async actAs(name) {
      await page.getByTestId('person-switcher').click();
      await page.locator(`[data-testid=person-option][data-person-id=${PEOPLE[name]}]`).click();
      await page.locator(`[data-testid=person-switcher][data-person-id=${PEOPLE[name]}]`).waitFor();
    },
    async goTo(channel) {
      await page.locator(`[data-testid=channel][data-channel-name=${channel}]`).click();
      await page.getByRole('main', { name: `#${channel}` }).waitFor();
    },
    async switchFault(kind) {
      if (!(await page.getByTestId('traffic-pane').isVisible()))
        await page.getByTestId('toggle-traffic').click();
      const fault = page.locator(`[data-testid=fault][data-fault=${kind}]`);
      await fault.click();
      return fault;
    },
    traffic: ({ title, outcome }) =>
      page.locator(
        `[data-testid=traffic-row][data-title="${title}"]${outcome === undefined ? '' : `[data-outcome=${outcome}]`}`,
      ),
  };
}
