import type { Remember } from '../core/collection.ts';
import { nameKey } from '../core/names.ts';
import { lines, type Text } from '../core/text.ts';
import { type AllianceFile, imported, importedText, summaryOf } from '../features/import/index.ts';
import { accountAlliances, allianceNames } from '../identity/directory/index.ts';
import { DIRECTORY } from '../identity/directory-index.ts';
import type { AdminContext } from './context.ts';

/**
 * Imports a file into the alliance of its id, or into the one that was begun under its name.
 * @returns what to tell the user.
 */
export async function importAlliance(
  { app, clock }: AdminContext,
  file: AllianceFile,
): Promise<Text> {
  const { target, isRun } = await app.look(DIRECTORY, (directory) => {
    const all = directory.all(allianceNames);
    const called = all.find(({ name }) => nameKey(name) === nameKey(file.alliance.name));
    const known =
      all.find(({ id }) => id === file.alliance.id)?.id ?? called?.id ?? file.alliance.id;
    return {
      target: known,
      isRun: directory.all(accountAlliances).some(({ alliances }) => alliances.includes(known)),
    };
  });
  let news: Text | undefined;
  await app.change(target, (records) => {
    const changes: readonly Remember[] = imported(file, records, clock.now());
    news = importedText(file.alliance.name, summaryOf(changes, records));
    return changes;
  });
  return lines(news, !isRun && next(file.alliance.name));
}

function next(name: string): Text {
  return {
    zh: `下一步：npm run code 要一个初始化码，召集人私聊机器人发「/初始化 码 ${name}」`,
    en: [
      `Next: npm run code makes a setup code; the convenor sends the bot /setup `,
      `CODE ${name} in private`,
    ].join(''),
  };
}
