import type { CommandContext } from '../../../../core/command.ts';
import { edit } from '../../../../core/edits.ts';
import {
  nothing,
  type Outcome,
  refuse,
  say,
  together,
  updateCard,
} from '../../../../core/outcome.ts';
import { mayActAs } from '../../../../core/roles.ts';
import { timeOf } from '../../../../core/time.ts';
import { unitCalled } from '../../../../identity/alliance/index.ts';
import { type Activity, attendance, headcounts, signups } from '../../records/index.ts';
import { wasThere } from '../../rules/attendance-table.ts';
import { arrival, CONFIRM_WITHIN, MANY } from '../../rules/checkin.ts';
import { attendanceCard } from '../../rules/identifiers.ts';
import { checkinTexts } from '../../texts/checkin.ts';

/** Whoever says it again without a number comes with as many as before. */
export function checkIn(
  activity: Activity,
  count: number | undefined,
  context: CommandContext,
): Outcome {
  const before = context.records.get(attendance, `${activity.id}/${context.person.id}`);
  const heads = count ?? before?.heads ?? 1;
  if (before !== undefined && wasThere(before) && before.heads === heads)
    return say(
      checkinTexts.already(activity.number, context.person.name, timeOf(before.at, context.zone)),
    );
  return together(
    presentOf(activity, context.person.id, heads, context),
    updateCard(attendanceCard(activity), `person:${context.person.id}`),
  );
}

/** Somebody is there; who was there before stays as they were noted first. */
export function presentOf(
  activity: Activity,
  person: string,
  heads: number,
  context: CommandContext,
  /** Whoever stands on the list for them: their unit. */
  signedUpAs = person,
): Outcome {
  const id = `${activity.id}/${person}`;
  const before = context.records.get(attendance, id);
  const signup =
    context.records.get(signups, id) ??
    context.records.get(signups, `${activity.id}/${signedUpAs}`);
  const there = before !== undefined && wasThere(before);
  return edit(attendance, before, {
    id,
    activity: activity.id,
    person,
    state: there ? before.state : arrival(activity, signup, context.now),
    heads,
    at: before?.at ?? context.now,
    by: context.person.id,
    message: context.message,
    ...(before?.corrected ? { corrected: before.corrected } : {}),
  });
}

/**
 * The head-count of a whole unit; whoever gives that of their own unit is there themselves. A count
 * beyond all likelihood is asked again.
 */
export function checkInUnit(
  activity: Activity,
  called: string,
  heads: number,
  word: string | undefined,
  context: CommandContext,
): Outcome {
  const unit = unitCalled(context.records, called);
  if (unit === undefined) return refuse(checkinTexts.noSuchUnit(called));
  const { person, now } = context;
  if (person.unit !== unit.id && !mayActAs(person.role, 'convenor'))
    return refuse(checkinTexts.notYourUnit(unit.short[0] ?? unit.name));
  const id = `${activity.id}/${unit.id}`;
  const before = context.records.get(headcounts, id);
  const count = {
    id,
    activity: activity.id,
    unit: unit.id,
    by: person.id,
    at: now,
    message: context.message,
  };
  const asked = before?.asked;
  const confirmed = asked?.count === heads && now - asked.at <= CONFIRM_WITHIN;
  if (heads > MANY && !confirmed) {
    const words = [called, '签到', word, `${heads}人`]
      .filter((part) => part !== undefined)
      .join(' ');
    return together(
      edit(headcounts, before, {
        ...count,
        count: before?.count ?? 0,
        asked: { count: heads, at: now },
      }),
      say(checkinTexts.reallySoMany(unit.short[0] ?? unit.name, heads, words), words),
    );
  }
  const own = person.unit === unit.id;
  const there = context.records.get(attendance, `${activity.id}/${person.id}`);
  const isThere = there !== undefined && wasThere(there);
  return together(
    edit(headcounts, before, { ...count, count: heads }),
    own && !isThere && heads > 0 ? presentOf(activity, person.id, 1, context, unit.id) : nothing,
    updateCard(attendanceCard(activity), `unit:${unit.id}`),
  );
}
