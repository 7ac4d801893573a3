import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { JsonObject } from '../../../block-kit/json.js';
import type { DisconnectReason } from '../../commands.js';
import type { TrafficEntry } from '../../protocol.js';
import type { Faults, Journal } from '../../state/create-faults.js';
import type { After } from '../../state/movable-clock.js';

/** Waits before the first, second, third and fourth try of an event, where nothing speeds it up. */
const EVENT_TRIES_MS = [0, 0, 60_000, 300_000];

/** What became of a command or an interaction. */
export type DeliveryAnswer = { ok: true; body: unknown } | { ok: false; error: string };

interface DelivererNeeds {
  journal: Journal;
  faults: Faults;
  after: After;
  /** Divides the waits between tries. */
  speedUp: number;
}

export interface Deliverer extends ReturnType<typeof createDeliverer> {}

/** Tells the bot what happened, keeps the journal, and tries events again as Slack does. */
export function createDeliverer({ journal, faults, after, speedUp }: DelivererNeeds) {
  const underWay = new Set<Promise<unknown>>();
  const waits = new Set<() => void>();
  let delivery: BotDelivery | null = null;
  let closed = false;

  const wait = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const finish = (): void => {
        cancel();
        waits.delete(finish);
        resolve();
      };
      const cancel = after(ms, finish);
      waits.add(finish);
    });

  /** One try, on the journal; a lost ack counts as none. */
  async function attempt(
    title: string,
    request: Omit<DeliveryRequest, 'sent'>,
    note?: string,
  ): Promise<Ack> {
    const entry = journal.open({
      direction: 'to-bot',
      kind: request.kind,
      title,
      body: request.payload,
      ...(note !== undefined && { note }),
    });
    const sent = (facts: Partial<TrafficEntry>): void => journal.complete(entry, facts);
    const ack: Ack = delivery
      ? await delivery.send({ ...request, sent })
      : { lost: 'connection_failed', detail: 'no bot is connected' };
    const lost = isOk(ack) && faults.take('lose-ack-once');
    journal.complete(entry, lost ? { ...outcome(ack), ...ackLost } : outcome(ack));
    return lost ? { lost: 'http_timeout', detail: ackLost.note } : ack;
  }

  async function tryEvent(title: string, payload: JsonObject): Promise<void> {
    let reason = '';
    for (const [num, ms] of EVENT_TRIES_MS.entries()) {
      if (ms > 0) await wait(ms / speedUp);
      if (closed) return;
      const retry = num > 0 ? { retry: { num, reason } } : {};
      const note = num > 0 ? `try ${num + 1} of ${EVENT_TRIES_MS.length}: ${reason}` : undefined;
      const ack = await attempt(title, { kind: 'event', payload, ...retry }, note);
      if (isOk(ack) || refusesRetries(ack)) return;
      reason = 'lost' in ack ? ack.lost : 'http_error';
    }
  }

  function track<T>(work: Promise<T>): Promise<T> {
    const tracked = work.finally(() => underWay.delete(tracked));
    underWay.add(tracked);
    return tracked;
  }

  return {
    connect(to: BotDelivery): void {
      delivery = to;
    },
    /** Tells the bot nothing more: what waits to be tried again is given up. */
    close(): void {
      closed = true;
      for (const finish of waits) finish();
    },
    /** Resolves with the acknowledgement of a command or an interaction; at the latest after three seconds. */
    async deliver(
      kind: 'command' | 'interaction',
      title: string,
      payload: JsonObject,
    ): Promise<DeliveryAnswer> {
      const ack = await track(attempt(title, { kind, payload }));
      if ('status' in ack && isOk(ack)) return { ok: true, body: ack.body };
      const timedOut = 'lost' in ack && ack.lost === 'http_timeout';
      return { ok: false, error: timedOut ? 'operation_timeout' : 'dispatch_failed' };
    },
    /** Resolves when the event was acknowledged or given up: up to four tries over six minutes. */
    async deliverEvent(title: string, envelope: JsonObject): Promise<void> {
      const twice = faults.take('send-event-twice');
      const deliveries = [tryEvent(title, envelope)];
      if (twice) deliveries.push(tryEvent(`${title} (sent twice by the fault switch)`, envelope));
      await track(Promise.all(deliveries));
    },
    /** Resolves when nothing is under way or waiting to be tried again. */
    async idle(): Promise<void> {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
  };
}

const ackLost = {
  outcome: 'failed' as const,
  note: 'fault switch: the bot answered, and Slack did not hear it',
};

function isOk(ack: Ack): boolean {
  return 'status' in ack && ack.status >= 200 && ack.status < 300;
}

function refusesRetries(ack: Ack): boolean {
  return 'status' in ack && ack.headers['x-slack-no-retry'] === '1';
}

function outcome(ack: Ack): Partial<TrafficEntry> {
  if ('lost' in ack) return { outcome: 'failed', note: `${ack.lost}: ${ack.detail}` };
  return { answer: ack, outcome: isOk(ack) ? 'ok' : 'failed' };
}

/** One thing that Slack tells the bot. */
export interface DeliveryRequest {
  kind: 'command' | 'event' | 'interaction';
  payload: JsonObject;
  /** From the second try on. */
  retry?: { num: number; reason: string };
  /** Called once the request is known as it goes over the wire, for the journal. */
  sent(facts: { headers: Record<string, string>; raw: string }): void;
}

/** The bot's answer within three seconds, or why there is none. */
export type Ack =
  | { status: number; headers: Record<string, string>; body: unknown }
  | { lost: 'http_timeout' | 'connection_failed'; detail: string };

/** How requests reach the bot: over signed HTTP, or over a socket that the bot opened. */
export interface BotDelivery {
  /** Never rejects. */
  send(request: DeliveryRequest): Promise<Ack>;
  /** For `apps.connections.open`: the path of a new socket, or null where the transport has none. */
  openConnection(): string | null;
  /** Announces to the bot that the socket open longest will be closed, and closes it later; false: there is none. */
  disconnect(reason: DisconnectReason): boolean;
  /** Takes over an HTTP upgrade to such a path; false: not one of ours. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  close(): Promise<void>;
}
