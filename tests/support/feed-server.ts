import http, {
  type IncomingHttpHeaders,
  type OutgoingHttpHeaders,
  type RequestListener,
} from 'node:http';
import { onTestFinished } from 'vitest';

/** A web server on this machine that answers as a test says, and remembers what it was asked. */
export interface FeedServer {
  readonly port: number;
  /** The address of a path there, under a name that is none of this machine. */
  readonly at: (path: string, host?: string) => string;
  readonly asked: { readonly path: string; readonly headers: IncomingHttpHeaders }[];
  /** Whatever is not named is not found. */
  readonly paths: Record<string, RequestListener>;
}

export async function feedServer(paths: Record<string, RequestListener> = {}): Promise<FeedServer> {
  const asked: FeedServer['asked'] = [];
  const server = http.createServer((request, response) => {
    const { url = '/', headers } = request;
    asked.push({ path: url, headers });
    const answer = paths[url];
    if (answer) answer(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  return {
    port,
    asked,
    paths,
    at: (path, host = 'post.example') => `http://${host}:${port}${path}`,
  };
}

/** Answers with this. */
export function sends(body: string, headers: OutgoingHttpHeaders = {}): RequestListener {
  return (_, response) => {
    response.writeHead(200, headers).end(body);
  };
}

/** A feed of RSS with a story for each id. */
export function rss(...ids: string[]): string {
  const items = ids.map(
    (id) =>
      `<item><title>Story ${id}</title><guid>https://post.example/${id}</guid><content:encoded><![CDATA[<p>The quay of ${id} is open.</p>]]></content:encoded></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Harbour Post</title>${items.join('')}</channel></rss>`;
}
