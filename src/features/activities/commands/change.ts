import type { CommandContext } from '../../../core/command.ts';
import { edit } from '../../../core/edits.ts';
import { fold } from '../../../core/line.ts';
import { shownName } from '../../../core/names.ts';
import { numberSource, readNumber } from '../../../core/numerals.ts';
import { type Outcome, refuse, together, updateCard } from '../../../core/outcome.ts';
import { readWhen } from '../../../core/when/index.ts';
import { type Activity, activities, signups } from '../records.ts';
import { heads, inOrder, isAhead, titleOf } from '../rules/index.ts';
import { organising } from '../texts/organising.ts';
import { stateName, texts } from '../texts/sign-up.ts';
import { activityCard, seat } from './seats.ts';
import { signedUp, tellAll } from './tell-all.ts';

/** What of an activity is settled, beside its time. */
export type Shape = Partial<Pick<Activity, 'title' | 'theme' | 'place' | 'capacity' | 'origin'>>;

const MOST_SEATS = 9_999;
const seats = new RegExp(`^(?:人数|名额|限)?((?!0)${numberSource(4)})[人位名](?:以内)?$`);
const labels = {
  地点: 'place',
  地址: 'place',
  改名: 'title',
  名称: 'title',
  内容: 'theme',
  人数: 'capacity',
  名额: 'capacity',
} as const;
const label = new RegExp(`^(${Object.keys(labels).join('|')})(?:改为|改成|改到|:|：)?(.*)$`);

/** `清洁家园 @天星广场 30人`, in any order. */
export function readPlan(text: string): {
  title: string;
  place: string | undefined;
  capacity: number | undefined;
} {
  const words = text.split(/\s+/).filter(Boolean);
  const limit = words.find((word) => seats.test(fold(word)));
  const place = words.find((word) => /^@./.test(fold(word)));
  const title = words.filter((word) => word !== limit && word !== place).join(' ');
  return {
    title: title === '' ? '' : shownName(title),
    place: place === undefined ? undefined : shownName(place.slice(1)),
    capacity: limit === undefined ? undefined : seatsIn(limit),
  };
}

function seatsIn(word: string): number | undefined {
  const found = seats.exec(fold(word))?.[1];
  return found === undefined ? undefined : readNumber(found);
}

/** `@社区大厅 40人`, `地点 社区大厅`, `改名 清洁楼道`, `不限人数`; undefined where a piece of it is nothing of that. */
function readShape(text: string): Shape | undefined {
  let shape: Shape = {};
  let open: (typeof labels)[keyof typeof labels] | undefined;
  for (const word of text.split(/[\s，,；;]+/).filter(Boolean)) {
    const folded = fold(word);
    const [, named, behind = ''] = label.exec(folded) ?? [];
    const limit = seatsIn(word);
    if (limit !== undefined) [shape, open] = [{ ...shape, capacity: limit }, undefined];
    else if (/^不限(人数|名额)?$/.test(folded))
      [shape, open] = [{ ...shape, capacity: undefined }, undefined];
    else if (/^@./.test(folded))
      [shape, open] = [{ ...shape, place: shownName(word.slice(1)) }, 'place'];
    else if (named !== undefined) {
      open = labels[named as keyof typeof labels];
      const value = word.slice(word.length - behind.length);
      if (value !== '') shape = withWord(shape, open, value);
    } else if (open !== undefined) shape = withWord(shape, open, word);
    else return undefined;
  }
  return Object.keys(shape).length === 0 ? undefined : shape;
}

/** A further word belongs to what stands before it: `地点 社区 二楼`. */
function withWord(shape: Shape, field: (typeof labels)[keyof typeof labels], word: string): Shape {
  if (field === 'capacity') {
    const limit = readNumber(word);
    return limit >= 1 && limit <= MOST_SEATS ? { ...shape, capacity: limit } : shape;
  }
  return { ...shape, [field]: shownName([shape[field], word].filter(Boolean).join(' ')) };
}

/** Changes what was said of an activity; a new place is told to everybody who comes. */
export function change(activity: Activity, words: string, context: CommandContext): Outcome {
  const { number } = activity;
  if (!isAhead(activity)) return refuse(texts.cannotChange(number, stateName[activity.state]));
  const shape = readShape(words);
  if (shape === undefined) {
    const isTime = readWhen(words, context).ok;
    return isTime
      ? refuse(organising.changeTime(number, words), `/改期 E${number} ${words}`)
      : refuse(organising.howToChange(number));
  }
  const list = context.records.where(signups, activity.id);
  const there = heads(inOrder(list, 'in'));
  if (shape.capacity !== undefined && shape.capacity < there)
    return refuse(organising.tooFewSeats(number, there));
  // A fixed day keeps its name, by which it is found; what is done on it changes.
  const { title, ...others } = shape;
  const named =
    title !== undefined && activity.occurrence !== undefined ? { ...others, theme: title } : shape;
  const changed = shaped(activity, named, context);
  const { place } = shape;
  if (place === undefined || place === activity.place) return changed;
  return together(changed, tellPlace({ ...activity, ...named }, activity, context));
}

/** An activity whose shape was settled; where that makes room, those who wait move up. */
export function shaped(
  activity: Activity,
  shape: Shape,
  situation: Parameters<typeof seat>[3],
): Outcome {
  const settled = { ...activity, ...shape };
  const list = situation.records.where(signups, activity.id);
  return together(
    edit(activities, activity, settled),
    seat(settled, list, [], situation),
    updateCard(activityCard(settled)),
  );
}

/** Tells everybody who comes where it is now. */
export function tellPlace(now: Activity, before: Activity, context: CommandContext): Outcome {
  const { number, place = '' } = now;
  const news = {
    what: organising.placeChanged(number, titleOf(now), place, before.place),
    inGroups: organising.movedNext(number, signedUp(now, context)),
    inPrivate: organising.movedPrivately(number),
    before: before.start,
  };
  return tellAll(now, news, context);
}
