import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Archive } from '../answer/archive/archive.js';
import type { Metrics } from '../metrics.js';
import type { Handler } from '../slack/connection/http-server.js';

/** The path from which Prometheus reads. */
export const METRICS_PATH = '/metrics';

/** A person waits: the steps of a second, in seconds. */
const ANSWER_BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Late digests are sent for six hours: in minutes. */
const LATE_BUCKETS = [1, 5, 15, 60, 180, 360];

/** Counts for Prometheus, with those of Node itself: memory, processor, the event loop's delay. */
export function createPrometheus(archive: Pick<Archive, 'freshness'>): {
  readonly metrics: Metrics;
  readonly page: Handler;
} {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, prefix: 'clipdesk_' });
  const questions = new Histogram({
    name: 'clipdesk_answer_seconds',
    help: 'Time from a question to its answer, by kind and by whether anything was shown',
    labelNames: ['kind', 'state'],
    buckets: ANSWER_BUCKETS,
    registers,
  });
  const deliveries = new Counter({
    name: 'clipdesk_deliveries_total',
    help: 'Digests, watches, corrections and notices, by outcome',
    labelNames: ['kind', 'outcome'],
    registers,
  });
  const late = new Histogram({
    name: 'clipdesk_delivery_late_minutes',
    help: 'How long after its time a message was sent',
    labelNames: ['kind'],
    buckets: LATE_BUCKETS,
    registers,
  });
  const refusals = new Counter({
    name: 'clipdesk_slack_errors_total',
    help: 'What Slack refused, by its code',
    labelNames: ['code'],
    registers,
  });
  const payloads = new Counter({
    name: 'clipdesk_payloads_total',
    help: 'What Slack sent, and what came in its name and did not fit',
    labelNames: ['fits'],
    registers,
  });
  const unheard = new Counter({
    name: 'clipdesk_unheard_errors_total',
    help: 'Errors that nothing caught',
    registers,
  });
  const articles = new Gauge({
    name: 'clipdesk_articles',
    help: 'Articles in the archive that may be seen now',
    registers: [],
    collect() {
      this.set(archive.freshness().articles);
    },
  });
  registry.registerMetric(articles);
  return {
    metrics: {
      answered: (kind, state, ms) => questions.observe({ kind, state }, ms / 1_000),
      delivered(kind, outcome, minutesLate) {
        deliveries.inc({ kind, outcome });
        if (outcome === 'sent') late.observe({ kind }, minutesLate);
      },
      refusedBySlack: (code) => refusals.inc({ code }),
      received: (fits) => payloads.inc({ fits: String(fits) }),
      unheard: () => unheard.inc(),
    },
    page(_request, response) {
      void registry.metrics().then((text) => {
        response.writeHead(200, { 'content-type': registry.contentType }).end(text);
      });
    },
  };
}
