import { remove } from '../../core/collection.ts';
import { feature } from '../../core/feature.ts';
import { stays } from '../../core/keeping.ts';
import { pathText, readOrMistakes } from '../../core/mistakes.ts';
import { remember } from '../../core/outcome.ts';
import { lines } from '../../core/text.ts';
import { UserError } from '../../core/user-error.ts';
import { lastImports } from './records.ts';
import { type AllianceFile, allianceFile } from './rules/alliance-file.ts';
import { wordFor } from './rules/file-words.ts';
import { withPersonNow } from './rules/import-alliance.ts';
import { mistakeLine, mistakeText, texts } from './texts.ts';

export type { AllianceFile } from './rules/alliance-file.ts';
export { imported, staged } from './rules/import-alliance.ts';
export { summaryOf } from './rules/summary.ts';
export { importedText } from './views.ts';

/** What alliance files have put in place, so that the next one can tell what is new in it. */
export const importFeature = feature({
  name: 'import',
  collections: [lastImports],
  stays: [stays('alliance', lastImports)],
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
  const result = readOrMistakes(allianceFile, json, (issue) => mistakeText(issue, wordFor));
  if ('read' in result) return result.read;
  const list = result.mistakes.map(({ path, text }) => mistakeLine(pathText(path), text));
  throw new UserError(lines(texts.notAllianceFile, ...list));
}
