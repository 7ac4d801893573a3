import { escapedLength } from './limits.js';

/** A fault inside a JSON document: where (a JSON pointer) and what, in Slack's own words. */
export interface ShapeFault {
  pointer: string;
  message: string;
}

/** Looks at one value and reports what is wrong with it or below it. Never throws. */
export type Shape = (value: unknown, pointer: string, report: (fault: ShapeFault) => void) => void;

export type JsonObject = Record<string, unknown>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A string of `min` to `max` characters, counted after escaping. */
export function string(
  max = Infinity,
  { min = 1, kind = 'plain' }: { min?: number; kind?: 'plain' | 'mrkdwn' } = {},
): Shape {
  return (value, pointer, report) => {
    if (typeof value !== 'string') return report({ pointer, message: 'must provide a string' });
    const length = escapedLength(value, kind);
    if (length < min) report({ pointer, message: `must be more than ${min - 1} characters` });
    if (length > max) report({ pointer, message: `must be less than ${max + 1} characters` });
  };
}

export const boolean: Shape = (value, pointer, report) => {
  if (typeof value !== 'boolean') report({ pointer, message: 'must provide a boolean' });
};

export function integer(min: number, max: number): Shape {
  return (value, pointer, report) => {
    if (!Number.isInteger(value)) report({ pointer, message: 'must provide an integer' });
    else if (Number(value) < min) report({ pointer, message: `must be at least ${min}` });
    else if (Number(value) > max) report({ pointer, message: `must be at most ${max}` });
  };
}

export function oneOf(...allowed: readonly (string | number)[]): Shape {
  return (value, pointer, report) => {
    if (!allowed.some((one) => one === value))
      report({ pointer, message: `must be one of: ${allowed.join(', ')}` });
  };
}

export function matching(pattern: RegExp, expected: string): Shape {
  return (value, pointer, report) => {
    if (typeof value !== 'string' || !pattern.test(value))
      report({ pointer, message: `must be ${expected}` });
  };
}

/** `min` to `max` items, each of one shape. */
export function list(item: Shape, max = Infinity, min = 1): Shape {
  return (value, pointer, report) => {
    if (!Array.isArray(value)) return report({ pointer, message: 'must provide an array' });
    if (value.length < min) report({ pointer, message: `no fewer than ${min} items allowed` });
    if (value.length > max) report({ pointer, message: `no more than ${max} items allowed` });
    value.forEach((entry, index) => item(entry, `${pointer}/${index}`, report));
  };
}

/** An object with these fields and no others: Slack refuses a property that it does not know. */
export function object(
  required: Record<string, Shape>,
  optional: Record<string, Shape> = {},
  also: Shape = () => undefined,
): Shape {
  const fields = { ...required, ...optional };
  return (value, pointer, report) => {
    if (!isObject(value)) return report({ pointer, message: 'must provide an object' });
    for (const name of Object.keys(required))
      if (value[name] === undefined)
        report({ pointer, message: `missing required field: ${name}` });
    for (const [name, entry] of Object.entries(value)) {
      const shape = Object.hasOwn(fields, name) ? fields[name] : undefined;
      if (shape === undefined) report({ pointer, message: `invalid additional property: ${name}` });
      else if (entry !== undefined) shape(entry, `${pointer}/${name}`, report);
    }
    also(value, pointer, report);
  };
}

/** An object whose `type` picks its shape; any other type is refused. */
export function byType(shapes: () => Record<string, Shape>): Shape {
  return (value, pointer, report) => {
    if (!isObject(value)) return report({ pointer, message: 'must provide an object' });
    const { type } = value;
    if (typeof type !== 'string')
      return report({ pointer, message: 'missing required field: type' });
    const table = shapes();
    const shape = Object.hasOwn(table, type) ? table[type] : undefined;
    if (shape) shape(value, pointer, report);
    else report({ pointer: `${pointer}/type`, message: `unsupported type: ${type}` });
  };
}
