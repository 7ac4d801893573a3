import { z } from 'zod';
import type { Archive } from '../answer/archive/archive.js';
import { QuestionError } from '../search/question/question.js';
import type { Asked, Listing } from './listing.js';

/** A kind of request: all that is known of it, from what a person writes to what every face shows. */
export interface Kind<R extends { readonly kind: string }, J extends object> {
  /** Its lines of help: what to write, and what comes back. */
  readonly usage: readonly Usage[];
  /** The form in which a button carries the request. */
  readonly schema: z.ZodType<R>;
  /** How many entries of it are read at once, where it is not the usual. */
  readonly pageSize?: number;
  /** How many entries More leads through, where that is more than an answer brings of itself. */
  readonly reach?: number;
  /**
   * Reads what stands after the kind's word; `null` where the words go on as an ordinary question. With `earlier`
   * questions in the thread a bare word may ask on about their topic.
   * @throws RequestError where it lacks what it is about
   */
  parse(rest: string, earlier: readonly string[]): R | null;
  /**
   * Reads the plain form of it, if it has one: "what did arevalo say?". A request that carries the question as `plain` is
   * answered with passages where its kind has nothing.
   */
  parsePlain?(question: string, earlier: readonly string[]): R | null;
  /** The words it is about: what a follow-up in its thread is read with. */
  subject(request: R): string;
  /**
   * Answers from the archive as it may be seen now. `limit` is how many entries a list has at most; each kind has its
   * own unless it is given.
   * @throws QuestionError when what it is about cannot be read
   */
  answer(archive: Archive, asked: Asked<R>, limit?: number): Promise<Reply<J>>;
}

export interface Usage {
  /** After the command word; the bare word for a kind that needs nothing more. */
  readonly write: string;
  readonly gives: string;
}

/** The answer to a request, ready for every face. */
export interface Reply<J extends object> {
  readonly listing: Listing;
  /** What programs get; with `explain`, why each passage stands where it does. */
  json(explain?: boolean): J;
  /** Why passages are to answer a plain form instead, in a sentence; not there where the kind has what was asked. */
  readonly instead?: string | undefined;
}

/** Thrown when a command lacks what it is about; the message gives an example, in words for whoever asked. */
export class RequestError extends QuestionError {
  override readonly name: string = 'RequestError';
  override readonly code = 'bad-request';
}

/** The schema's field for the plain form that a request was read from. */
export const plainQuestion = z.string().optional();

/** Whether there is anything to look for. */
export function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
