import type { Amount, Figure } from '../../../core/reporting.ts';
import { lines, type Text } from '../../../core/text.ts';
import { byThing, NONE, type Reckoning } from '../rules/amounts.ts';
import type { NamedPeriod } from '../rules/periods.ts';
import { meaningTexts } from '../texts/meaning.ts';

/** Fewer than this and a share in percent says more than is known. */
const FEWEST_FOR_SHARE = 5;

/** Rows that fit into a post to a group, and into one in private. */
const IN_GROUP = 4;
const IN_PRIVATE = 30;

/** `210 人次`, `63 人次（成员 51，居民 12）`, `9/12（75%）`. */
export function amountText(figure: Figure, amount: Amount, reckoning: Reckoning): Text {
  const whole = figure.outOf === undefined ? undefined : reckoning.get(figure.outOf)?.amount;
  if (whole !== undefined) return shareText(amount.value, whole.value);
  const text = meaningTexts.amount(amount.value, figure.measure, amount.estimated);
  if (amount.members + amount.residents === 0) return text;
  const apart = meaningTexts.apart(amount.members, amount.residents);
  return { zh: `${text.zh}（${apart.zh}）`, en: `${text.en} (${apart.en})` };
}

/** A share with its numbers; in percent only where there are enough of them. */
function shareText(value: number, of: number): Text {
  const percent = of < FEWEST_FOR_SHARE ? undefined : Math.round((value / of) * 100);
  return meaningTexts.share(value, of, percent);
}

/** What a number means, and the rows behind it as far as they fit. */
export function meaningText(
  figure: Figure,
  reckoning: Reckoning,
  period: NamedPeriod,
  reader: { readonly isPrivate: boolean; readonly namesShown: boolean },
): Text {
  const { amount, rows } = reckoning.get(figure.name) ?? { amount: NONE, rows: [] };
  const things = byThing(rows);
  const isHidden = things.some(({ personal }) => personal === true) && !reader.namesShown;
  const most = reader.isPrivate ? IN_PRIVATE : IN_GROUP;
  const shown = isHidden ? [] : things.slice(0, most);
  const left = isHidden ? 0 : things.length - shown.length;
  const words = `/口径 ${figure.title.zh} ${period.title.zh}`;
  return lines(
    meaningTexts.number(period.title, figure.title, amountText(figure, amount, reckoning)),
    meaningTexts.means(figure.meaning),
    isHidden && meaningTexts.namesInPrivate,
    things.length === 0 && meaningTexts.noRows,
    ...shown.map(({ line, amount: count }) =>
      count === 1 ? meaningTexts.rowOnly(line()) : meaningTexts.row(line(), count, figure.measure),
    ),
    left > 0 && (reader.isPrivate ? meaningTexts.evenMore(left) : meaningTexts.more(left, words)),
  );
}
