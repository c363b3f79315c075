import { ticket } from '../../../core/arguments.ts';
import { remove } from '../../../core/collection.ts';
import { command } from '../../../core/command.ts';
import { refuse, remember, say, tell, together } from '../../../core/outcome.ts';
import { nameOf } from '../../../identity/people/index.ts';
import { introductions } from '../records.ts';
import { peopleTexts } from '../texts/people.ts';
import { introductionFor } from './shared/introduction.ts';

export const unwilling = command({
  name: 'unwilling',
  zhName: '不愿意',
  minRole: 'guest',
  scope: 'private',
  unlisted: true,
  summary: { zh: '不想认识对方，不给联系方式', en: 'decline to be introduced' },
  examples: ['不愿意 1'],
  args: { number: ticket({ zh: '编号', en: 'number' }) },
  shortForms: ['不愿意 {number}'],
  run: ({ number }, context) => {
    const found = introductionFor(number, context);
    if (found === undefined) return refuse(peopleTexts.noSuch(number), '/帮助');
    const { id, one, other, by } = found.introduction;
    const { records } = context;
    // Who it was is nobody's business: the liaison only hears that nothing came of it.
    const ended = peopleTexts.cameToNothing(
      nameOf(records, one.person),
      nameOf(records, other.person),
    );
    return together(
      remember(remove(introductions, id)),
      tell(by, ended),
      say(peopleTexts.notWilling(number)),
    );
  },
  undo: {
    zh: '引见已经作罢。想再认识请跟联络员说一声',
    en: 'It was called off. To meet after all please ask your liaison',
  },
});
