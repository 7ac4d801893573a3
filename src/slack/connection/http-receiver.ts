import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  type App,
  type BufferedIncomingMessage,
  HTTPModuleFunctions,
  HTTPResponseAck,
  type Receiver,
} from '@slack/bolt';
import { isObject } from '../../block-kit/json.js';
import type { Log } from '../../log.js';
import { createBoltLogger } from '../wire/client.js';
import type { Door } from './door.js';
import type { HttpServer } from './http-server.js';

const {
  buildSSLCheckResponse,
  buildUrlVerificationResponse,
  isRawBodyError,
  parseAndVerifyHTTPRequest,
  parseHTTPRequestBody,
} = HTTPModuleFunctions;

/** The path of Slack's requests. */
export const EVENTS_PATH = '/slack/events';

/** More than Slack ever sends, in bytes. */
const BODY_LIMIT = 1024 * 1024;

/**
 * Takes Slack's signed requests. The steps are those of Bolt's own receiver, whose process ends at a signed body that is
 * `null`; here nothing is looked into that does not fit, and whatever fails is answered.
 */
export function createHttpReceiver(needs: {
  readonly server: HttpServer;
  readonly signingSecret: string;
  readonly log: Log;
  readonly door: Door;
}): Receiver {
  const { server, signingSecret, log, door } = needs;
  const logger = createBoltLogger(log);
  let app: App;

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refuse = (status: number, why: unknown): void => {
      log.warn(
        { status, why: String(why) },
        'a request that is not as Slack sends them was refused',
      );
      response.writeHead(status).end();
    };
    let buffered: BufferedIncomingMessage;
    try {
      const limits = { signingSecret, bodyLimit: BODY_LIMIT };
      buffered = await parseAndVerifyHTTPRequest(limits, request);
    } catch (error) {
      return refuse(isRawBodyError(error) ? error.statusCode : 401, error);
    }
    let body: unknown;
    try {
      body = parseHTTPRequestBody(buffered);
    } catch (error) {
      return refuse(400, error);
    }
    if (!isObject(body)) return refuse(400, 'the body is no object');
    if (body['ssl_check'] === '1') return buildSSLCheckResponse(response);
    if (body['type'] === 'url_verification') return buildUrlVerificationResponse(response, body);
    const ack = new HTTPResponseAck({
      logger,
      processBeforeResponse: false,
      httpRequest: buffered,
      httpRequestBody: body,
      httpResponse: response,
    });
    if (await door.take(app, { body, ack: ack.bind() })) return;
    ack.ack();
    response.writeHead(400).end();
  }

  return {
    init(itsApp) {
      app = itsApp;
    },
    async start() {
      server.serve(EVENTS_PATH, (request, response) => {
        if (request.method === 'POST') void take(request, response);
        else response.writeHead(405, { allow: 'POST' }).end();
      });
    },
    async stop() {
      server.stopTaking();
    },
  };
}
