import { z } from 'zod';
import { parseYaml } from './articles-yml.js';
import { fault, type Fault } from './fault.js';

/** The file of words that mean the same, beside the articles. */
export const SYNONYMS_YML = 'synonyms.yml';

const word = z
  .string()
  .regex(/^[\p{L}\p{M}\p{N}.'’]+$/u, 'expected single words, without spaces or hyphens');
const file = z.strictObject({
  version: z.literal(1, 'expected version: 1'),
  groups: z.array(z.array(word).min(2, 'expected at least two words that mean the same')),
});

/** Reads the groups. A file that cannot be used costs only its synonyms, and is named. */
export function parseSynonymsYml(source: string): {
  groups: readonly (readonly string[])[];
  faults: Fault[];
} {
  const { value, errors } = parseYaml(source);
  if (errors.length > 0)
    return {
      groups: [],
      faults: errors.map((error) =>
        fault('error', SYNONYMS_YML, `is not readable as YAML: ${error}`),
      ),
    };
  if (value === null || value === undefined) return { groups: [], faults: [] };
  const parsed = file.safeParse(value);
  if (parsed.success) return { groups: parsed.data.groups, faults: [] };
  return {
    groups: [],
    faults: parsed.error.issues.map(({ path, message }) =>
      fault(
        'error',
        SYNONYMS_YML,
        `${message}; until it is mended no synonyms are used`,
        path.join('.') || null,
      ),
    ),
  };
}
