import { remove } from '../../core/collection.ts';
import { feature } from '../../core/feature.ts';
import { remember } from '../../core/outcome.ts';
import { UserError } from '../../core/user-error.ts';
import { lastImports } from './records.ts';
import { type AllianceFile, allianceFile } from './rules/alliance-file.ts';
import { withPersonNow } from './rules/import-alliance.ts';
import { mistakeText } from './texts.ts';

export type { AllianceFile } from './rules/alliance-file.ts';
export { imported, staged } from './rules/import-alliance.ts';

/** What alliance files have put in place, so that the next one can tell what is new in it. */
export const importFeature = feature({
  name: 'import',
  collections: [lastImports],
  leave: (person, { records }) =>
    remember(
      ...records
        .all(lastImports)
        .filter(({ record }) => record === person)
        .map(({ id }) => remove(lastImports, id)),
    ),
  merge: (from, to, { records }) =>
    remember(...records.all(lastImports).flatMap((last) => withPersonNow(last, from, to))),
});

/** @throws UserError that names every mistake by its path. */
export function readAllianceFile(json: unknown): AllianceFile {
  const read = allianceFile.safeParse(json, { error: mistakeText });
  if (read.success) return read.data;
  const mistakes = read.error.issues.map(({ path, message }) => `  ${pathText(path)}: ${message}`);
  throw new UserError(`this is not an alliance file:\n${mistakes.join('\n')}`);
}

/** `units[2].kind` */
function pathText(path: readonly PropertyKey[]): string {
  const text = path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('');
  return text.replace(/^\./, '') || '(file)';
}
