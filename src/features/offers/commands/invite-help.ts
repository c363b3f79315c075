import { name, ticket } from '../../../core/arguments.ts';
import { put } from '../../../core/collection.ts';
import { type CommandContext, command } from '../../../core/command.ts';
import { fold } from '../../../core/line.ts';
import { refuse, remember, say, tell, together } from '../../../core/outcome.ts';
import { nameOf, peopleCalled } from '../../../identity/people/index.ts';
import { requestNumbered, shownText } from '../../requests/index.ts';
import { helpAsked, type Offer } from '../records.ts';
import { offerNumbered } from '../rules/permits.ts';
import { matchTexts } from '../texts/matches.ts';
import { ownerText } from '../views.ts';

export const inviteHelp = command({
  name: 'askhelp',
  zhName: '请人',
  requiresNumber: true,
  standsApart: true,
  minRole: 'liaison',
  scope: 'anywhere',
  summary: { zh: '请一个人或一家单位办一件需求', en: 'ask somebody to take a request on' },
  examples: ['请 F9 办 12', '请 张伟 办 12'],
  args: {
    who: name({ zh: '服务编号或姓名', en: 'offer or name' }),
    number: ticket({ zh: '编号', en: 'number' }),
  },
  shortForms: ['请 {who} 办 {number}'],
  run: ({ who, number }, context) => {
    const { records } = context;
    const request = requestNumbered(records, number);
    if (request === undefined || request.state !== 'open' || request.use !== undefined)
      return refuse(matchTexts.notOpen(number), `/详情 ${number}`);
    const meant = personMeant(who, context);
    if (meant === undefined) return refuse(matchTexts.nobody(who), `/找人 ${who}`);
    const { person, offer, called } = meant;
    const id = `${request.id}/${person}`;
    const before = records.get(helpAsked, id);
    if (before !== undefined)
      return refuse(
        before.declined === undefined
          ? matchTexts.askedAlready(number, called)
          : matchTexts.saidNo(number, called),
        `/配对 ${number}`,
      );
    if (!context.reaches(person)) return refuse(matchTexts.unreached(number, called));
    const { now, person: speaker } = context;
    const asked = {
      id,
      request: request.id,
      person,
      ...(offer === undefined ? {} : { offer: offer.id }),
      by: speaker.id,
      at: now,
    };
    const what = shownText(request.text, request, records, 30);
    return together(
      remember(put(helpAsked, asked)),
      tell(person, matchTexts.please(number, what, speaker.name)),
      say(matchTexts.invited(number, called)),
    );
  },
  undo: {
    zh: '已经私下问了。不用了请跟对方说一声，看这件请发「/详情」加编号',
    en: 'They were asked already. Please tell them; for the request send “/show” and its number',
  },
});

/** Whoever a name or an offer stands for: of several of one name nobody. */
function personMeant(
  who: string,
  { records }: CommandContext,
): { readonly person: string; readonly offer?: Offer; readonly called: string } | undefined {
  const number = /^f(\d{1,6})$/.exec(fold(who))?.[1];
  const offer = number === undefined ? undefined : offerNumbered(records, Number(number));
  if (offer !== undefined && offer.state === 'inUse')
    return { person: offer.owner.person, offer, called: ownerText(offer, records).zh };
  const known = peopleCalled(records, who).filter(({ role }) => role !== 'guest');
  const [only, another] = known;
  if (only === undefined || another !== undefined) return undefined;
  return { person: only.id, called: nameOf(records, only.id) };
}
