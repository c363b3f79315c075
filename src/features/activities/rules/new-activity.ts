import { put, type Records, type Remember } from '../../../core/collection.ts';
import type { DecisionContext } from '../../../core/command.ts';
import { HOUR, MINUTE } from '../../../core/time.ts';
import { nextNumber } from '../../../identity/alliance/index.ts';
import { type Activity, activities } from '../records/index.ts';
import { transition } from './transitions.ts';

/** Words for the board: two characters that are easy to say, to hear and to type. */
const PASSCODES = [
  '槐花',
  '银杏',
  '桂花',
  '海棠',
  '玉兰',
  '石榴',
  '芙蓉',
  '茉莉',
  '牡丹',
  '翠竹',
  '青松',
  '红枫',
  '白鹤',
  '喜鹊',
  '燕子',
  '蜜蜂',
  '清泉',
  '春雨',
  '朝阳',
  '彩虹',
  '满月',
  '星光',
  '梅花',
  '荷叶',
] as const;

/** A word that none of the last activities had, nor any that is still ahead. */
export function newPasscode(records: Records, random: (below: number) => number): string {
  const last = new Set(
    records.slice(activities, 'all', 'all', -8).map((activity) => activity.passcode),
  );
  const free = PASSCODES.filter(
    (word) => !last.has(word) && records.count(activities, 'byWord', word) === 0,
  );
  const words = free.length > 0 ? free : PASSCODES;
  return words[random(words.length)] ?? PASSCODES[0];
}

/**
 * A new activity with a check-in word of its own and the next number. It is open for sign-up unless
 * sign-up begins later.
 */
export function newActivity(
  parts: Pick<Activity, 'kind' | 'title' | 'start' | 'end'> &
    Partial<Omit<Activity, 'id' | 'number' | 'passcode' | 'state'>>,
  context: DecisionContext,
): { readonly activity: Activity; readonly remember: readonly Remember[] } {
  const { number, remember } = nextNumber(context.records, 'activity');
  const activity = transition(undefined, 'make', context.now, {
    groups: [],
    announced: false,
    ...checkinWindow(parts.start, parts.end),
    ...parts,
    id: context.newId(),
    number,
    passcode: newPasscode(context.records, context.randomBelow),
  });
  return { activity, remember: [remember, put(activities, activity)] };
}

/** An activity that is over, with the next number; nobody was told of it. */
export function pastActivity(
  parts: Pick<Activity, 'kind' | 'title' | 'place' | 'start' | 'end' | 'late' | 'by' | 'message'>,
  context: DecisionContext,
): { readonly activity: Activity; readonly remember: readonly Remember[] } {
  const { number, remember } = nextNumber(context.records, 'activity');
  const activity = transition(undefined, 'enter', context.now, {
    ...parts,
    groups: [],
    announced: false,
    opens: parts.start,
    closes: parts.end,
    id: context.newId(),
    number,
  });
  return { activity, remember: [remember, put(activities, activity)] };
}

/**
 * Check-in opens an hour before the start and closes half an hour after the end, unless somebody
 * says otherwise.
 */
function checkinWindow(start: number, end: number): Pick<Activity, 'opens' | 'closes'> {
  return { opens: start - HOUR, closes: end + 30 * MINUTE };
}
