import { rest } from '../../../core/arguments.ts';
import { type CommandContext, command } from '../../../core/command.ts';
import { ask, type Outcome, refuse, say, together } from '../../../core/outcome.ts';
import { sentences } from '../../../core/text.ts';
import { submitUse, type Use, undoEntry, useTexts, useTime } from '../../requests/index.ts';
import type { Offer } from '../records.ts';
import { asked, inTheWay, waiting } from '../rules/bookings.ts';
import { isOnItsDay, readWanted, type Wanted } from '../rules/hours.ts';
import { isOwner } from '../rules/permits.ts';
import { wantTexts } from '../texts/wants.ts';
import { exampleFor, ownerText } from '../views.ts';
import { findOffer, offerNumber } from './shared/find-offer.ts';

export const want = command({
  name: 'want',
  zhName: '预约',
  aliases: ['借用'],
  minRole: 'guest',
  scope: 'anywhere',
  summary: { zh: '要一项服务，说好哪天', en: 'ask for an offer, with a time' },
  examples: ['要 F3 下周二 房产继承', '要 F10 周三19点到21点 业委会'],
  args: {
    offer: offerNumber,
    what: rest({ zh: '哪天，什么事', en: 'when, and what for' }).optional(),
  },
  shortForms: ['要 {offer!} {what}', '预约 {offer!} {what}', '借用 {offer!} {what}'],
  requiresNumber: true,
  standsApart: true,
  run: ({ offer: number, what = '' }, context) => {
    const found = findOffer(number, context);
    if ('answer' in found) return found.answer;
    const { one: offer } = found;
    if (offer.state === 'paused') return refuse(wantTexts.paused(number), '/服务');
    if (isOwner(offer, context.person)) return refuse(wantTexts.own(number));
    const again = asked(offer, context.records).find(({ asker }) => asker === context.person.id);
    if (again !== undefined)
      return refuse(wantTexts.again(number, again.number), `/详情 ${again.number}`);
    const read = readWanted(what, offer, context);
    const example = exampleFor(offer).zh;
    if (!('rest' in read)) return refuse(wantTexts[read.kind](number, example));
    if (read.kind === 'time') return submit(offer, read.wanted, read.rest, context);
    return offer.capacity !== undefined || offer.hours !== undefined
      ? askWhen(offer, read.rest)
      : submit(offer, undefined, read.rest, context);
  },
  undo: undoEntry,
});

/** Where a place may be taken, or on some days only, it has to be known for when. */
function askWhen({ number, capacity }: Offer, note: string): Outcome {
  const example = capacity === undefined ? '下周二' : '周三19点到21点';
  const open = ['要', `F${number}`, '{}', note].filter(Boolean).join(' ');
  return ask(wantTexts.forWhen(number, example), [], { open });
}

function submit(
  offer: Offer,
  wanted: Wanted | undefined,
  note: string,
  context: CommandContext,
): Outcome {
  const { records, zone } = context;
  const { number, hours, category, owner, text, when = '' } = offer;
  if (wanted !== undefined && !offer.byMonth && !isOnItsDay(hours, wanted.start, zone))
    return refuse(wantTexts.otherDay(number, when, exampleFor(offer).zh));
  const isFull = wanted !== undefined && inTheWay(offer, wanted, records).length > 0;
  const use: Use = {
    offer: offer.id,
    owner,
    ...(wanted ?? {}),
    ...(isFull ? { isWaiting: true } : {}),
  };
  const time = wanted && useTime(use, context);
  const words = useTexts.wanted(number, text, time, note);
  const { request, outcome } = submitUse({ text: words, category, use }, context);
  const place = waiting(offer, records).length + 1;
  const said = isFull
    ? sentences(
        wantTexts.full(number, time ?? { zh: '', en: '' }, place),
        useTexts.next.waiting(request.number),
      )
    : undefined;
  const isPrivate = context.place.kind === 'private';
  if (said !== undefined) return together(outcome, say(said, `撤回 ${request.number}`));
  return isPrivate
    ? together(outcome, say(wantTexts.asked(request.number, ownerText(offer, records))))
    : outcome;
}
