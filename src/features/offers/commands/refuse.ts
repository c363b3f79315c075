import { rest, ticket } from '../../../core/arguments.ts';
import { put } from '../../../core/collection.ts';
import { type CommandContext, command } from '../../../core/command.ts';
import { type Ignored, ignore } from '../../../core/ignored.ts';
import { type Outcome, refuse, remember, say, tell, together } from '../../../core/outcome.ts';
import { answersForUse, refuseUse, requestNumbered, undoEntry } from '../../requests/index.ts';
import { helpAsked } from '../records.ts';
import { wantTexts } from '../texts/wants.ts';

export const refuseCommand = command({
  name: 'refuse',
  zhName: '回绝',
  requiresNumber: true,
  minRole: 'guest',
  scope: 'anywhere',
  summary: { zh: '回绝一件请您的事，可以说原因', en: 'say no to what you were asked for' },
  examples: ['不行 36 那天出差', '不行 36'],
  args: {
    number: ticket({ zh: '编号', en: 'number' }),
    why: rest({ zh: '原因', en: 'why' }).optional(),
  },
  shortForms: ['不行 {number!} {why}', '不方便 {number!} {why}'],
  run: ({ number, why }, context) => {
    const request = requestNumbered(context.records, number);
    if (request?.use !== undefined && answersForUse(request, context.person)) {
      if (request.state !== 'open') return refuse(wantTexts.notAsked(number), `/详情 ${number}`);
      const { use } = request;
      return refuseUse({ ...request, use }, why, context);
    }
    return request === undefined
      ? nobodyAsked(number, context)
      : decline(request.id, number, why, context);
  },
  undo: undoEntry,
});

/** Whoever was asked to help says no: the liaison hears so, and they are not asked again. */
function decline(
  request: string,
  number: number,
  why: string | undefined,
  context: CommandContext,
): Outcome | Ignored {
  const { records, person, now } = context;
  const asked = records.get(helpAsked, `${request}/${person.id}`);
  if (asked === undefined || asked.declined !== undefined) return nobodyAsked(number, context);
  return together(
    remember(put(helpAsked, { ...asked, declined: now })),
    tell(asked.by, wantTexts.declinedTo(number, person.name, why)),
    say(wantTexts.declined(number)),
  );
}

/** In a group people say no to many things. */
function nobodyAsked(number: number, { trigger }: CommandContext): Outcome | Ignored {
  return trigger === 'command' ? refuse(wantTexts.noSuch(number), '/我的') : ignore('nobody-asked');
}
