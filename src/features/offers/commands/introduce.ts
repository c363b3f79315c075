import { rest } from '../../../core/arguments.ts';
import { command } from '../../../core/command.ts';
import { edit, sayBack, undoEdits } from '../../../core/edits.ts';
import { shortened } from '../../../core/names.ts';
import { changed, refuse, remember, say, tell, together } from '../../../core/outcome.ts';
import { nextNumber } from '../../../identity/alliance/index.ts';
import { peopleCalled } from '../../../identity/people/index.ts';
import { introductions } from '../records.ts';
import { matchTexts } from '../texts/matches.ts';
import { peopleTexts } from '../texts/people.ts';

export const introduce = command({
  name: 'introduce',
  zhName: '引见',
  aliases: ['穿针引线', '牵线'],
  standsApart: true,
  minRole: 'liaison',
  scope: 'private',
  summary: { zh: '介绍两个人认识，都愿意才给联系方式', en: 'introduce two people who both agree' },
  examples: ['/引见 王五 张伟 修水电'],
  args: { who: rest({ zh: '两个人，什么事', en: 'two people, and why' }).optional() },
  run: ({ who = '' }, context) => {
    const [one, other, ...words] = who.split(/[\s,，、]+/).filter(Boolean);
    if (one === undefined || other === undefined || words.length === 0)
      return refuse(peopleTexts.introduceWhom);
    const { records, now, person } = context;
    const [first, second] = [one, other].map((called) => peopleCalled(records, called));
    const unclear = [one, other].find((_, at) => [first, second][at]?.length !== 1);
    const [theOne, theOther] = [first?.[0], second?.[0]];
    if (unclear !== undefined || theOne === undefined || theOther === undefined)
      return refuse(matchTexts.nobody(unclear ?? one));
    if (theOne.id === theOther.id) return refuse(peopleTexts.samePerson);
    const unreached = [theOne, theOther].find(({ id }) => !context.reaches(id));
    if (unreached !== undefined) return refuse(peopleTexts.unreached(unreached.name));
    const { number, remember: counted } = nextNumber(records, 'introduction');
    const about = shortened(words.join(' '), 40);
    const made = {
      id: context.newId(),
      number,
      about,
      one: { person: theOne.id },
      other: { person: theOther.id },
      by: person.id,
      at: now,
    };
    const ask = (to: string, whom: string) =>
      tell(to, peopleTexts.willing(number, person.name, whom, about));
    return together(
      remember(counted),
      edit(introductions, undefined, made),
      changed(made.id),
      ask(theOne.id, theOther.name),
      ask(theOther.id, theOne.name),
      say(peopleTexts.introduced(number, theOne.name, theOther.name)),
    );
  },
  undo: (change, context) =>
    undoEdits(introductions, change, context, {
      gone: () => refuse(peopleTexts.answeredAlready),
      back: () => sayBack(peopleTexts.notAsked),
    }),
});
