import { boolean, byType, isObject, object, oneOf, string, type Shape } from './json-shape.js';
import { LIMITS } from './limits.js';

/** The field by which an object says what it is. */
export const type = (name: string): Record<string, Shape> => ({ type: oneOf(name) });

/** A text object of one kind, up to a length. */
export const plainText = (max: number = LIMITS.textObject): Shape =>
  byType(() => ({
    plain_text: object({ ...type('plain_text'), text: string(max) }, { emoji: boolean }),
  }));

/** The same for text with markup. */
export const mrkdwn = (max: number = LIMITS.textObject): Shape =>
  byType(() => ({
    mrkdwn: object(
      { ...type('mrkdwn'), text: string(max, { kind: 'mrkdwn' }) },
      { verbatim: boolean },
    ),
  }));

/** plain_text or mrkdwn. */
export const anyText =
  (max: number = LIMITS.textObject): Shape =>
  (value, pointer, report) =>
    isObject(value) && value['type'] === 'mrkdwn'
      ? mrkdwn(max)(value, pointer, report)
      : plainText(max)(value, pointer, report);
