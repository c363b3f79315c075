import { name, rest } from '../../../core/arguments.ts';
import { command } from '../../../core/command.ts';
import { refuse, together } from '../../../core/outcome.ts';
import { unitCalled } from '../../../identity/alliance/index.ts';
import { applyEvent, saidBy } from '../rules/apply-event.ts';
import { doersOf, isStuck } from '../rules/permits.ts';
import { picturesOf } from '../rules/pictures.ts';
import { readPromise } from '../rules/promises.ts';
import { notices } from '../texts/notices.ts';
import { assignPhrases } from '../texts/phrases.ts';
import { refusals } from '../texts/refusals.ts';
import { shownPictures } from '../views/index.ts';
import { claimantsText } from '../views/words.ts';
import { requestNumber } from './shared/arguments.ts';
import { findRequest } from './shared/find-request.ts';
import { tellAll } from './shared/tell.ts';
import { undoEntry } from './shared/undo-entry.ts';

export const assign = command({
  name: 'assign',
  zhName: '指派',
  aliases: ['派单'],
  minRole: 'liaison',
  scope: 'anywhere',
  summary: { zh: '把需求派给一个单位', en: 'give a request to a unit' },
  examples: ['/指派 12 恒威', '/派单 12 恒威 周五前'],
  phrases: assignPhrases,
  shortForms: ['指派 {number!} {unit} {when}', '派单 {number!} {unit} {when}'],
  args: {
    number: requestNumber,
    unit: name({ zh: '单位', en: 'unit' }),
    when: rest({ zh: '时间', en: 'time' }).optional(),
  },
  run: ({ number, unit: called, when }, context) => {
    const picked = findRequest(number, context, 'assign', '指派');
    if ('answer' in picked) return picked.answer;
    const unit = unitCalled(context.records, called);
    if (unit === undefined) return refuse(refusals.noSuchUnit(called));
    const { state, claimants } = picked.request;
    const mayTake =
      state === 'open' || context.person.role === 'convenor' || isStuck(picked.request);
    if (!mayTake)
      return refuse(
        refusals.claimedBy(number, claimantsText(claimants, context.records)),
        `加入 ${number}`,
      );
    const example = `/指派 ${number} ${called} 周五`;
    const read = readPromise(when ?? '', context);
    if ('refused' in read) return refuse(refusals.time[read.refused](example));
    const note = read.rest === '' || read.rest === '前' ? {} : { note: read.rest };
    const event = saidBy(context, 'assign', {
      claimant: { unit: unit.id },
      promised: read.promised,
      ...note,
    });
    const { request, outcome } = applyEvent(picked.request, event, context);
    const unitName = unit.short[0] ?? unit.name;
    const text = notices.assigned(number, request.text, unitName, context.person.name);
    const doers = doersOf(request.claimants, context);
    const relieved = doersOf(claimants, context).filter((person) => !doers.includes(person));
    const photos = shownPictures(request, picturesOf(request, context.records), context.zone);
    return together(
      outcome,
      tellAll(doers, text, context.person.id, photos),
      tellAll(
        relieved,
        notices.reassigned(number, unitName, context.person.name),
        context.person.id,
      ),
    );
  },
  undo: undoEntry,
});
