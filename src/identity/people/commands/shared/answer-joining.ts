import { remove } from '../../../../core/collection.ts';
import type { CommandContext, LastChange } from '../../../../core/command.ts';
import { edit, editsOf, sayBack, undoEdits } from '../../../../core/edits.ts';
import type { Line } from '../../../../core/line.ts';
import {
  broadcast,
  changed,
  type Outcome,
  refuse,
  remember,
  say,
  tell,
  together,
} from '../../../../core/outcome.ts';
import { mayActAs } from '../../../../core/roles.ts';
import { series } from '../../../../core/text.ts';
import { HOUR, MINUTE } from '../../../../core/time.ts';
import { unitOf } from '../../../alliance/index.ts';
import { type Joining, joinings, people } from '../../records.ts';
import { unite } from '../../rules/accounts.ts';
import { appointed, memberToBe } from '../../rules/appointments.ts';
import { joiningsFor, joiningsMeant } from '../../rules/joinings.ts';
import { joiningTexts } from '../../texts/joining.ts';

/** `同意`, `同意 3`: whether it is an answer to a wish is seen by the wishes there are. */
export function answerIn({ folded }: Line, form: RegExp) {
  const match = form.exec(folded);
  return match === null ? undefined : { who: match[1] };
}

/**
 * A bare 同意 in a group answers the one wish that was said there just now; people agree to many
 * things.
 */
const JUST_NOW = 30 * MINUTE;

export function isAnswerToJoining(
  who: string | undefined,
  { trigger, person, records, place, now }: CommandContext,
): boolean {
  if (trigger === 'command') return true;
  const mine = joiningsMeant(joiningsFor(person, records, now), who, records);
  if (who !== undefined) return mine.length > 0;
  const [only, another] = mine;
  const isHere = place.kind === 'group' && only?.group === place.group && now - only.at <= JUST_NOW;
  return isHere && another === undefined;
}

export function declineJoining(joining: Joining, { records }: CommandContext): Outcome {
  return together(
    edit(joinings, joining, undefined),
    say(joiningTexts.declined(joining.number)),
    tell(joining.id, joiningTexts.notAccepted(unitOf(records, joining.unit)?.name ?? '')),
  );
}

export function answerJoining(
  who: string | undefined,
  context: CommandContext,
  answer: (joining: Joining, context: CommandContext) => Outcome,
): Outcome {
  const mine = joiningsFor(context.person, context.records, context.now);
  const meant = joiningsMeant(mine, who, context.records);
  const [only] = meant;
  if (only === undefined)
    return refuse(mine.length === 0 ? joiningTexts.nobodyAsks : joiningTexts.noSuchJoining);
  if (meant.length > 1) {
    const list = meant
      .slice(0, 5)
      .map(({ id, number }) =>
        joiningTexts.joiningLine(number, context.records.get(people, id)?.name),
      );
    return refuse(joiningTexts.whichJoining(series(list), only.number), `同意 ${only.number}`);
  }
  return answer(only, context);
}

export function acceptJoining(joining: Joining, context: CommandContext): Outcome {
  const { records, now } = context;
  const asking = records.get(people, joining.id);
  const unit = unitOf(records, joining.unit);
  if (asking === undefined || unit === undefined)
    return together(remember(remove(joinings, joining.id)), refuse(joiningTexts.noSuchJoining));
  const listed = memberToBe(asking, unit.id, 'member', records);
  const role = mayActAs(asking.role, 'member') ? asking.role : 'member';
  const person = { ...(listed ?? { ...asking, role }), unit: unit.id, ...appointed(context) };
  const short = unit.short[0] ?? unit.name;
  const own = unitOf(records, asking.unit);
  // A welcome takes nobody's role away, and makes no second liaison.
  if (asking.role === 'liaison' && own !== undefined && own.id !== unit.id)
    return refuse(joiningTexts.isLiaison(asking.name, own.short[0] ?? own.name, short));
  const welcome = joiningTexts.welcome(person.name, short);
  return together(
    listed === undefined
      ? together(edit(joinings, joining, undefined), edit(people, asking, person))
      : together(unite(asking.id, person, context), changed(UNITED)),
    say(joiningTexts.accepted(person.name, short)),
    joining.group === undefined || isHere(joining.group, context)
      ? tell(person.id, welcome)
      : broadcast({
          id: `joined:${joining.number}:${now}`,
          groups: [joining.group],
          text: welcome,
          choices: [],
          planned: now,
          deadline: now + 12 * HOUR,
          atAnyHour: false,
        }),
  );
}

/** What an answer is called by which somebody became one with the person of the unit's list. */
const UNITED = 'united';

/** The wish waits for an answer again, and who asked hears so. */
export function undoAnswer(change: LastChange, context: CommandContext): Outcome {
  if (change.name === UNITED) return refuse(joiningTexts.unitedForGood);
  const { records } = context;
  const waiting = ({ id, number, unit }: Joining) =>
    together(
      sayBack(joiningTexts.stillAsking(number, records.get(people, id)?.name), `同意 ${number}`),
      tell(id, joiningTexts.waitsAgain(unitOf(records, unit)?.name ?? '')),
    );
  return undoEdits(joinings, change, context, {
    also: editsOf(people, change, records),
    gone: () => refuse(joiningTexts.wishAnswered),
    back: (answered) => together(...answered.flatMap(({ before }) => before ?? []).map(waiting)),
  });
}

function isHere(group: string, { place }: CommandContext): boolean {
  return place.kind === 'group' && place.group === group;
}
