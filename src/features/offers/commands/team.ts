import { rest } from '../../../core/arguments.ts';
import type { Remember } from '../../../core/collection.ts';
import { type CommandContext, command } from '../../../core/command.ts';
import { type Outcome, refuse, remember, say, tell, together } from '../../../core/outcome.ts';
import { lines, nameList, plain } from '../../../core/text.ts';
import { nameOf, namesOf, personCalled } from '../../../identity/people/index.ts';
import { type Offer, offers } from '../records.ts';
import { peopleTexts } from '../texts/people.ts';
import { makeOffer, undoOffer } from './shared/make-offer.ts';

const SHOWN = 6;
const MOST_IN_TEAM = 50;

export const team = command({
  name: 'team',
  zhName: '队伍',
  standsApart: true,
  minRole: 'member',
  scope: 'anywhere',
  summary: { zh: '看有哪些队伍，联络员建一支', en: 'teams; liaisons make one' },
  examples: ['/队伍', '/队伍 维修队 张伟 李娟'],
  args: {
    who: rest({ zh: '名字和队员，队长在前', en: 'name and members, the leader first' }).optional(),
  },
  run: ({ who = '' }, context) => {
    const [name, ...called] = who.split(/[\s,，、]+/).filter(Boolean);
    if (name === undefined) return list(context);
    if (context.person.role === 'member') return list(context);
    return called.length < 2 || called.length > MOST_IN_TEAM
      ? refuse(peopleTexts.teamOf)
      : make(name, called, context);
  },
  undo: undoOffer,
});

function list({ records }: CommandContext): Outcome {
  const all = records.slice(offers, 'teams', 'all');
  if (all.length === 0) return say(peopleTexts.noTeams);
  const shown = all.slice(-SHOWN).map((one) => teamLine(one, records));
  return say(lines(peopleTexts.teams(all.length), ...shown));
}

function teamLine(
  { number, text, owner, team: members = [] }: Offer,
  records: CommandContext['records'],
) {
  const others = namesOf(
    records,
    members.filter((id) => id !== owner.person),
  ).map(plain);
  return peopleTexts.team(number, text, nameOf(records, owner.person), nameList(others, SHOWN));
}

function make(name: string, called: readonly string[], context: CommandContext): Outcome {
  const named: Remember[] = [];
  const members = called.map((one) => {
    const { person, remember: isNew } = personCalled(context.records, one, context.newId);
    named.push(...isNew);
    return person;
  });
  const [leader] = members;
  if (leader === undefined) return refuse(peopleTexts.teamOf);
  const owner = { person: leader.id };
  const ids = [...new Set(members.map(({ id }) => id))];
  const made = makeOffer({ text: name }, { owner, isPublic: true, team: ids }, context);
  if ('refused' in made) return made.refused;
  const told = ids
    .filter((id) => id !== context.person.id)
    .map((id) =>
      tell(id, id === leader.id ? peopleTexts.leads(name) : peopleTexts.inTeam(name, leader.name)),
    );
  return together(
    remember(...named),
    made.outcome,
    ...told,
    say(teamLine(made.offer, context.records)),
  );
}
