import type { Records } from '../../../core/collection.ts';
import type { CommandContext } from '../../../core/command.ts';
import { fold } from '../../../core/line.ts';
import {
  readWhen,
  readWholeWhen,
  type WhenFound,
  type WhenRead,
} from '../../../core/when/index.ts';
import { type Activity, activities, isAhead } from '../../activities/index.ts';
import { requestTitle } from '../../requests/index.ts';
import type { Poll } from '../records.ts';

/** What an option is that was voted for: a thing to do, a request to be done, a time to meet. */
export interface Winner {
  /** What an activity of it is called; empty where a time was asked for and nothing else. */
  readonly title: string;
  /** The number of the request that it is. */
  readonly request?: number;
  /** The time that it is, as of the day on which it was asked. */
  readonly when?: WhenFound;
}

export function winnerOf(
  poll: Poll,
  option: number,
  { records, zone, now }: Pick<CommandContext, 'records' | 'zone' | 'now'>,
): Winner | undefined {
  const words = poll.options[option];
  if (words === undefined) return undefined;
  const request = poll.requests?.[option];
  if (request !== undefined)
    return { request, title: requestTitle(request, records) ?? withoutNumber(words) };
  const when = readWholeWhen(words, { now: poll.at ?? now, zone });
  return when.ok ? { when, title: askedAbout(poll.question) } : { title: words };
}

/** Whether its options are times, so that the winner needs no other. */
export function asksForTime(poll: Poll, zone: string): 'day' | 'hour' | undefined {
  const read = readWholeWhen(poll.options[0] ?? '', { now: poll.at ?? poll.deadline, zone });
  if (!read.ok) return undefined;
  return read.dateOnly ? 'day' : 'hour';
}

function withoutNumber(option: string): string {
  return option.replace(/^#\d+\s*/, '');
}

const ASKED_WHEN =
  /(?:定|放|安排)?(?:在|到)?(?:哪一?[天日]|什[么麼][时時]候|啥时候|何时|几[号月点日]|周几|星期几|哪个(?:时间|日子|周末)|when)(?:[去办辦开開搞]|举行|合适|方便|好|有空|行|开始|改到|改)*|[?？！!。]/giu;
const NUMBERED = /e\s?\d{1,6}/giu;

/** `义诊` of `哪天去义诊`. */
function askedAbout(question: string): string {
  return question.replace(ASKED_WHEN, ' ').replace(NUMBERED, ' ').replace(/\s+/g, ' ').trim();
}

/** The activity that a question names by its number, while it is ahead: `E7 改到哪天`. */
export function activityAsked({ question }: Poll, records: Records): Activity | undefined {
  const number = /(?<![a-z])e\s?(\d{1,6})(?!\d)/.exec(fold(question))?.[1];
  if (number === undefined) return undefined;
  const [named] = records.where(activities, String(Number(number)));
  return named !== undefined && isAhead(named) ? named : undefined;
}

/**
 * The time in the words behind `定 P3 B`; where a time was voted for that one, with the hour that
 * is said behind it where only a day was.
 */
export function timeFor(
  plan: string,
  { when }: Winner,
  poll: Poll,
  { now, zone }: Pick<CommandContext, 'now' | 'zone'>,
): WhenRead {
  if (when === undefined) return readWhen(plan, { now, zone });
  if (!when.dateOnly || plan.trim() === '') return { ...when, rest: plan.trim() };
  const onThatDay = readWhen(`${when.date} ${plan}`, { now: poll.at ?? now, zone });
  return onThatDay.ok && !onThatDay.dateOnly ? onThatDay : { ...when, rest: plan.trim() };
}
