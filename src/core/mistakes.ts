import type { z } from 'zod';
import zhCN from 'zod/v4/locales/zh-CN.js';
import type { Text } from '../ports/text.ts';

/** What is wrong at one place of something that the operator wrote. */
export interface Mistake {
  readonly path: readonly PropertyKey[];
  readonly text: Text;
}

/** How a kind of mistake is said; undefined where the schema's library says it well enough. */
export type MistakeWords = (issue: z.core.$ZodRawIssue) => Text | undefined;

const chinese = zhCN().localeError;

/** Reads something by its schema, or says in both languages what is wrong with it. */
export function readOrMistakes<T>(
  schema: z.ZodType<T>,
  value: unknown,
  words: MistakeWords = () => undefined,
): { readonly read: T } | { readonly mistakes: readonly Mistake[] } {
  const english = schema.safeParse(value, { error: (issue) => words(issue)?.en });
  if (english.success) return { read: english.data };
  // The same again, for the same issues in the other language.
  const { error } = schema.safeParse(value, {
    error: (issue) => words(issue)?.zh ?? chinese(issue),
  });
  const mistakes = english.error.issues.map((issue, index) => {
    const said = saidBy(issue);
    const text = said ?? { zh: error?.issues[index]?.message ?? issue.message, en: issue.message };
    return { path: issue.path, text };
  });
  return { mistakes };
}

/** What a refinement said with `because`. */
function saidBy(issue: z.core.$ZodIssue): Text | undefined {
  const text: unknown = issue.code === 'custom' ? issue.params?.['text'] : undefined;
  return text as Text | undefined;
}

/** `units[2].kind` */
export function pathText(path: readonly PropertyKey[]): string {
  const text = path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('');
  return text.replace(/^\./, '');
}

/** What a schema's refinement says of a value that it refuses, in both languages. */
export function because(text: Text): { message: string; params: { text: Text } } {
  return { message: text.en, params: { text } };
}
