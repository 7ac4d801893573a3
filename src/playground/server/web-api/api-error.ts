import type { BlockFault } from '../../../block-kit/check-blocks.js';
import type { JsonObject } from '../../../block-kit/json.js';

/** Slack says no: thrown inside a method, answered as `{ ok: false, error }` with status 200. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  constructor(
    readonly code: string,
    readonly extra: JsonObject = {},
  ) {
    super(code);
  }
}

/** An error with its reasons in Slack's form: `[ERROR] what [json-pointer:/where]`. */
export function errorWithPointers(
  code: string,
  faults: readonly { pointer: string; message: string }[],
): ApiError {
  const lines = faults.map((one) => `${one.message} [json-pointer:${one.pointer}]`);
  return new ApiError(code, {
    errors: lines,
    response_metadata: { messages: lines.map((line) => `[ERROR] ${line}`) },
  });
}

/** Throws for the first kind of fault found; all faults of that kind are listed. */
export function refuseFaults(faults: readonly BlockFault[]): void {
  const code = faults[0]?.code;
  if (!code) return;
  throw errorWithPointers(
    code,
    faults.filter((one) => one.code === code),
  );
}
