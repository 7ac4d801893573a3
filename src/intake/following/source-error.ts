/** Thrown when a source gave nothing this time; the message says why, in a sentence without its name. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
  readonly code = 'source-failed';
  /** Not to be asked before this, in milliseconds from now, as its server said. */
  readonly retryAfter: number | null;
  /** Its server said that it is gone for good. */
  readonly isGone: boolean;

  constructor(
    message: string,
    options: { cause?: unknown; retryAfter?: number | null; isGone?: boolean } = {},
  ) {
    super(message, { cause: options.cause });
    this.retryAfter = options.retryAfter ?? null;
    this.isGone = options.isGone ?? false;
  }
}
