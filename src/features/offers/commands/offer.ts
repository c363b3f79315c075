import { rest } from '../../../core/arguments.ts';
import { type CommandContext, command } from '../../../core/command.ts';
import { edit } from '../../../core/edits.ts';
import { fold } from '../../../core/line.ts';
import { changed, type Outcome, refuse, say, together } from '../../../core/outcome.ts';
import { nextPage, pageOf, readPage } from '../../../core/pages.ts';
import { mayActAs } from '../../../core/roles.ts';
import { lines } from '../../../core/text.ts';
import { partyFor } from '../../../identity/people/index.ts';
import { categoriesOf, categoryFor, refuseUse } from '../../requests/index.ts';
import { type Offer, type OfferState, offers } from '../records.ts';
import { usesOf } from '../rules/bookings.ts';
import { offersLike } from '../rules/fitting.ts';
import { mayChange } from '../rules/permits.ts';
import { readPlan, tellsOfOne } from '../rules/plan.ts';
import { offerTexts } from '../texts/offers.ts';
import { offerPhrases } from '../texts/phrases.ts';
import { exampleFor, offerLine, offerText, ownerText, whatText } from '../views.ts';
import { findOffer } from './shared/find-offer.ts';
import { makeOffer, undoOffer, whatWaits } from './shared/make-offer.ts';

const PER_PAGE = 5;

export const offer = command({
  name: 'offer',
  zhName: '服务',
  standsApart: true,
  aliases: ['服务清单', '能提供的'],
  minRole: 'guest',
  scope: 'anywhere',
  summary: { zh: '看单位和邻居能提供什么，登记自己的', en: 'what units and neighbours can give' },
  examples: ['/服务', '/服务 法律', '/服务 法律咨询 每周二下午 社区会客厅', '/服务 F3 停'],
  args: {
    what: rest({ zh: '找什么，或提供什么、什么时候、在哪', en: 'what, when, where' }).optional(),
  },
  shortForms: ['服务清单'],
  phrases: offerPhrases,
  run: ({ what = '' }, context) => {
    const typed = what.trim();
    const one = /^f\s?(\d{1,6})号?(?:\s+(\S+))?$/i.exec(fold(typed));
    if (one !== null) return showOrChange(Number(one[1]), one[2], context);
    const [, added] = /^(?:新增|登记)\s*([\s\S]*)$/.exec(typed) ?? [];
    const isNew = added !== undefined || tellsOfOne(typed);
    if (isNew)
      return mayActAs(context.person.role, 'member')
        ? add(added ?? typed, context)
        : refuse(offerTexts.forMembers, '/加入单位');
    return list(typed, context);
  },
  undo: undoOffer,
});

function add(typed: string, context: CommandContext): Outcome {
  const plan = readPlan(typed);
  if (plan === undefined) return refuse(offerTexts.needsWhat);
  const made = makeOffer(plan, { owner: partyFor(context.person), isPublic: true }, context);
  if ('refused' in made) return made.refused;
  const waits = whatWaits(made.offer, context);
  return together(
    made.outcome,
    say(lines(offerText(made.offer, context), waits?.text, waits?.next)),
  );
}

/** Words for what becomes of an offer, as they are typed. */
const CHANGES: Readonly<Record<string, OfferState>> = {
  停: 'paused',
  暂停: 'paused',
  先停: 'paused',
  恢复: 'inUse',
  启用: 'inUse',
  继续: 'inUse',
  撤: 'withdrawn',
  撤回: 'withdrawn',
  撤销: 'withdrawn',
  不提供了: 'withdrawn',
};

function showOrChange(number: number, word: string | undefined, context: CommandContext): Outcome {
  const found = findOffer(number, context);
  if ('answer' in found) return found.answer;
  const known = found.one;
  if (word === undefined) return say(offerText(known, context), ...choicesFor(known));
  const state = CHANGES[word];
  if (state === undefined) return refuse(offerTexts.howToChange(number));
  if (!mayChange(known, context.person))
    return refuse(offerTexts.notYours(number, ownerText(known, context.records)));
  if (known.state === state) return refuse(offerTexts.alreadySo(number, state));
  return setState(known, state, context);
}

/** What is withdrawn is withdrawn for those who asked for it, too, and they are told. */
export function setState(known: Offer, state: OfferState, context: CommandContext): Outcome {
  const uses = state === 'withdrawn' ? usesOf(known, context.records) : [];
  const ended = uses.flatMap((request) =>
    request.use === undefined || request.state === 'awaiting'
      ? []
      : [refuseUse({ ...request, use: request.use }, offerTexts.withdrawnWhy.zh, context, true)],
  );
  const next =
    state === 'paused' ? `恢复请发「/服务 F${known.number} 恢复」` : '看清单请发「/服务」';
  return together(
    ...ended.map((one) => ({ ...one, change: undefined })),
    edit(offers, known, { ...known, state, since: context.now }),
    changed(known.id),
    say(offerTexts.now(known.number, whatText(known), state, next)),
  );
}

function choicesFor({ number, state }: Offer): readonly string[] {
  return state === 'inUse' ? [`要 F${number}`] : [];
}

function list(typed: string, context: CommandContext): Outcome {
  const { records } = context;
  const { what, page } = readPage(typed);
  const count = records.count(offers, 'open', 'all');
  if (what === '')
    return listed('', count, page, context, (from, to) =>
      records.slice(offers, 'open', 'all', from, to),
    );
  const found = searched(what, context);
  if (found.length === 0) return say(offerTexts.noneOf(what));
  return listed(what, found.length, page, context, (from, to) => found.slice(from, to));
}

/** Those of a category, those with the words, and those that speak of the same. */
function searched(what: string, context: CommandContext): readonly Offer[] {
  const { records } = context;
  const ofCategory = records.slice(offers, 'open', what);
  const all = records.slice(offers, 'open', 'all');
  const named = all.filter(({ text }) => fold(text).includes(fold(what)));
  const category = categoryFor(what, categoriesOf(records));
  const like = offersLike({ text: what, category }, all, context);
  return [...new Set([...named, ...ofCategory, ...like])];
}

function listed(
  what: string,
  count: number,
  wanted: number,
  { records }: CommandContext,
  slice: (from: number, to: number) => readonly Offer[],
): Outcome {
  if (count === 0) return say(offerTexts.none);
  const page = pageOf(count, wanted, PER_PAGE);
  const here = slice(page.from, page.to);
  const [first] = here;
  return say(
    lines(
      offerTexts.title(what, count),
      ...here.map((one) => offerLine(one, records)),
      nextPage(page, '/服务', what),
      first && offerTexts.howToUse(first.number, exampleFor(first)),
    ),
  );
}
