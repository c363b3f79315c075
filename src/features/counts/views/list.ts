import { nameKey } from '../../../core/names.ts';
import { lines, type Text } from '../../../core/text.ts';
import type { ViewContext } from '../../../core/view-context.ts';
import type { Count } from '../records.ts';
import { monthAround } from '../rules/month.ts';
import { addedIn, levelsAt } from '../rules/standing.ts';
import { standText, texts } from '../texts.ts';

/** A post has eight lines. */
const MOST = 5;

/** What was counted this month, and how things stand. */
export function listText({ records, now, zone }: ViewContext): Text {
  const month = monthAround(now, zone);
  const sums = new Map<string, Pick<Count, 'name' | 'amount' | 'measure'>>();
  for (const { name, measure, amount } of addedIn(month, records)) {
    const key = `${nameKey(name)} ${measure}`;
    sums.set(key, { name, measure, amount: (sums.get(key)?.amount ?? 0) + amount });
  }
  const all = [...sums.values(), ...levelsAt(month.to, records)];
  if (all.length === 0) return lines(texts.none, texts.howTo);
  return lines(
    texts.list(month.title),
    ...all.slice(0, MOST).map((one) => texts.item(one.name, standText(one))),
    all.length > MOST && texts.more(all.length - MOST),
    texts.howTo,
  );
}
