const OPEN = '## Unreleased';

/**
 * The changelog with what was not released as the section of a version. @throws Error where there
 * is nothing to release.
 */
export function released(changelog: string, version: string, date: string): string {
  const begin = changelog.indexOf(`${OPEN}\n`);
  if (begin < 0) throw new Error(`CHANGELOG.md has no "${OPEN}"`);
  const behind = changelog.slice(begin + OPEN.length);
  const own = behind.split(/^## /m)[0] ?? '';
  if (own.trim() === '') throw new Error('nothing stands under "Unreleased" of CHANGELOG.md');
  return `${changelog.slice(0, begin)}## ${version} (${date})${behind}`;
}
