import { z } from 'zod';
import { fault, type Fault } from '../fault.js';
import { parseYaml } from './parse-yaml.js';

/** The file of words that mean the same, beside the articles. */
export const SYNONYMS_YML = 'synonyms.yml';

const word = z
  .string()
  .regex(/^[\p{L}\p{M}\p{N}.'’]+$/u, 'expected single words, without spaces or hyphens');
const file = z.strictObject({
  version: z.literal(1, 'expected version: 1'),
  groups: z.array(z.array(word).min(2, 'expected at least two words that mean the same')),
});

export type SynonymGroups = readonly (readonly string[])[];

export interface SynonymsYml {
  readonly groups: SynonymGroups;
  readonly faults: readonly Fault[];
}

export const NO_SYNONYMS: SynonymsYml = { groups: [], faults: [] };

/** Reads the groups. A file that cannot be used leaves those that were read before, none at first, and is named. */
export function parseSynonymsYml(source: string, before: SynonymGroups = []): SynonymsYml {
  const { value, errors } = parseYaml(source);
  if (errors.length > 0)
    return withoutGroups(
      errors.map((error) => ({ message: `is not readable as YAML: ${error}` })),
      before,
    );
  if (value === null || value === undefined) return NO_SYNONYMS;
  const parsed = file.safeParse(value);
  if (parsed.success) return { groups: parsed.data.groups, faults: [] };
  return withoutGroups(parsed.error.issues, before);
}

/** What is left when the file cannot be used. */
export function withoutGroups(
  wrong: readonly { readonly message: string; readonly path?: readonly PropertyKey[] }[],
  before: SynonymGroups,
): SynonymsYml {
  const used = before.length > 0 ? 'those it listed before are used' : 'no synonyms are used';
  return {
    groups: before,
    faults: wrong.map(({ message, path = [] }) =>
      fault(
        'error',
        SYNONYMS_YML,
        `${message}; until it is mended ${used}`,
        path.join('.') || null,
      ),
    ),
  };
}
