import { z } from 'zod';
import type { Report } from '../records.js';
import type { Reports } from '../store.js';
import type { Database, Tables } from './tables.js';
import { decodeWords, encodeWords, hashOf } from './words.js';

export function createReports(db: Database): Reports {
  return {
    async add(report) {
      const row = toRow(report);
      await db
        .insertInto('reports')
        .values(row)
        .onConflict((on) => on.column('id').doUpdateSet(row))
        .execute();
    },

    async list(most) {
      const all = db.selectFrom('reports').selectAll().orderBy('at', 'desc').orderBy('id');
      const rows = await (most === undefined ? all : all.limit(most)).execute();
      return rows.map(toReport);
    },
  };
}

const threadWords = z.array(z.string());

function toRow({ user, at, question, thread, remark, ...report }: Report): Tables['reports'] {
  const { team, file, start, end } = report;
  return {
    ...report,
    id: hashOf(JSON.stringify([team, user, question, thread, file, start, end])),
    person: user,
    at: at.getTime(),
    question: encodeWords(question),
    thread: JSON.stringify(thread),
    remark: remark === null ? null : encodeWords(remark),
  };
}

function toReport(row: Tables['reports']): Report {
  const { team, person: user, file, paragraph, start, end, fingerprint, reason, remark } = row;
  return {
    team,
    user,
    at: new Date(row.at),
    question: decodeWords(row.question),
    thread: threadWords.parse(JSON.parse(row.thread)),
    file,
    paragraph,
    start,
    end,
    fingerprint,
    reason,
    remark: remark === null ? null : decodeWords(remark),
  };
}
