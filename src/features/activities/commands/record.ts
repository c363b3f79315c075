import { ownWords, rest } from '../../../core/arguments.ts';
import { put } from '../../../core/collection.ts';
import { type CommandContext, command, type LastChange } from '../../../core/command.ts';
import { edit, editsOf, sayBack } from '../../../core/edits.ts';
import { fold } from '../../../core/line.ts';
import { shortened } from '../../../core/names.ts';
import {
  nothing,
  type Outcome,
  refuse,
  remember,
  say,
  sayPhotos,
  together,
} from '../../../core/outcome.ts';
import { OverlayRecords } from '../../../core/overlay-records.ts';
import { FEW_PHOTOS, firstPhotos } from '../../../core/photos.ts';
import { lines, plain, type Text } from '../../../core/text.ts';
import type { Kept } from '../../../core/wording.ts';
import { finishWork, undoWork } from '../../requests/index.ts';
import { type Activity, activities, type Minutes, minutes, recaps } from '../records/index.ts';
import { activitiesHere } from '../rules/activities-here.ts';
import { turnoutAt } from '../rules/attendance-table.ts';
import {
  completenessOf,
  isAboutRecord,
  isComplete,
  mayBeRecord,
  recordText,
  servedIn,
  withoutLabel,
} from '../rules/minutes.ts';
import { awaitsRecord, isOver } from '../rules/states.ts';
import { allows, transition } from '../rules/transitions.ts';
import { attendanceTexts } from '../texts/attendance.ts';
import { minutesTexts } from '../texts/minutes.ts';
import { recordWording } from '../texts/record-wording.ts';
import { completenessText } from '../views/attendance.ts';
import { previewRecap } from './shared/recap-draft.ts';
import { activityNumber, whichActivity } from './shared/which-activity.ts';

/** The longest record that is kept, in characters. */
const LONGEST = 1_000;

export const record = command({
  name: 'record',
  zhName: '小结',
  aliases: ['总结', '活动小结', '活动总结'],
  minRole: 'liaison',
  scope: 'anywhere',
  summary: { zh: '记下做了什么、惠及多少人次', en: 'what was done, photos, people served' },
  daily: true,
  examples: ['小结 E7 清理楼道6处，惠及38人次', '小结 E7', '小结 清理楼道6处，惠及38人次'],
  args: {
    activity: activityNumber.optional(),
    text: rest({ zh: '做了什么', en: 'what was done' }).optional(),
    kept: ownWords<Kept>(),
  },
  shortForms: ['小结 {activity} {text}', '总结 {activity} {text!}', '{activity!} 小结 {text!}'],
  wording: recordWording,
  run: ({ activity: number, text: typed, kept }, context) => {
    if (kept !== undefined && !mayBeRecord(kept)) return undefined;
    const text = kept === undefined ? typed : kept.text;
    const isShort = kept === undefined && context.trigger === 'short';
    if (isShort && isTalk(number, text, context)) return undefined;
    const which = whichActivity(
      context,
      number,
      (activity) => (number === undefined ? awaitsRecord : canRecord)(activity),
      {
        none: () => refuse(attendanceTexts.nothingHeld),
        unfit: ({ number: one, state }) =>
          refuse(
            state === 'cancelled' ? minutesTexts.cancelledNoRecord(one) : minutesTexts.notHeld(one),
          ),
        example: (one) => `小结 E${one} ${text ?? ''}`.trim(),
      },
    );
    if ('answer' in which) return which.answer;
    const { activity } = which;
    const before = context.records.get(minutes, activity.id);
    if (text === undefined && context.photos.length === 0) return show(activity, before, context);
    return keep(activity, before, written(activity, before, text, context), context);
  },
  undo: takeBack,
});

function canRecord(activity: Activity): boolean {
  return allows('record', activity);
}

/**
 * A question is no record; without a number it is one where it says whom it served, or where one
 * activity waits for it.
 */
function isTalk(
  number: number | undefined,
  text: string | undefined,
  context: CommandContext,
): boolean {
  if (text !== undefined && isAboutRecord(fold(text))) return true;
  if (number !== undefined) return false;
  const waiting = activitiesHere(context, awaitsRecord).length;
  return text === undefined ? waiting !== 1 : waiting === 0 || servedIn(fold(text)) === undefined;
}

function show(activity: Activity, kept: Minutes | undefined, context: CommandContext): Outcome {
  if (kept === undefined) return refuse(minutesTexts.noRecord(activity.number));
  return sayPhotos(
    lines(
      minutesTexts.recordShown(activity.number, kept.served),
      shownText(kept),
      completenessText(activity, kept, context.records),
    ),
    firstPhotos(kept.photos, plain(`E${activity.number} ${activity.title}`), FEW_PHOTOS),
  );
}

function shownText(kept: Minutes | undefined): Text | undefined {
  return kept?.text === undefined ? undefined : plain(shortened(kept.text, 120));
}

/** A later message adds: to the text, to the photos; the last number of people served counts. */
function written(
  activity: Activity,
  before: Minutes | undefined,
  typed: string | undefined,
  context: CommandContext,
): Minutes {
  const text = typed && withoutLabel(typed);
  const served = servedIn(fold(text ?? '')) ?? before?.served;
  const said = recordText(before?.text, text);
  return {
    id: activity.id,
    text: said === undefined ? undefined : shortened(said, LONGEST),
    served,
    photos: [...new Set([...(before?.photos ?? []), ...context.photos])],
    by: context.person.id,
    at: context.now,
    message: context.message,
  };
}

/** Photos alone say nothing of what was done. */
function isDone(kept: Minutes | undefined): boolean {
  return kept?.text !== undefined || kept?.served !== undefined;
}

/** An activity whose five items are all there is archived. */
function keep(
  activity: Activity,
  before: Minutes | undefined,
  kept: Minutes,
  context: CommandContext,
): Outcome {
  const isAdded =
    before?.text !== undefined && kept.text !== before.text && kept.text?.startsWith(before.text);
  const complete = isComplete(
    completenessOf(activity, turnoutAt(activity.id, context.records).total, kept),
  );
  const recap = recapOf(activity, kept, complete, context);
  return together(
    edit(minutes, before, kept),
    isDone(kept) ? finishWork(activity, kept.text, context) : nothing,
    remember(
      ...(complete && allows('complete', activity)
        ? [put(activities, transition(activity, 'complete', context.now))]
        : []),
    ),
    say(
      lines(
        minutesTexts.recordSaved(activity.number, kept.served),
        isAdded && shownText(kept),
        isAdded && minutesTexts.addedTo(activity.number),
        completenessText(activity, kept, context.records),
        recap?.told,
      ),
    ),
    recap?.outcome ?? nothing,
  );
}

/** Once all is there, what came of it is shown to whoever wrote it; unless the groups know it. */
function recapOf(
  activity: Activity,
  kept: Minutes,
  complete: boolean,
  context: CommandContext,
): ReturnType<typeof previewRecap> | undefined {
  const known = context.records.get(recaps, activity.id)?.sent !== undefined;
  if (!complete || known || !isOver(activity)) return undefined;
  // As it will be once the record is kept.
  const records = new OverlayRecords(context.records);
  records.apply([put(minutes, kept)]);
  return previewRecap(activity, { ...context, records });
}

/**
 * The record as it was before, unless somebody else has written on; an activity is archived only
 * while it is complete.
 */
function takeBack(change: LastChange, context: CommandContext): Outcome {
  const [edited] = editsOf(minutes, change, context.records);
  const activity = edited && context.records.get(activities, edited.id);
  if (activity === undefined || edited?.now === undefined)
    throw new Error('a record does not go away');
  const { number } = activity;
  if (edited.now.by !== context.person.id)
    return refuse(minutesTexts.recordChangedSince(number), `小结 E${number}`);
  const { total } = turnoutAt(activity.id, context.records);
  const isLacking =
    allows('reopen', activity) && !isComplete(completenessOf(activity, total, edited.before));
  return together(
    isDone(edited.before) ? nothing : undoWork(change, context),
    remember(
      edited.back,
      ...(isLacking ? [put(activities, transition(activity, 'reopen', context.now))] : []),
    ),
    sayBack(minutesTexts.recordIs(number, shownText(edited.before))),
  );
}
