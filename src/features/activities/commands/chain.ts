import { rest } from '../../../core/arguments.ts';
import { put, type Records, type Remember } from '../../../core/collection.ts';
import { type CommandContext, command } from '../../../core/command.ts';
import { ignore } from '../../../core/ignored.ts';
import { fold, readLine } from '../../../core/line.ts';
import { shortened } from '../../../core/names.ts';
import {
  ask,
  nothing,
  type Outcome,
  refuse,
  remember,
  say,
  together,
} from '../../../core/outcome.ts';
import { OverlayRecords } from '../../../core/overlay-records.ts';
import { lines, type Text } from '../../../core/text.ts';
import { units } from '../../../identity/alliance/index.ts';
import { type Activity, chainRemarks, type Signup, signups } from '../records/index.ts';
import { activitiesHere } from '../rules/activities-here.ts';
import { mayHoldMarks } from '../rules/chain/marks.ts';
import { type Chain, readChains } from '../rules/chain/read-chains.ts';
import { newTitles, whoseList } from '../rules/chain/whose.ts';
import { nameOf } from '../rules/names.ts';
import { decideSignup, signupOf } from '../rules/seats.ts';
import { tookSignups } from '../rules/states.ts';
import { whoIsWho } from '../rules/who-is-who.ts';
import { chainTexts } from '../texts/chain.ts';
import { manyNamesTexts } from '../texts/many-names.ts';
import { totalText } from '../views/activity.ts';
import { cutList } from '../views/names.ts';
import { seat, tellTurns } from './shared/seat.ts';
import { takeBackSeats } from './shared/take-back-seats.ts';
import { refuseClosed } from './shared/tasks.ts';
import { activityNumber, whichOpen } from './shared/which-activity.ts';

/** More new names than this are asked about first. */
const MOST_UNASKED = 50;
/** Stands before a list whose many names were asked about. */
const SURE = '确认 ';
/** Lines that are named when they were not understood. */
const UNREAD_NAMED = 2;

export const chain = command({
  name: 'chain',
  zhName: '接龙',
  minRole: 'guest',
  scope: 'anywhere',
  summary: { zh: '把贴出来的接龙并进报名', en: 'merge a pasted list into the sign-ups' },
  examples: ['/接龙 1. 张三 2. 李四', '/接龙 E7 1. 张三 2. 李四'],
  args: { activity: activityNumber.optional(), list: rest({ zh: '名单', en: 'list' }) },
  parseWhole: (line) =>
    mayHoldMarks(line.typed) && readChains(line).some(({ certain }) => certain)
      ? { list: line.typed }
      : undefined,
  run: ({ activity: number, list: said }, context) => {
    const isSure = context.trigger === 'command' && said.startsWith(SURE);
    const list = isSure ? said.slice(SURE.length) : said;
    const unitNames = new Set(
      context.records.all(units).flatMap((unit) => [unit.name, ...unit.short].map(fold)),
    );
    const isUnit = (word: string) => unitNames.has(fold(word));
    // In a group a list is for the bot only while something is open that it may be for, and says so
    // or nothing.
    const { now } = context;
    const open = activitiesHere(context, (activity) => tookSignups(activity, now), now);
    const isOrder = context.trigger === 'command';
    const read = readChains(readLine(list), isUnit).flatMap((one) => {
      const whose = number ?? whoseList(one, open, context);
      if (isOrder) return { one, number: whose === 'any' ? undefined : whose };
      if (!one.certain || whose === undefined) return [];
      return { one, number: whose === 'any' ? undefined : whose };
    });
    if (!isOrder && (open.length === 0 || read.length === 0))
      return ignore(open.length === 0 ? 'nothing-open' : 'guess-declined');
    if (read.length === 0) return refuse(chainTexts.none);
    const known = read.filter((one) => one.number !== undefined);
    const meant = known.length > 0 ? known : read;
    const numbers = [...new Set(meant.map((one) => one.number))];
    const outcomes = numbers.map((each) => {
      const which = whichOpen(context, each, (one) => `/接龙 E${one} ${list}`);
      if ('answer' in which) return which.answer;
      const over = refuseClosed(which.activity, context);
      if (over !== undefined) return context.trigger === 'guess' ? nothing : over;
      return merge(
        which.activity,
        meant.flatMap(({ one, number: of }) => (of === each ? [one] : [])),
        isSure ? undefined : list,
        context,
      );
    });
    const told = together(...outcomes);
    return context.trigger === 'guess' && told.effects.length === 0 && told.remember.length === 0
      ? ignore('nothing-new')
      : told;
  },
  undo: takeBackSeats,
});

/**
 * Adds who is not there yet and raises parties; removes nobody, and does not bring back who has
 * withdrawn.
 */
function merge(
  activity: Activity,
  chains: readonly Chain[],
  /** Missing: the speaker is sure. */
  asked: string | undefined,
  context: CommandContext,
): Outcome {
  const { records } = context;
  const list = new OverlayRecords(records);
  const made: Remember[] = [];
  const left: string[] = [];
  const changed: { signup: Signup; label: 'in' | 'waiting'; name: string }[] = [];
  const people = chains.flatMap((one) => one.people);
  for (const { person, remember: added, ...one } of whoIsWho(
    people,
    () => records.where(signups, activity.id).map(({ person: id }) => id),
    context,
  )) {
    const before = signupOf(activity, person.id, list);
    const settled = before?.state === 'in' || before?.state === 'waiting';
    if (settled && before.party >= one.party) continue;
    if (before !== undefined && !settled && person.id !== context.person.id) {
      left.push(nameOf(records, person.id));
      continue;
    }
    // Whoever has a task keeps it, whatever an older copy of the list says.
    const slot = settled ? before.slot : slotIn(activity, one.slot);
    const decided = decideSignup(activity, list, person, one.party, context, slot);
    if ('refused' in decided) continue;
    const { signup } = decided;
    list.apply([put(signups, signup)]);
    made.push(...added);
    changed.push({ signup, label: signup.state, name: person.name });
  }
  if (asked !== undefined && changed.length > MOST_UNASKED)
    return askAll(activity, changed.length, asked);
  const seated = together(
    remember(
      ...made,
      ...newTitles(activity, chains, records).map((id) =>
        put(chainRemarks, { id, at: context.now }),
      ),
    ),
    seat(activity, records, changed, context),
    tellTurns(activity, list, changed, context),
  );
  return withRemarks(
    activity,
    list,
    changed.map(({ name }) => name),
    remarks(chains, left),
    seated,
    context,
  );
}

/** The task of the activity that is meant, as it is called there, or a task of the list's own. */
function slotIn({ posts }: Activity, said: string | undefined): string | undefined {
  if (said === undefined) return undefined;
  return posts?.find(({ name }) => fold(name) === fold(said))?.name ?? said;
}

/** So many new names are nearly always a list of something else. */
function askAll({ number }: Activity, count: number, list: string): Outcome {
  const all = { label: manyNamesTexts.takeAll(count), typed: `/接龙 E${number} ${SURE}${list}` };
  return ask(manyNamesTexts.manyNames(number, count), [all]);
}

/** What was not understood, who may be two, and who was not brought back. */
function remarks(chains: readonly Chain[], left: readonly string[]): readonly Text[] {
  const unread = chains.flatMap((one) => one.unread);
  const undecided = chains.flatMap((one) => one.undecided);
  const away = [...new Set(chains.flatMap((one) => one.away))];
  const twice = [...new Set(chains.flatMap((one) => one.twice))];
  return [
    ...unread
      .slice(0, UNREAD_NAMED)
      .map(({ line, text }) => chainTexts.unread(line, shortened(text, 12))),
    ...(unread.length > UNREAD_NAMED ? [chainTexts.unreadMore(unread.length - UNREAD_NAMED)] : []),
    ...(away.length > 0 ? [chainTexts.away(cutList(away))] : []),
    ...(twice.length > 0 ? [chainTexts.twice(cutList(twice), twice[0] ?? '')] : []),
    ...(left.length > 0 ? [chainTexts.left(cutList(left))] : []),
    ...(undecided.length > 0 ? [chainTexts.undecided(cutList(undecided))] : []),
  ];
}

/**
 * Remarks that have not been made yet are made in one answer with what was taken, and the card is
 * not sent beside it. The same list pasted again adds nothing and is not answered.
 */
function withRemarks(
  activity: Activity,
  list: Records,
  names: readonly string[],
  all: readonly Text[],
  seated: Outcome,
  context: CommandContext,
): Outcome {
  const isNew = ({ zh }: Text) =>
    context.records.get(chainRemarks, `${activity.id}/${zh}`) === undefined;
  const fresh = all.filter(isNew);
  const quiet = fresh.length === 0 && (names.length > 0 || context.trigger === 'guess');
  if (quiet) return seated;
  const taken = chainTexts.taken(
    activity.number,
    names.length > 0 ? cutList(names) : undefined,
    totalText(activity, list),
  );
  return together(
    {
      ...seated,
      effects: seated.effects.map((effect) =>
        effect.kind === 'card' ? { ...effect, acknowledged: true as const } : effect,
      ),
    },
    remember(
      ...fresh.map(({ zh }) => put(chainRemarks, { id: `${activity.id}/${zh}`, at: context.now })),
    ),
    say(lines(taken, ...fresh)),
  );
}
