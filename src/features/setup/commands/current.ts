import { rest } from '../../../core/arguments.ts';
import { command } from '../../../core/command.ts';
import { nameKey } from '../../../core/names.ts';
import { refuse, remember, say, together } from '../../../core/outcome.ts';
import {
  allianceNames,
  alliancesOf,
  choose,
  currentOf,
} from '../../../identity/directory/index.ts';
import { texts } from '../texts/setup.ts';

export const current = command({
  name: 'alliance',
  zhName: '联盟',
  aliases: ['换联盟'],
  minRole: 'guest',
  scope: 'private',
  unlisted: true,
  summary: {
    zh: '看在哪个联盟，或换一个',
    en: 'see which alliance this chat is about, or change it',
  },
  examples: ['/联盟', '/联盟 2', '/联盟 天星社区联盟'],
  args: { which: rest({ zh: '序号或名称', en: 'number or name' }).optional() },
  resolveAlliance: () => undefined,
  run: ({ which }, { directory, account }) => {
    const own = alliancesOf(directory, account).map((id) => ({
      id,
      name: directory.get(allianceNames, id)?.name ?? id,
    }));
    const now = own.find(({ id }) => id === currentOf(directory, account));
    if (own.length === 0) return refuse(texts.noAlliance);
    const meant = own.find(
      ({ name }, index) =>
        which !== undefined && (which === String(index + 1) || nameKey(name) === nameKey(which)),
    );
    if (meant !== undefined)
      return together(
        remember(choose(directory, account, meant.id)),
        say(texts.chosen(meant.name)),
      );
    if (own.length === 1 && now !== undefined) return say(texts.allianceIs(now.name));
    return say(
      texts.choose(
        own.map(({ name }) => name),
        now?.name,
      ),
    );
  },
  undo: texts.chooseAgain,
});
