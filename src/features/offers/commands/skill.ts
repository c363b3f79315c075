import { rest } from '../../../core/arguments.ts';
import { type CommandContext, command } from '../../../core/command.ts';
import { edit } from '../../../core/edits.ts';
import { fold } from '../../../core/line.ts';
import { shortened } from '../../../core/names.ts';
import { ask, changed, type Outcome, refuse, say, together } from '../../../core/outcome.ts';
import { lines } from '../../../core/text.ts';
import { type Offer, offers } from '../records.ts';
import { readPlan } from '../rules/plan.ts';
import { offerTexts } from '../texts/offers.ts';
import { skillPhrases } from '../texts/phrases.ts';
import { setState } from './offer.ts';
import { makeOffer, undoOffer, whatWaits } from './shared/make-offer.ts';

export const skill = command({
  name: 'skill',
  zhName: '我能',
  aliases: ['我的特长'],
  standsApart: true,
  minRole: 'member',
  scope: 'private',
  summary: { zh: '告诉联络员您会什么、什么时候有空', en: 'tell the liaisons what you can do' },
  examples: ['我能 修水电，周末', '我能 公开', '我能 撤'],
  args: { what: rest({ zh: '会什么，什么时候有空', en: 'what, and when' }).optional() },
  shortForms: ['我能 {what!}'],
  phrases: skillPhrases,
  run: ({ what = '' }, context) => {
    const [word = '', number] = fold(what).split(/\s+f?/);
    const own = latestOwn(number, context);
    if (/^(?:公开|不公开|撤|撤回|不要了)$/.test(word) && own === undefined)
      return refuse(offerTexts.noOwn);
    if (own !== undefined && word === '公开') return show(own, true);
    if (own !== undefined && word === '不公开') return show(own, false);
    if (own !== undefined && /^(?:撤|撤回|不要了)$/.test(word))
      return setState(own, 'withdrawn', context);
    const [, registered] = /^登记\s*([\s\S]+)$/.exec(what) ?? [];
    return registered === undefined && COMING.test(what)
      ? ask(offerTexts.isSkill(shortened(what.trim(), 30)), [
          { label: offerTexts.isOne, typed: `我能 登记 ${what.trim()}` },
        ])
      : add(registered ?? what, context);
  },
  undo: undoOffer,
});

/** Who can come says no skill: 我能 参加, 我能 晚点到. */
const COMING = /^(?:来|去|到|参加|报名|帮|不|请|带|晚|早|先|今|明|后|周|准时|一起|问|看|再)/;

/** What somebody can do is for liaisons until they want everybody to know. */
function add(typed: string, context: CommandContext): Outcome {
  const plan = readPlan(typed);
  if (plan === undefined) return ask(offerTexts.needsSkill, [], { open: '我能 {}' });
  const { person } = context;
  const made = makeOffer(plan, { owner: { person: person.id }, isPublic: false }, context);
  if ('refused' in made) return made.refused;
  const { number } = made.offer;
  const said = [plan.text, plan.when].filter(Boolean).join('，');
  const waits = whatWaits(made.offer, context);
  const question = lines(offerTexts.kept(said), waits?.text, waits?.next, offerTexts.consent);
  return together(
    made.outcome,
    ask(question, [{ label: offerTexts.makePublic, typed: `我能 公开 F${number}` }]),
  );
}

function show(own: Offer, isPublic: boolean): Outcome {
  const text = isPublic ? offerTexts.madePublic : offerTexts.madePrivate;
  return together(
    edit(offers, own, { ...own, isPublic }),
    changed(own.id),
    say(text(own.number, own.text)),
  );
}

/** The one of a number, else the latest that somebody offers for themselves. */
function latestOwn(
  number: string | undefined,
  { records, person }: CommandContext,
): Offer | undefined {
  const own = records
    .slice(offers, 'ofOwner', person.id)
    .filter(({ owner }) => owner.person === person.id && owner.unit === undefined);
  return number === undefined ? own.at(-1) : own.find((one) => String(one.number) === number);
}
