import { name, rest } from '../../../core/arguments.ts';
import { remove } from '../../../core/collection.ts';
import { type Change, type CommandContext, command } from '../../../core/command.ts';
import { allBack, edit, editsOf, sayBack } from '../../../core/edits.ts';
import { ignore } from '../../../core/ignored.ts';
import type { Line } from '../../../core/line.ts';
import {
  broadcast,
  changed,
  type Outcome,
  refuse,
  remember,
  say,
  tell,
  together,
} from '../../../core/outcome.ts';
import { mayActAs } from '../../../core/roles.ts';
import { plain, series } from '../../../core/text.ts';
import { HOUR, MINUTE } from '../../../core/time.ts';
import { nextNumber, type Unit, unitCalled, unitOf, units } from '../../alliance/index.ts';
import { type Joining, joinings, people } from '../records.ts';
import { appointed, approversOf, joiningsFor, joiningsMeant, memberToBe, unite } from '../rules.ts';
import { texts } from '../texts/index.ts';

export const joinUnit = command({
  name: 'joinunit',
  zhName: '加入单位',
  aliases: ['入单位'],
  minRole: 'guest',
  scope: 'anywhere',
  summary: { zh: '申请做一个单位的成员', en: 'ask to become a member of a unit' },
  examples: ['/加入单位 恒威', '/加入单位'],
  args: { unit: name({ zh: '单位', en: 'unit' }).optional() },
  run: ({ unit: called }, context) => {
    const { records, person } = context;
    const unit = called === undefined ? undefined : unitCalled(records, called);
    if (unit === undefined) return refuse(texts.whichUnit(called, unitNames(context)));
    const short = unit.short[0] ?? unit.name;
    if (person.role !== 'guest' && person.unit === unit.id)
      return refuse(texts.alreadyIn(person.name, short));
    if (person.role === 'convenor') return joinNow(unit, context);
    return ask(unit, short, context);
  },
  undo: takeBackWish,
});

function unitNames({ records }: CommandContext) {
  const all = records.all(units);
  return series(all.slice(0, 20).map((unit) => plain(unit.short[0] ?? unit.name)));
}

function joinNow(unit: Unit, context: CommandContext): Outcome {
  const person = context.records.get(people, context.person.id);
  if (person === undefined) throw new Error('a convenor is on record');
  return together(
    edit(people, person, { ...person, unit: unit.id }),
    say(texts.welcome(person.name, unit.short[0] ?? unit.name)),
  );
}

/**
 * Asks the unit's liaisons, or the convenors where there is none; they may also answer where it was
 * asked.
 */
function ask(unit: Unit, short: string, context: CommandContext): Outcome {
  const { records, person, place } = context;
  const approvers = approversOf(unit.id, records);
  const before = records.get(joinings, person.id);
  const next = nextNumber(records, 'joining');
  const number = before?.number ?? next.number;
  const joining: Joining = {
    id: person.id,
    number,
    unit: unit.id,
    at: context.now,
    ...(place.kind === 'group' ? { group: place.group } : {}),
  };
  const again = before?.unit === unit.id;
  return together(
    edit(joinings, before, joining),
    remember(...(before === undefined ? [next.remember] : [])),
    say(texts.asked(short, approvers.map((one) => one.name).slice(0, 3), number)),
    ...(again
      ? []
      : approvers.map((one) => tell(one.id, texts.pleaseAnswer(number, person.name, short)))),
  );
}

/**
 * A wish that nobody has answered yet; who was asked hears that they need not. A convenor is where
 * they were.
 */
function takeBackWish(change: Change, context: CommandContext): Outcome {
  const { records, person } = context;
  const asked = editsOf(joinings, change, records);
  const back = allBack([...asked, ...editsOf(people, change, records)]);
  if (back === undefined) return refuse(texts.wishAnswered);
  const [wish] = asked.flatMap(({ now }) => now ?? []);
  const [former] = asked.flatMap(({ before }) => unitOf(records, before?.unit) ?? []);
  if (wish === undefined) return together(back, sayBack(texts.asBefore(person.name)));
  // Asked again for the same unit, nobody was told again.
  const asks = former?.id === wish.unit ? [] : approversOf(wish.unit, records);
  const told = asks.map((one) => tell(one.id, texts.needNotAnswer(wish.number, person.name)));
  const now =
    former === undefined ? texts.wishGone(wish.number) : texts.wishFor(wish.number, former.name);
  return together(back, sayBack(now), ...told);
}

export const agree = command({
  name: 'agree',
  zhName: '同意',
  minRole: 'liaison',
  scope: 'anywhere',
  summary: { zh: '同意加入单位的申请', en: 'let somebody join the unit' },
  examples: ['/同意 3', '/同意 王五', '/同意'],
  args: { who: rest({ zh: '编号或姓名', en: 'number or name' }).optional() },
  parseWhole: (line) => answerIn(line, /^同意(?:\s*(\d{1,5}))?$/),
  run: ({ who }, context) =>
    isMeant(who, context) ? answerJoining(who, context, accept) : ignore('nobody-asked'),
  undo: takeBackAnswer,
});

export const disagree = command({
  name: 'disagree',
  zhName: '不同意',
  aliases: ['拒绝'],
  minRole: 'liaison',
  scope: 'anywhere',
  summary: { zh: '不同意加入单位的申请', en: 'decline somebody’s wish to join the unit' },
  examples: ['/不同意 3', '/不同意 王五'],
  args: { who: rest({ zh: '编号或姓名', en: 'number or name' }).optional() },
  parseWhole: (line) => answerIn(line, /^不同意\s*(\d{1,5})$/),
  run: ({ who }, context) =>
    isMeant(who, context) ? answerJoining(who, context, decline) : ignore('nobody-asked'),
  undo: takeBackAnswer,
});

/** `同意`, `同意 3`: whether it is an answer to a wish is seen by the wishes there are. */
function answerIn({ folded }: Line, form: RegExp) {
  const match = form.exec(folded);
  return match === null ? undefined : { who: match[1] };
}

/**
 * A bare 同意 in a group answers the one wish that was said there just now; people agree to many
 * things.
 */
const JUST_NOW = 30 * MINUTE;

function isMeant(
  who: string | undefined,
  { trigger, person, records, place, now }: CommandContext,
): boolean {
  if (trigger === 'command') return true;
  const mine = joiningsMeant(joiningsFor(person, records, now), who, records);
  if (who !== undefined) return mine.length > 0;
  const [only, another] = mine;
  const isHere = place.kind === 'group' && only?.group === place.group && now - only.at <= JUST_NOW;
  return isHere && another === undefined;
}

function decline(joining: Joining, { records }: CommandContext): Outcome {
  return together(
    edit(joinings, joining, undefined),
    say(texts.declined(joining.number)),
    tell(joining.id, texts.notAccepted(unitOf(records, joining.unit)?.name ?? '')),
  );
}

function answerJoining(
  who: string | undefined,
  context: CommandContext,
  answer: (joining: Joining, context: CommandContext) => Outcome,
): Outcome {
  const mine = joiningsFor(context.person, context.records, context.now);
  const meant = joiningsMeant(mine, who, context.records);
  const [only] = meant;
  if (only === undefined) return refuse(mine.length === 0 ? texts.nobodyAsks : texts.noSuchJoining);
  if (meant.length > 1) {
    const list = meant
      .slice(0, 5)
      .map(({ id, number }) => texts.joiningLine(number, context.records.get(people, id)?.name));
    return refuse(texts.whichJoining(series(list), only.number), `同意 ${only.number}`);
  }
  return answer(only, context);
}

function accept(joining: Joining, context: CommandContext): Outcome {
  const { records, now } = context;
  const asking = records.get(people, joining.id);
  const unit = unitOf(records, joining.unit);
  if (asking === undefined || unit === undefined)
    return together(remember(remove(joinings, joining.id)), refuse(texts.noSuchJoining));
  const listed = memberToBe(asking, unit.id, 'member', records);
  const role = mayActAs(asking.role, 'member') ? asking.role : 'member';
  const person = { ...(listed ?? { ...asking, role }), unit: unit.id, ...appointed(context) };
  const short = unit.short[0] ?? unit.name;
  const welcome = texts.welcome(person.name, short);
  return together(
    edit(joinings, joining, undefined),
    listed === undefined
      ? edit(people, asking, person)
      : together(unite(asking.id, person, context), changed(UNITED)),
    say(texts.accepted(person.name, short)),
    joining.group === undefined || isHere(joining.group, context)
      ? tell(person.id, welcome)
      : broadcast({
          id: `joined:${joining.number}:${now}`,
          groups: [joining.group],
          text: welcome,
          choices: [],
          planned: now,
          deadline: now + 12 * HOUR,
          atAnyHour: false,
        }),
  );
}

/** What an answer is called by which somebody became one with the person of the unit's list. */
const UNITED = 'united';

/** The wish waits for an answer again, and who asked hears so. */
function takeBackAnswer(change: Change, { records }: CommandContext): Outcome {
  if (change.name === UNITED) return refuse(texts.unitedForGood);
  const answered = editsOf(joinings, change, records);
  const back = allBack([...answered, ...editsOf(people, change, records)]);
  const [wish] = answered.flatMap(({ before }) => before ?? []);
  if (back === undefined || wish === undefined) return refuse(texts.wishAnswered);
  const { id, number, unit } = wish;
  return together(
    back,
    sayBack(texts.stillAsking(number, records.get(people, id)?.name), `同意 ${number}`),
    tell(id, texts.waitsAgain(unitOf(records, unit)?.name ?? '')),
  );
}

function isHere(group: string, { place }: CommandContext): boolean {
  return place.kind === 'group' && place.group === group;
}
