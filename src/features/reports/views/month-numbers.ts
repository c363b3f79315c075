import type { Feature } from '../../../core/feature.ts';
import type { ViewContext } from '../../../core/view-context.ts';
import { NONE, reckon, reportParts, servicesIn } from '../rules/amounts.ts';
import { periodAt } from '../rules/periods.ts';
import { meaningTexts } from '../texts/meaning.ts';
import { reportTexts } from '../texts/report.ts';

/** The numbers that hang on the board. */
const SHOWN = ['held', 'served'] as const;

/** This month's numbers with their meaning, in Chinese, as the board shows them. */
export function monthNumbers(of: readonly Feature[], context: ViewContext) {
  const period = periodAt('month', context);
  const reckoning = reckon(reportParts(of), period, context);
  const numbers = SHOWN.flatMap((name) => {
    const found = reckoning.get(name);
    if (found === undefined) return [];
    const { figure, amount = NONE } = found;
    const text = meaningTexts.amount(amount.value, figure.measure, amount.estimated);
    return [{ title: figure.title.zh, amount: text.zh, meaning: figure.meaning.zh }];
  });
  const { title, measure, meaning } = reportTexts.services;
  const services = meaningTexts.amount(servicesIn(reckoning), measure, false);
  return {
    month: period.title.zh,
    numbers: [...numbers, { title: title.zh, amount: services.zh, meaning: meaning.zh }],
  };
}
