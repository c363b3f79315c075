import type { Records } from '../../../../core/collection.ts';
import type { CommandContext } from '../../../../core/command.ts';
import { fold } from '../../../../core/line.ts';
import { nameKey } from '../../../../core/names.ts';
import { dateOf } from '../../../../core/time.ts';
import { datesIn } from '../../../../understanding/wording/days.ts';
import { type Activity, chainRemarks } from '../../records/index.ts';
import { calledNames } from '../called.ts';
import type { Chain } from './read-chains.ts';
import { saysMore } from './title.ts';

/*
 * Whose list it is. Most lists that neighbours paste are of something else: group buying, lifts,
 * other people's outings.
 */

/** Words that say no more than that it is a list of people who come. */
const PLAIN =
  /群?接龙|group ?note|报名|感谢|谢谢|联系(?:电话|人|方式)|电话|\d{7,}|名单|参加|参与|出席|人员|人数|志愿者?|义工|活动|登记|统计|请?大家|如下|可以?来|能来|要来|来|要去|能去|去|各位|们|以下|现在|目前|已经?|开始|继续|从这|一下|啦|了|的|吧|群|本次|这次|[上下]午场?|第.[场组]/g;

/** Nothing stands above it that says what it is for. */
function isPlain(title: string): boolean {
  const left = fold(title)
    .replace(PLAIN, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
  return left === '';
}

/** Ids of titles that do not tell whose lists they stand above, and that are not known yet. */
export function newTitles(
  activity: Activity,
  chains: readonly Chain[],
  records: Records,
): readonly string[] {
  const called = calledNames(activity);
  return chains
    .map(({ title }) => title)
    .filter((title) => !isPlain(title) && !called.some((word) => fold(title).includes(word)))
    .map((title) => titleRecord(activity, title))
    .filter((id) => records.get(chainRemarks, id) === undefined);
}

/** The record that a list under this title was the activity's. */
function titleRecord(activity: Activity, title: string): string {
  return `${activity.id}/title ${nameKey(title).slice(0, 80)}`;
}

/**
 * The number of the activity that a list is for: the title names it by number, by what it is called
 * or by its day, or a list under this title was its own before. `any` where nothing stands above
 * it; undefined where it is somebody else's.
 */
export function whoseList(
  chain: Chain,
  open: readonly Activity[],
  context: CommandContext,
): number | 'any' | undefined {
  const { title } = chain;
  const folded = fold(title);
  const number = /(?<![a-z0-9])e(\d{1,6})(?!\d)/.exec(folded)?.[1];
  if (number !== undefined) return Number(number);
  const named = open.filter((one) => calledNames(one).some((word) => folded.includes(word)));
  const found = [named, dated(folded, open, context), before(title, open, context)].find(
    ({ length }) => length > 0,
  );
  if (found !== undefined) return found.length === 1 ? found[0]?.number : undefined;
  return isPlain(title) ? 'any' : undefined;
}

/** Those on a day that the title says, where nothing in it is sold or goes elsewhere. */
function dated(
  title: string,
  open: readonly Activity[],
  { now, zone }: CommandContext,
): readonly Activity[] {
  if (ELSEWHERE.test(title) || saysMore(title)) return [];
  const isOn = datesIn(title, dateOf(now, zone));
  return open.filter(({ start }) => isOn(dateOf(start, zone)));
}

const ELSEWHERE =
  /团购?|拼[车单]|代[取买购]|预[订定]|下单|到货|快递|爬山|钓鱼|聚餐|K歌|球|骑行|自驾|游|剧本|献血|体检|家长|老师|同学|班会|捐|打卡|考试|补课|搬|租|卖|买|斤|箱|元/i;

function before(
  title: string,
  open: readonly Activity[],
  { records }: CommandContext,
): readonly Activity[] {
  if (title === '') return [];
  return open.filter((one) => records.get(chainRemarks, titleRecord(one, title)) !== undefined);
}
