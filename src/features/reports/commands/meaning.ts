import { rest } from '../../../core/arguments.ts';
import { type AnyCommand, command } from '../../../core/command.ts';
import { masked } from '../../../core/masking.ts';
import { shortened } from '../../../core/names.ts';
import { refuse, say } from '../../../core/outcome.ts';
import { mayActAs } from '../../../core/roles.ts';
import type { Text } from '../../../core/text.ts';
import { figureCalled, type ReportParts, reckonAll } from '../rules/amounts.ts';
import { nameAndPeriod } from '../rules/periods.ts';
import { meaningTexts } from '../texts/meaning.ts';
import { meaningPhrases } from '../texts/phrases.ts';
import { meaningText } from '../views/meaning.ts';
import { figuresWithServices } from '../views/services.ts';

/** Of words that name no number, so many characters are said again. */
const SAID_AGAIN = 12;

/** What a number means, and the rows behind it. */
export function meaningCommand(parts: ReportParts): AnyCommand {
  return command({
    name: 'meaning',
    zhName: '口径',
    aliases: ['怎么算的', '统计', '汇总', '数据'],
    minRole: 'guest',
    scope: 'anywhere',
    summary: { zh: '月报里的数怎么算、是哪些', en: 'what a number of the report means' },
    examples: ['/口径 惠及', '/口径', '/口径 参与人次 10月'],
    phrases: meaningPhrases,
    args: { words: rest({ zh: '哪个数 哪个月', en: 'which number, which month' }).optional() },
    run: ({ words = '' }, context) => {
      const { name, period } = nameAndPeriod(words, 'month', context);
      const figures = figuresWithServices(parts, period, context);
      const titles: readonly Text[] = figures.map(({ title }) => title);
      if (name === '') return say(meaningTexts.which(titles));
      const figure = figureCalled(name, figures);
      if (figure === undefined)
        return refuse(meaningTexts.unknown(shortened(masked(name), SAID_AGAIN), titles));
      const isPrivate = context.place.kind === 'private';
      const namesShown = isPrivate && mayActAs(context.person.role, 'liaison');
      const reader = { isPrivate, namesShown };
      return say(meaningText(figure, reckonAll(figures, period, context), period, reader));
    },
  });
}
