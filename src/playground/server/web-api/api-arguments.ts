import { isObject, type JsonObject } from '../../../block-kit/json.js';
import { parseJson } from '../../state/json.js';
import { ApiError, errorWithPointers } from './api-error.js';

/** The arguments of one call, from a form (everything is a string) or from JSON. */
export interface ApiArguments {
  all: JsonObject;
  /** A string; missing or empty is refused as Slack refuses it. */
  text(name: string): string;
  optionalText(name: string): string | undefined;
  flag(name: string): boolean;
  /** A whole number, `fallback` where it is absent. */
  number(name: string, fallback: number): number;
  /** A JSON value, also where it came as a string in a form; undefined where it is absent. */
  json(name: string): unknown;
}

export function readArguments(all: JsonObject): ApiArguments {
  const optionalText = (name: string): string | undefined => {
    const value = all[name];
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  return {
    all,
    optionalText,
    text(name) {
      const value = optionalText(name);
      if (value === undefined)
        throw errorWithPointers('invalid_arguments', [
          { pointer: '', message: `missing required field: ${name}` },
        ]);
      return value;
    },
    flag: (name) => optionalText(name) === 'true' || optionalText(name) === '1',
    number(name, fallback) {
      const value = Number(optionalText(name) ?? fallback);
      if (!Number.isInteger(value)) throw new ApiError('invalid_arguments');
      return value;
    },
    json(name) {
      const value = all[name];
      if (typeof value !== 'string') return value;
      if (value === '') return undefined;
      const parsed = parseJson(value);
      if (parsed === undefined) throw new ApiError(`invalid_${name}_format`);
      return parsed;
    },
  };
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
