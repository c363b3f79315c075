import { name } from '../core/arguments.ts';
import { catalogOf } from '../core/catalog.ts';
import { type AnyCommand, command } from '../core/command.ts';
import { fold } from '../core/line.ts';
import { nearest } from '../core/near.ts';
import { refuse, say } from '../core/outcome.ts';
import { mayActAs } from '../core/roles.ts';
import { texts } from './texts.ts';
import { explained, overview } from './views.ts';

export function helpCommand(others: readonly AnyCommand[]): AnyCommand {
  return command({
    latin: 'help',
    zh: '帮助',
    also: ['菜单', '怎么用'],
    who: 'guest',
    where: 'anywhere',
    summary: { zh: '看我能做什么，怎么说', en: 'what I can do, and how to say it' },
    examples: ['/帮助', '/帮助 签到'],
    args: { about: name({ zh: '命令', en: 'command' }).optional() },
    run: ({ about }, spoken) => {
      const mine = others.filter((one) => mayActAs(spoken.person.role, one.who) && one.unlisted !== true);
      if (about === undefined) return say(overview(mine, spoken.person.role, spoken.place.kind));
      const { names } = catalogOf(others);
      const asked = fold(about).replace(/^\//, '');
      const found = names.get(asked) ?? names.get(nearest(asked, names.keys()) ?? '');
      return found === undefined ? refuse(texts.noSuchCommand(about), '/帮助') : say(explained(found));
    },
  });
}
