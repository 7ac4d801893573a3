import { QuestionError } from '../search/question/question.js';

/** What a person may ask of the desk, the same in Slack, in the terminal and for other programs. */
export type Request =
  /** Passages that answer a question. */
  | { readonly kind: 'passages'; readonly question: string }
  /** What somebody is quoted with, about a topic perhaps. */
  | {
      readonly kind: 'quotes';
      readonly name: string;
      readonly about: string | null;
      /** The question it was asked as ("what did arevalo say?"), to be answered with passages where nobody of that name is quoted. */
      readonly question: string | null;
    }
  /** Whether a sentence stands in the archive. */
  | { readonly kind: 'check'; readonly sentence: string }
  | { readonly kind: 'timeline'; readonly topic: string }
  | { readonly kind: 'figures'; readonly topic: string }
  /** What the archive holds. */
  | { readonly kind: 'sources' };

/** Thrown when a command lacks what it is about; the message gives an example, in words for whoever asked. */
export class RequestError extends QuestionError {
  override readonly name: string = 'RequestError';
  override readonly code = 'bad-request';
}

/** The words a request is about: what a follow-up in its thread is read with, and what its answer is headed with. */
export function subjectOf(request: Request): string {
  switch (request.kind) {
    case 'passages':
      return request.question;
    case 'quotes':
      return request.question ?? [request.name, request.about ?? ''].join(' ').trim();
    case 'check':
      return request.sentence;
    case 'timeline':
    case 'figures':
      return request.topic;
    case 'sources':
      return '';
  }
}
