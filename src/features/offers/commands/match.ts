import { rest } from '../../../core/arguments.ts';
import { type CommandContext, command } from '../../../core/command.ts';
import { fold } from '../../../core/line.ts';
import { type Outcome, refuse, say } from '../../../core/outcome.ts';
import { lines, series, type Text } from '../../../core/text.ts';
import { requestNumbered, shownText } from '../../requests/index.ts';

import { type FittingOffer, lately, offersFor, requestsFor } from '../rules/fitting.ts';
import { matchTexts } from '../texts/matches.ts';
import { ownerText, whatText } from '../views.ts';
import { findOffer } from './shared/find-offer.ts';

const MOST = 3;

export const match = command({
  name: 'match',
  zhName: '配对',
  standsApart: true,
  minRole: 'liaison',
  scope: 'private',
  summary: {
    zh: '看谁能办一件需求，或一项服务谁需要',
    en: 'who fits a request, or what an offer fits',
  },
  examples: ['/配对 12', '/配对 F3'],
  args: { number: rest({ zh: '需求或服务的编号', en: 'number of a request or an offer' }) },
  run: ({ number: typed }, context) => {
    const [, letter, digits = ''] = /^([f#]?)\s?(\d{1,6})号?$/.exec(fold(typed.trim())) ?? [];
    if (digits === '') return refuse(matchTexts.whatNumber);
    return letter === 'f'
      ? waitingFor(Number(digits), context)
      : fittingFor(Number(digits), context);
  },
});

/** The best offers for a request, each with why. */
function fittingFor(number: number, context: CommandContext): Outcome {
  const { records } = context;
  const request = requestNumbered(records, number);
  if (request === undefined || request.state !== 'open' || request.use !== undefined)
    return refuse(matchTexts.notOpen(number), `/详情 ${number}`);
  const what = shownText(request.text, request, records, 24);
  const found = offersFor(request, context, { most: MOST });
  const [best] = found;
  if (best === undefined) return say(matchTexts.none(number, what));
  return say(
    lines(
      matchTexts.title(number, what),
      ...found.map((one) => fittingLine(one, context)),
      matchTexts.invite(`F${best.one.number}`, number),
    ),
    `请 F${best.one.number} 办 ${number}`,
  );
}

/** A unit's offer goes by its number; a person's skill is nobody's but the liaison's to read. */
function fittingLine({ one, fit }: FittingOffer, { records, now }: CommandContext): Text {
  const { subject, isCategory, isNear } = fit.reasons;
  const count = lately(one, records, now);
  const reasons = [
    isCategory && matchTexts.category,
    subject !== undefined && matchTexts.subject(subject),
    isNear && matchTexts.near,
    one.when !== undefined && matchTexts.free(one.when),
    count > 0 && matchTexts.lately(count),
    !one.isPublic && matchTexts.onlyYou,
  ].filter((reason) => reason !== false);
  const owner = ownerText(one, records).zh;
  return matchTexts.line(`F${one.number} ${owner}`, whatText(one), series(reasons, plainComma));
}

const plainComma: Text = { zh: '，', en: ', ' };

/** What waits for an offer. */
function waitingFor(number: number, context: CommandContext): Outcome {
  const found = findOffer(number, context);
  if ('answer' in found) return found.answer;
  const { one: offer } = found;
  const waiting = requestsFor(offer, context, MOST).map(({ one }) => one);
  const [first] = waiting;
  if (first === undefined) return say(matchTexts.nothingWaits(number, whatText(offer)));
  const { records } = context;
  return say(
    lines(
      matchTexts.forOffer(number, whatText(offer)),
      ...waiting.map((one) =>
        matchTexts.request(one.number, shownText(one.text, one, records, 30)),
      ),
      matchTexts.invite(`F${number}`, first.number),
    ),
    `请 F${number} 办 ${first.number}`,
  );
}
