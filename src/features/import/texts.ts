import type { z } from 'zod';

/**
 * What is wrong with a file at one place, for whoever wrote it and knows neither zod nor
 * TypeScript. Undefined: the schema says it itself.
 */
export function mistakeText(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'is missing' : `should be ${kindOf(issue.expected)}`;
    case 'invalid_value':
      return `should be one of: ${issue.values.join(', ')}`;
    case 'invalid_union':
      return issue.input === undefined
        ? 'is missing'
        : 'is none of the kinds that docs/data.md lists';
    case 'too_small':
      return issue.origin === 'string'
        ? 'must not be empty'
        : `is too few or too small; at least ${issue.minimum}`;
    case 'too_big':
      return issue.origin === 'string'
        ? `is too long; at most ${issue.maximum} characters`
        : `is too many or too large; at most ${issue.maximum}`;
    case 'unrecognized_keys':
      return `has what nobody knows here: ${issue.keys.join(', ')}. Is it written as in docs/data.md?`;
    case 'invalid_format':
      return issue.format === 'date' ? 'should be a date such as 2026-12-25' : undefined;
    default:
      return undefined;
  }
}

/** As JSON has it. */
function kindOf(expected: string): string {
  const kinds: Readonly<Record<string, string>> = {
    string: 'a text in quotes',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list in [ ]',
    object: 'an object in { }',
  };
  return kinds[expected] ?? expected;
}
