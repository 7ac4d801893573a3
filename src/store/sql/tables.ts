import type { Kysely } from 'kysely';
import type { Delivery, DeliveryResult, DigestSetting, ReportReason } from '../records.js';

export type Database = Kysely<Tables>;

/** Stands for a person who was forgotten, where a column must name one. */
export const FORGOTTEN = '';

/** The tables, the same in SQLite and PostgreSQL. Instants are milliseconds since 1970, flags 0 or 1. */
export interface Tables {
  schema_version: { id: number; version: number };
  /** `key` is the SHA-256 of what is claimed: an index holds no long keys. */
  claims: { key: string; at: number };
  thread_questions: { thread: string; position: number; question: string; at: number };
  channel_settings: {
    team: string;
    channel: string;
    opened_by: string | null;
    opened_at: number | null;
    only_admins: number;
    follow_ups: number;
  };
  digest_settings: {
    team: string;
    channel: string;
    time: string;
    zone: string;
    days: string;
    topic: string | null;
    quiet: DigestSetting['quiet'];
    state: DigestSetting['state'];
    paused_by: string | null;
    changed_by: string;
    changed_at: number;
    runs_from: number;
    last_day: string | null;
    last_at: number | null;
    seen_up_to: number | null;
  };
  deliveries: {
    key: string;
    kind: Delivery['kind'];
    team: string;
    channel: string;
    due_at: number;
    holder: string;
    held_until: number;
    tries: number;
    prepared: string | null;
    /** `null` until it has ended. */
    status: DeliveryResult['status'] | null;
    ts: string | null;
    reason: string | null;
    changed_at: number;
  };
  /** One row: the newest sequence number of what was seen. Its lock puts the changes in order. */
  newest_moment: { id: number; moment: number };
  sightings: { moment: number; file: string; sha256: string; seen_at: number };
  watches: {
    id: string;
    team: string;
    channel: string;
    person: string;
    question: string;
    /** SHA-256 of the question, so that a channel has each once. */
    question_hash: string;
    made_at: number;
    seen_up_to: number;
  };
  watch_told: { watch: string; file: string };
  posts: {
    id: string;
    team: string;
    channel: string;
    ts: string;
    thread: string | null;
    at: number;
    corrections: number;
    asked_by: string | null;
    body: string | null;
  };
  post_citations: {
    post: string;
    position: number;
    file: string;
    paragraph: number;
    start: number;
    end: number;
    fingerprint: string;
    words: string;
    told: string | null;
    told_at: number | null;
  };
  channel_corrections: {
    team: string;
    channel: string;
    wanted: number;
    changed_by: string;
    changed_at: number;
  };
  reports: {
    /** SHA-256 of person, question and passage. */
    id: string;
    team: string;
    person: string;
    at: number;
    question: string;
    /** The questions before it, as a JSON list. */
    thread: string;
    file: string;
    paragraph: number;
    start: number;
    end: number;
    fingerprint: string;
    reason: ReportReason;
    remark: string | null;
  };
  quiet_days: { day: string; file: string; start: number; end: number; fingerprint: string };
}

/** In pieces for one statement each: SQLite takes 32,766 values in one, PostgreSQL 65,535. */
export function* chunks<T>(items: readonly T[], size = 5_000): Generator<readonly T[]> {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size);
}
