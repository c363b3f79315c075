import { rest } from '../../../core/arguments.ts';
import { type CommandContext, command } from '../../../core/command.ts';
import { edit, sayBack, undoEdits } from '../../../core/edits.ts';
import { type Ignored, ignore } from '../../../core/ignored.ts';
import { nameKey, shortened } from '../../../core/names.ts';
import { type Outcome, refuse, say, together } from '../../../core/outcome.ts';
import { lines, sentences } from '../../../core/text.ts';
import { dateOf } from '../../../core/time.ts';
import { shortDate } from '../../../core/when/index.ts';
import { unitNamed, unitOf } from '../../../identity/alliance/index.ts';
import { type Count, counts } from '../records.ts';
import { monthAround } from '../rules/month.ts';
import {
  type ReadCount,
  readCount,
  type SaidCount,
  type SaidMending,
} from '../rules/read-count.ts';
import { countMeant, knownName, levelsAt, sumIn } from '../rules/standing.ts';
import { standText, texts } from '../texts.ts';
import { listText } from '../views/list.ts';

/** Of a reason, so many characters are kept. */
const LONGEST_REASON = 60;

export const count = command({
  name: 'count',
  zhName: '计数',
  aliases: ['记数'],
  minRole: 'liaison',
  scope: 'anywhere',
  summary: { zh: '记一个数，月报里算进去', en: 'count something for the report' },
  examples: [
    '计数 健康教育 1次',
    '计数 建档 66379/68400',
    '计数 现有 覆盖人数 60000',
    '计数 健康教育 改为 2次 数错了',
    '/计数',
  ],
  args: { said: rest({ zh: '名称 数', en: 'name and number' }).optional() },
  shortForms: ['计数 {said}'],
  run: ({ said }, context) => {
    if (said === undefined) return say(listText(context));
    const read = readCount(said, context);
    // Without a slash it is for the bot only where it cannot be anything else.
    if (context.trigger !== 'command' && !isPlain(read)) return ignore('nothing-open');
    if (read.kind === 'refused') return refuse(lines(texts.refused[read.why], howTo(read.why)));
    return read.kind === 'count' ? counted(read.count, context) : mended(read.mending, context);
  },
  undo: (change, context) =>
    undoEdits(counts, change, context, {
      gone: () => refuse(texts.changedSince),
      back: ([one]) => sayBack(texts.back((one?.before ?? one?.now)?.name ?? '')),
    }),
});

function isPlain(read: ReadCount): boolean {
  return read.kind === 'count'
    ? read.count.isPlain
    : read.kind === 'mending' || read.why !== 'form';
}

function howTo(why: string) {
  return why === 'form' && texts.howTo;
}

function counted(said: SaidCount, context: CommandContext): Outcome {
  const { records, person, now, zone, message, newId } = context;
  const { unit, name } = unitBefore(said.name, context);
  const { kind, amount, whole, measure, day } = said;
  const one: Count = {
    id: newId(),
    name: knownName(name, records),
    kind,
    amount,
    ...(whole === undefined ? {} : { whole }),
    measure,
    day,
    ...(unit === undefined ? {} : { unit }),
    by: person.id,
    at: now,
    message,
  };
  const isToday = dateOf(day, zone) === dateOf(now, zone);
  const when = isToday ? { zh: '', en: '' } : texts.onDay(shortDate(day, zone));
  const text = kind === 'added' ? addedText(one, context) : standsText(one, context);
  return together(
    edit(counts, undefined, one),
    say(lines(sentences(text, when), texts.howToMend(one.name, asTyped(one)))),
  );
}

/** The amount as it is set right: `2次`, `66379/68400`, `60000`. */
function asTyped({ kind, amount, whole, measure }: Count): string {
  if (kind === 'added') return `2${measure}`;
  return whole === undefined ? String(amount) : `${amount}/${whole}`;
}

function addedText(one: Count, { records, zone }: CommandContext) {
  const month = monthAround(one.day, zone);
  const sum = sumIn(month, one, records) + one.amount;
  const unit = unitOf(records, one.unit);
  return texts.added(
    one.name,
    standText(one),
    unit?.short[0] ?? unit?.name,
    month.title,
    standText({ amount: sum, measure: one.measure }),
  );
}

function standsText(one: Count, { records }: CommandContext) {
  const before = levelsAt(one.day + 1, records).find(
    ({ name }) => nameKey(name) === nameKey(one.name),
  );
  return texts.stands(one.name, standText(one), before && standText(before));
}

/** `恒威 健康教育`: it was that unit's doing; else that of whoever counts. */
function unitBefore(
  name: string,
  { records, person }: CommandContext,
): { readonly unit: string | undefined; readonly name: string } {
  const [first = '', ...others] = name.split(' ');
  const unit = others.length === 0 ? undefined : unitNamed(records, first);
  return unit === undefined
    ? { unit: person.unit, name }
    : { unit: unit.id, name: others.join(' ') };
}

function mended(said: SaidMending, context: CommandContext): Outcome | Ignored {
  const { records, person, now, zone, message } = context;
  const { day, to } = said;
  const isOnDay = (moment: number) => dateOf(moment, zone) === dateOf(day ?? 0, zone);
  const found = countMeant(said.name, day, isOnDay, records);
  if (found === undefined)
    return context.trigger === 'command'
      ? refuse(texts.notCounted(said.name))
      : ignore('nothing-open');
  const why = shortened(said.why, LONGEST_REASON);
  const mend = { by: person.id, at: now, why, message };
  if (to === 'struck')
    return together(
      edit(counts, found, { ...found, struck: mend }),
      say(texts.struck(found.name, standText(found), why)),
    );
  const { whole: _, ...rest } = found;
  const corrected = {
    ...mend,
    from: found.amount,
    ...(found.whole === undefined ? {} : { whole: found.whole }),
  };
  const after: Count = {
    ...rest,
    amount: to.amount,
    ...(found.whole === undefined ? {} : { whole: to.whole ?? Math.max(found.whole, to.amount) }),
    corrected,
  };
  return together(
    edit(counts, found, after),
    say(texts.corrected(found.name, standText(found), standText(after), why)),
  );
}
