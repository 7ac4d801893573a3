/** Thrown when the bot cannot start; the message says what is at fault and what to do about it. */
export class StartError extends Error {
  override readonly name = 'StartError';
  readonly code = 'cannot-start';
}
