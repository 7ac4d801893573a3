import type { BlockFault } from '../../../block-kit/check-blocks.js';
import { isObject, type JsonObject } from '../../../block-kit/json.js';
import type { FaultKind } from '../../commands.js';
import type { Core } from '../../core.js';
import type { Channel } from '../../protocol.js';
import { parseJson } from '../../../local-http.js';

/** One Web API method. */
export interface Method {
  /** Granted by the manifest; absent: any token will do. */
  scope?: string;
  /** Which token it takes: the bot's, unless it says the app's. */
  token?: 'app';
  /** What it answers beside `ok: true`; throws an `ApiError` where Slack refuses. `note` is for people who read the traffic. */
  run(args: ApiArguments, core: Core, note: (text: string) => void): JsonObject;
}

export type Methods = Readonly<Record<string, Method>>;

/** The arguments of one call, from a form (everything is a string) or from JSON. */
export class ApiArguments {
  constructor(private readonly all: JsonObject) {}

  optionalText(name: string): string | undefined {
    const value = this.all[name];
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    return typeof value === 'string' && value !== '' ? value : undefined;
  }

  /** A string; missing or empty is refused as Slack refuses it. */
  text(name: string): string {
    const value = this.optionalText(name);
    if (value !== undefined) return value;
    const missing = { pointer: '', message: `missing required field: ${name}` };
    throw errorWithPointers('invalid_arguments', [missing]);
  }

  flag(name: string): boolean {
    return ['true', '1'].includes(this.optionalText(name) ?? '');
  }

  /** A whole number, `fallback` where it is absent. */
  number(name: string, fallback: number): number {
    const value = Number(this.optionalText(name) ?? fallback);
    if (!Number.isInteger(value)) throw new ApiError('invalid_arguments');
    return value;
  }

  /** A JSON value, also where it came as a string in a form; undefined where it is absent. */
  json(name: string): unknown {
    const value = this.all[name];
    if (typeof value !== 'string') return value;
    const parsed = parseJson(value);
    if (parsed === undefined && value !== '') throw new ApiError(`invalid_${name}_format`);
    return parsed;
  }
}

/** The body of a request, form or JSON; fields of the query string count too. */
export function parseBody(raw: string, contentType: string, query: URLSearchParams): JsonObject {
  const fields = Object.fromEntries(query);
  if (contentType.startsWith('application/json')) {
    const parsed = parseJson(raw || '{}');
    if (!isObject(parsed)) throw new ApiError('invalid_json');
    return { ...fields, ...parsed };
  }
  return { ...fields, ...Object.fromEntries(new URLSearchParams(raw)) };
}

/** The same for people to read: JSON that came as a string in a form is shown as JSON. */
export function unfold(fields: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      const looksLikeJson = typeof value === 'string' && /^[[{]/.test(value);
      return [name, looksLikeJson ? (parseJson(value) ?? value) : value];
    }),
  );
}

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
  const same = faults.filter((one) => one.code === code);
  if (code) throw errorWithPointers(code, same);
}

/**
 * The channel that a call names: an id, or a person's id for the direct message with them. The bot must be a member;
 * private channels without it do not exist for it.
 */
export function findOwnChannel(core: Core, named: string): Channel {
  const { channels, app } = core.state;
  const found = channels.find(
    (one) => one.id === named || (one.kind === 'direct' && one.members[0] === named),
  );
  const isMember = found?.members.includes(app.botUser) === true;
  if (!found || (found.kind !== 'public' && !isMember)) throw new ApiError('channel_not_found');
  if (!isMember) throw new ApiError('not_in_channel');
  return found;
}

/** The same, where it can still write. */
export function findOpenChannel(core: Core, named: string): Channel {
  const channel = findOwnChannel(core, named);
  if (channel.archived) throw new ApiError('is_archived');
  return channel;
}

/** Refuses with the error that the switch is named after, while it is on. */
export function refuseWhile({ faults }: Core, kind: FaultKind): void {
  if (faults.isOn(kind)) throw new ApiError(kind.replaceAll('-', '_'));
}

/** Throws `missing_scope` unless the manifest granted it. */
export function requireScope({ manifest }: Core, needed: string): void {
  if (manifest.scopes.has(needed)) return;
  throw new ApiError('missing_scope', { needed, provided: [...manifest.scopes].join(',') });
}
