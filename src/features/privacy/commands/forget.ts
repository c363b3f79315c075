import { oneOf } from '../../../core/arguments.ts';
import { type AnyCommand, command } from '../../../core/command.ts';
import type { Feature } from '../../../core/feature.ts';
import { ask, nothing, refuse, say } from '../../../core/outcome.ts';
import { allianceOf } from '../../../identity/alliance/index.ts';
import { isLastConvenor, people } from '../../../identity/people/index.ts';
import { forgetTexts } from '../texts/forget.ts';
import { forgetPhrases } from '../texts/phrases.ts';

/** Erases whoever says it, once they have said so twice; what features know of it is told before. */
export function forgetCommand(others: readonly Feature[]): AnyCommand {
  return command({
    name: 'forget',
    zhName: '忘记我',
    aliases: ['删除我', '注销', '注销账号', '删除我的信息'],
    minRole: 'guest',
    scope: 'private',
    summary: { zh: '删除我的名字、账号和照片', en: 'erase my name, accounts and photos' },
    examples: ['/忘记我'],
    phrases: forgetPhrases,
    args: {
      sure: oneOf({ zh: '确认', en: 'yes' }, ['确认', '不删', 'yes', 'no']).optional(),
    },
    run: ({ sure }, context) => {
      const { person, records } = context;
      if (records.get(people, person.id) === undefined) return say(forgetTexts.nothingKept);
      if (isLastConvenor(person.id, records)) return refuse(forgetTexts.lastConvenor, '/角色');
      if (sure === '不删' || sure === 'no') return say(forgetTexts.kept);
      if (sure !== undefined) {
        const farewell = forgetTexts.farewell(allianceOf(records).name);
        return { ...nothing, erase: { person: person.id, farewell } };
      }
      const about = others.flatMap((one) => one.beforeLeaving?.(person.id, context) ?? []);
      return ask(forgetTexts.ask(about), [
        { label: forgetTexts.yes, typed: '/忘记我 确认' },
        { label: forgetTexts.no, typed: '/忘记我 不删' },
      ]);
    },
    undo: forgetTexts.cannotUndo,
  });
}
