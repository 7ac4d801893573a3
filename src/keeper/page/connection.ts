import type { ArchiveTable, OpenedArticle, SaveAnswer, SaveRequest } from '../protocol.js';

/** What the server was asked for, or why it cannot be had, in a sentence. */
export type Fetched<T> = { readonly got: T } | { readonly failure: string };

const AWAY = 'The desk does not answer. Is it still running in its terminal?';

export const fetchTable = (): Promise<Fetched<ArchiveTable>> => fetchJson('/keeper/articles');

export const fetchOpened = (file: string): Promise<Fetched<OpenedArticle>> =>
  fetchJson(`/keeper/article?file=${encodeURIComponent(file)}`);

async function fetchJson<T>(path: string): Promise<Fetched<T>> {
  try {
    const response = await fetch(path);
    const answer = JSON.parse(await response.text());
    return response.ok ? { got: answer } : { failure: answer.message };
  } catch {
    return { failure: AWAY };
  }
}

/** Never rejects: a server that is gone is an answer, too. */
export async function sendSave(request: SaveRequest): Promise<SaveAnswer> {
  try {
    const response = await fetch('/keeper/article', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
    });
    return JSON.parse(await response.text());
  } catch {
    return { kind: 'failed', message: AWAY };
  }
}
