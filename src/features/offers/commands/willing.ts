import { rest, ticket } from '../../../core/arguments.ts';
import { put, type Remember, remove } from '../../../core/collection.ts';
import { type CommandContext, command } from '../../../core/command.ts';
import { shortened } from '../../../core/names.ts';
import { ask, type Outcome, refuse, remember, say, tell, together } from '../../../core/outcome.ts';
import { nameOf } from '../../../identity/people/index.ts';
import { type Introduction, introductions } from '../records.ts';
import { peopleTexts } from '../texts/people.ts';
import { introductionFor } from './shared/introduction.ts';

const LONGEST_CONTACT = 60;

export const willing = command({
  name: 'willing',
  zhName: '愿意',
  minRole: 'guest',
  scope: 'private',
  unlisted: true,
  summary: { zh: '愿意认识对方，给出联系方式', en: 'agree to be introduced' },
  examples: ['愿意 1 电话13800000000'],
  args: {
    number: ticket({ zh: '编号', en: 'number' }),
    contact: rest({ zh: '您的联系方式', en: 'how to reach you' }).optional(),
  },
  shortForms: ['愿意 {number} {contact}'],
  run: ({ number, contact }, context) => {
    const found = introductionFor(number, context);
    if (found === undefined) return refuse(peopleTexts.noSuch(number), '/帮助');
    if (contact === undefined || !/[\p{L}\p{N}]{3}/u.test(contact))
      return ask(peopleTexts.noContact(number), [], { open: `愿意 ${number} {}` });
    const { isOne, introduction } = found;
    const yes = { person: context.person.id, contact: shortened(contact.trim(), LONGEST_CONTACT) };
    const now = isOne ? { ...introduction, one: yes } : { ...introduction, other: yes };
    return exchanged(now, context) ?? waits(now);
  },
  undo: {
    zh: '联系方式可能已经给了对方。还没给的，请发「不愿意」加编号',
    en: 'The other may have it already. If not, send “不愿意” and the number',
  },
});

function waits(now: Introduction): Outcome {
  return together(remember(put(introductions, now)), say(peopleTexts.waitsForOther));
}

/** Both have agreed: each hears how to reach the other, and nothing of it is kept. */
function exchanged(now: Introduction, { records, person }: CommandContext): Outcome | undefined {
  const { one, other, about, by, id } = now;
  if (one.contact === undefined || other.contact === undefined) return undefined;
  const [first, second] = [nameOf(records, one.person), nameOf(records, other.person)];
  const gone: Remember = remove(introductions, id);
  const toOne = peopleTexts.contactOf(second, other.contact, about);
  const toOther = peopleTexts.contactOf(first, one.contact, about);
  const isFirst = person.id === one.person;
  return together(
    remember(gone),
    say(isFirst ? toOne : toOther),
    isFirst ? tell(other.person, toOther) : tell(one.person, toOne),
    tell(by, peopleTexts.bothTold(first, second)),
  );
}
