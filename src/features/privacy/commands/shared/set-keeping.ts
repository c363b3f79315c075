import { put, type Records } from '../../../../core/collection.ts';
import {
  daysOfAll,
  type KeptKind,
  keepings,
  keptKinds,
  LONGEST_KEPT,
  SHORTEST_KEPT,
} from '../../../../core/keeping.ts';
import { fold } from '../../../../core/line.ts';
import { numberSource, readNumber } from '../../../../core/numerals.ts';
import { type Outcome, refuse, remember, say, together } from '../../../../core/outcome.ts';
import { keepingTexts, keptName } from '../../texts/keeping.ts';

const UNITS = { 天: 1, 日: 1, 周: 7, 个月: 30, 月: 30, 年: 365 } as const;
const TIME = new RegExp(`^(${numberSource(4)})(${Object.keys(UNITS).join('|')})$`);

/** `/设置 保存`, `/设置 保存 需求 1年`: shows and changes for how long what is over is kept. */
export function setKeeping(
  words: string,
  { records, now }: { readonly records: Records; readonly now: number },
): Outcome {
  const [what = '', time = '', ...more] = fold(words).split(/\s/u).filter(Boolean);
  if (what === '') return say(keepingTexts.all(daysOfAll(records)));
  const kind = keptKinds.find((one) => keptName[one].zh === what || keptName[one].en === what);
  const days = daysIn(time);
  if (kind === undefined || days === undefined || more.length > 0)
    return refuse(keepingTexts.howTo(keptKinds));
  return together(
    remember(put(keepings, withDays(kind, days, records, now))),
    say(keepingTexts.set(kind, days)),
  );
}

function withDays(kind: KeptKind, days: number, records: Records, now: number) {
  const before = records.get(keepings, 'keeping') ?? { days: {}, next: now, gone: 0 };
  return { ...before, id: 'keeping' as const, days: { ...before.days, [kind]: days } };
}

function daysIn(time: string): number | undefined {
  const [, number, unit] = TIME.exec(time) ?? [];
  if (number === undefined || unit === undefined) return undefined;
  const days = readNumber(number) * UNITS[unit as keyof typeof UNITS];
  return days >= SHORTEST_KEPT && days <= LONGEST_KEPT ? days : undefined;
}
