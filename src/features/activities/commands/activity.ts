import { pageNumber, rest } from '../../../core/arguments.ts';
import { type CommandContext, command, groupHere } from '../../../core/command.ts';
import { fold } from '../../../core/line.ts';
import { nothing, type Outcome, refuse, say, sayPhotos } from '../../../core/outcome.ts';
import { nextPage, pageOf } from '../../../core/pages.ts';
import {
  FEW_PHOTOS,
  firstPhotos,
  MOST_PHOTOS,
  photoTexts,
  type ShownPhoto,
} from '../../../core/photos.ts';
import { mayActAs } from '../../../core/roles.ts';
import { lines, plain, type Text } from '../../../core/text.ts';
import { HOUR, momentOf } from '../../../core/time.ts';
import { readWhen, sayWhen } from '../../../core/when/index.ts';
import { perhapsOver } from '../../../core/when/past.ts';
import {
  type Audience,
  allianceTexts,
  groupsOf,
  takeAudience,
} from '../../../identity/alliance/index.ts';
import { type Activity, minutes, signups } from '../records/index.ts';
import { activitiesHere, fixedDayAt, ONLY_AHEAD } from '../rules/activities-here.ts';
import { namesNoSeats, readPlan } from '../rules/plan-words.ts';
import { isAhead } from '../rules/states.ts';
import { organisingTexts } from '../texts/organising.ts';
import { activityQuestions, changePhrases, newActivityPhrases } from '../texts/phrases.ts';
import { planningTexts } from '../texts/planning.ts';
import { signupTexts } from '../texts/sign-up.ts';
import { activityText, headline, listLine } from '../views/activity.ts';
import { askWhatItIs } from './shared/ask-what-it-is.ts';
import { makeActivity } from './shared/make-activity.ts';
import { changeWorks, readWorks } from './shared/requests-done.ts';
import { change } from './shared/reshape.ts';
import { takeBackActivity } from './shared/take-back-activity.ts';
import { activityNumber, whichActivity } from './shared/which-activity.ts';

export const activity = command({
  name: 'activity',
  requiresNumber: true,
  zhName: '活动',
  aliases: ['活动列表'],
  minRole: 'guest',
  scope: 'anywhere',
  summary: {
    zh: '看活动；联络员建活动、改地点人数',
    en: 'see activities; liaisons create and change them',
  },
  daily: true,
  examples: [
    '/活动',
    '/活动 E7',
    '/活动 25日9点 清洁家园 @天星广场 30人',
    '/活动 E7 @社区大厅 40人',
    '/活动 E7 发到 居民群',
    '/活动 E7 办 1 2',
    '/活动 E7 照片',
  ],
  args: {
    activity: activityNumber.optional(),
    page: pageNumber().optional(),
    plan: rest({ zh: '时间 名称 @地点 人数', en: 'time title @place seats' }).optional(),
  },
  phrases: [...changePhrases, ...newActivityPhrases, ...activityQuestions],
  // `/详情 12` is of requests, whose number has no letter.
  shortForms: ['详情 {activity!}', '查 {activity!}'],
  run: ({ activity: number, page = 1, plan }, context) => {
    if (number !== undefined) return showOrChange(number, plan, context);
    if (plan === undefined || ALL.test(fold(plan))) return showAll(page, context);
    return mayActAs(context.person.role, 'liaison')
      ? create(plan, context)
      : refuse(organisingTexts.onlyLiaisons, '/活动');
  },
  undo: takeBackActivity,
});

/** /活动 列表 asks for what /活动 alone shows. */
const ALL = /^(?:列表|清单|全部|有哪些|list|all)$/;

const ONLY_PHOTOS = /^(照片|photos)$/;

function showOrChange(number: number, plan: string | undefined, context: CommandContext): Outcome {
  const onlyPhotos = plan !== undefined && ONLY_PHOTOS.test(fold(plan));
  const isChange = plan !== undefined && !onlyPhotos;
  if (isChange && !mayActAs(context.person.role, 'liaison'))
    return refuse(organisingTexts.onlyLiaisons, `/活动 E${number}`);
  const which = whichActivity(context, number, () => true, {
    none: () => say(signupTexts.none, '日程'),
    unfit: () => say(signupTexts.none, '日程'),
    example: (one) => `/活动 E${one}`,
  });
  if ('answer' in which) return which.answer;
  const { activity: found } = which;
  const works = isChange ? readWorks(plan) : undefined;
  if (works !== undefined) return changeWorks(found, works, context);
  if (isChange) return change(found, plan, context);
  const { count, photos, text } = photosOf(found, onlyPhotos ? MOST_PHOTOS : FEW_PHOTOS, context);
  if (!onlyPhotos) return sayPhotos(lines(activityText(found, context), text), photos);
  if (count === 0) return refuse(signupTexts.noPhotos(number));
  return sayPhotos((photos.length === 0 && text) || photoTexts.most(count, photos.length), photos);
}

/** The photos of its record that are sent, and what is said about the others. */
function photosOf(
  { id, number, title }: Activity,
  most: number,
  { records, person, place }: CommandContext,
): { readonly count: number; readonly photos: readonly ShownPhoto[]; readonly text?: Text } {
  const all = records.get(minutes, id)?.photos ?? [];
  const count = all.length;
  const words = { zh: `/活动 E${number}`, en: `/activity E${number}` };
  const mayRead =
    mayActAs(person.role, 'member') || records.get(signups, `${id}/${person.id}`)?.state === 'in';
  if (count === 0) return { count, photos: [] };
  if (place.kind === 'group') return { count, photos: [], text: photoTexts.there(count, words) };
  if (!mayRead) return { count, photos: [], text: photoTexts.forMembers(count) };
  const photos = firstPhotos(all, plain(`E${number} ${title}`), most);
  if (photos.length === count) return { count, photos };
  return {
    count,
    photos,
    text: photoTexts.more(count, photos.length, {
      zh: `${words.zh} 照片`,
      en: `${words.en} photos`,
    }),
  };
}

const PER_PAGE = 6;

function showAll(wanted: number, context: CommandContext): Outcome {
  const ahead = activitiesHere(context, isAhead, ONLY_AHEAD);
  const [first] = ahead;
  if (first === undefined) return say(signupTexts.none, '日程');
  if (ahead.length === 1) return say(activityText(first, context));
  const page = pageOf(ahead.length, wanted, PER_PAGE);
  const shown = ahead.slice(page.from, page.to);
  return say(
    lines(
      signupTexts.listTitle,
      ...shown.map((one) => listLine(one, context)),
      nextPage(page, '/活动') ?? signupTexts.howToPick((shown[0] ?? first).number),
    ),
  );
}

function create(typed: string, context: CommandContext): Outcome {
  const { records, place: here } = context;
  const group = groupHere(here);
  const { audience, left: plan, unknown } = takeAudience(typed, group, records);
  if (unknown !== undefined)
    return refuse(allianceTexts.noSuchAudience(unknown, groupsOf(records)));
  const when = readWhen(plan, { now: context.now, zone: context.zone });
  if (!when.ok) return refuse(organisingTexts.timeRefused(when.reason, when.at));
  const over = perhapsOver(plan, when, context);
  if (over !== undefined) return refuse(askWhichYear(plan, over, when, context));
  if (when.dateOnly) return refuse(organisingTexts.hourMissing);
  if (when.start <= context.now) return refuse(organisingTexts.timePast);
  return planned(typed, when, audience, context);
}

/** What is planned for a time that is known. */
function planned(
  typed: string,
  when: { readonly start: number; readonly end?: number; readonly rest: string },
  audience: Audience | undefined,
  context: CommandContext,
): Outcome {
  const { unread, works, ...shape } = readPlan(when.rest, context);
  if (namesNoSeats(when.rest)) return refuse(organisingTexts.howManySeats);
  if (unread !== undefined) return askWhatItIs(unread, `/活动 ${typed}`);
  if (shape.title === '') return refuse(organisingTexts.howToCreate);
  const day = fixedDayAt(when.start, context);
  if (day !== undefined) {
    const words = `/活动 E${day.number} 内容 ${shape.title}`;
    return refuse(organisingTexts.isFixedDay(headline(day, context), words), words);
  }
  const end = when.end ?? when.start + 2 * HOUR;
  const said = { ...shape, start: when.start, end, ...(audience && { audience }) };
  return makeActivity(said, context, (made) =>
    works.length === 0 ? nothing : changeWorks(made, { does: true, numbers: works }, context),
  ).outcome;
}

/** A date that is just over becomes next year's only where that is said. */
function askWhichYear(
  plan: string,
  over: string,
  when: { readonly date: string; readonly rest: string },
  { now, zone }: CommandContext,
): Text {
  const date = sayWhen({ start: momentOf(over, '12:00', zone), dateOnly: true }, { now, zone });
  const nextYear = `/活动 ${when.date.slice(0, 4)}年${plan.trim()}`;
  return planningTexts.justOver(date, plan.trim(), nextYear, when.rest);
}
