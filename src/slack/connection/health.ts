import type { Archive } from '../../answer/archive/archive.js';
import type { Store } from '../../store/store.js';
import type { Connection, ConnectionStatus } from './connection.js';
import type { Door } from './door.js';
import type { Handler } from './http-server.js';

/** The path for whoever asks whether the process lives: another start mends nothing else. */
export const HEALTH_PATH = '/healthz';

/** The path for a load balancer, or a person, that asks whether the bot can answer. */
export const READY_PATH = '/readyz';

/** What the bot is made of, as the pages look at it. */
export interface Vitals {
  readonly archive: Pick<Archive, 'freshness'>;
  readonly connection: Pick<Connection, 'status'>;
  readonly store: Pick<Store, 'check'>;
  readonly door: Pick<Door, 'lastAt'>;
}

interface Health {
  readonly status: 'ok';
  readonly articles: number;
  readonly slack: ConnectionStatus;
}

/** Shown as long as the process lives, with or without Slack. */
export function healthPage({ archive, connection }: Vitals): Handler {
  return page(async () => {
    const articles = archive.freshness().articles;
    const health: Health = { status: 'ok', articles, slack: connection.status() };
    return { code: 200, body: health };
  });
}

/** 200 where the archive is read, the store reached and Slack connected; else 503, and what is missing. */
export function readyPage({ archive, connection, store, door }: Vitals): Handler {
  return page(async () => {
    const slack = connection.status();
    const broken = await store.check().then(
      () => null,
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
    const isReady = slack.state !== 'trying' && broken === null;
    return {
      code: isReady ? 200 : 503,
      body: {
        status: isReady ? 'ready' : 'not ready',
        articles: archive.freshness().articles,
        store: broken ?? 'reached',
        slack,
        lastEventAt: door.lastAt(),
      },
    };
  });
}

function page(look: () => Promise<{ readonly code: number; readonly body: object }>): Handler {
  return (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
      return;
    }
    void look().then(({ code, body }) => {
      response.writeHead(code, { 'content-type': 'application/json', 'cache-control': 'no-store' });
      response.end(request.method === 'HEAD' ? undefined : JSON.stringify(body));
    });
  };
}
