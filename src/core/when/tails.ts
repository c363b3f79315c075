/** What runs on behind a phrase and is read with it. */
import type { Phrase } from './phrase.ts';
import type { Found } from './text.ts';

const SHARPLY = /^\s*(?:准时|准点|正|整|开始|开场)(?=$|[\s,、;。)])/;

/** 9:00准时, 9点开始: said of the hour, and changes nothing. */
export function skipSharply(text: string, { value, end }: Found<Phrase>): number {
  const isHour = (value.until?.time.clock ?? value.time?.clock) !== undefined;
  return isHour ? end + (SHARPLY.exec(text.slice(end))?.[0].length ?? 0) : end;
}

const ANOTHER_WEEKDAY =
  /^\s*[、,和及/]\s*(?:周|星期|礼拜)?[一二三四五六日天](?=$|[\s,;。、和]|[早晚]|上午|下午|中午|都|两|\d|[一二两三四五六七八九十]{1,2}点)/;

/** 周六、日上午: two days, of which only one would be taken. */
export function namesAnotherWeekday(text: string, { value, end }: Found<Phrase>): boolean {
  const isWeekday = value.dates.at(-1)?.said.kind === 'weekday' && value.time === undefined;
  return isWeekday && ANOTHER_WEEKDAY.test(text.slice(end));
}
