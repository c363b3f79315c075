import { rest } from '../../../core/arguments.ts';
import { type CommandContext, command } from '../../../core/command.ts';
import { fold } from '../../../core/line.ts';
import { numberSource, readNumber } from '../../../core/numerals.ts';
import { type Outcome, refuse, say, together } from '../../../core/outcome.ts';
import { mayActAs } from '../../../core/roles.ts';
import { lines } from '../../../core/text.ts';
import { dateOf } from '../../../core/time.ts';
import { sayWhen } from '../../../core/when/index.ts';
import { unitCalled } from '../../../identity/alliance/index.ts';
import { liaisonsOf, partyText } from '../../../identity/people/index.ts';
import { type Project, projectEntries, projects } from '../records.ts';
import { monthsLater } from '../rules/asking.ts';
import { maySee } from '../rules/permits.ts';
import { pairTexts } from '../texts/calls.ts';
import { projectTexts } from '../texts/projects.ts';
import { newProject } from './shared/add-project.ts';
import { undoProjects } from './shared/find-project.ts';

const SHOWN = 6;

export const pair = command({
  name: 'pair',
  zhName: '结对',
  standsApart: true,
  minRole: 'guest',
  scope: 'anywhere',
  summary: { zh: '看结对，联络员结一对、定多久走访', en: 'pairs that visit each other' },
  examples: ['/结对', '/结对 恒威 敬老院 每月'],
  args: { who: rest({ zh: '谁和谁，多久一次', en: 'who with whom, how often' }).optional() },
  run: ({ who = '' }, context) => {
    const words = who.split(/[\s,，、]+/).filter(Boolean);
    if (words.length === 0) return list(context);
    if (!mayActAs(context.person.role, 'liaison')) return refuse(projectTexts.forLiaisons);
    const [unit = '', partner = '', rhythm = ''] = words;
    const months = monthsIn(rhythm);
    if (partner === '' || months === undefined) return refuse(pairTexts.needs);
    return make(unit, partner, months, context);
  },
  undo: undoProjects,
});

const EVERY = new RegExp(`^每(?:(${numberSource(2)})个?)?(月|季度?|年)(?:一次)?$`);

/** 每月, 每两个月, 每季度, 每年; undefined where it is none of these. */
function monthsIn(rhythm: string): number | undefined {
  const found = EVERY.exec(fold(rhythm));
  if (found === null) return undefined;
  const count = found[1] === undefined ? 1 : readNumber(found[1]);
  const months = count * (found[2] === '年' ? 12 : found[2] === '月' ? 1 : 3);
  return months >= 1 && months <= 12 ? months : undefined;
}

/** With a household only a code name is kept, whatever was typed. */
const HOUSEHOLD = /^(?:户|家庭|困难户|居民户|一户)$|户$/;
const CODES = '甲乙丙丁戊己庚辛壬癸';

function make(name: string, partner: string, months: number, context: CommandContext): Outcome {
  const { records, now, zone, place, person } = context;
  const unit = unitCalled(records, name);
  if (unit === undefined) return refuse(pairTexts.noSuchUnit(name), '/单位');
  const isHousehold = HOUSEHOLD.test(partner);
  if (isHousehold && place.kind === 'group') return refuse(pairTexts.privately);
  const count = records.slice(projects, 'pairs', 'all').filter(isWithHousehold).length;
  const code = `${CODES[count % CODES.length]}${count < CODES.length ? '' : Math.floor(count / CODES.length)}`;
  const called = isHousehold ? pairTexts.household(code) : partner;
  const liaison = liaisonsOf(records).find((one) => one.unit === unit.id) ?? person;
  const due = monthsLater(now, months, zone);
  const short = unit.short[0] ?? unit.name;
  const claim = { person: liaison.id, unit: unit.id, at: now };
  const { project, outcome } = newProject(
    {
      title: `${short}—${called}`,
      category: '结对',
      state: 'claimed',
      claims: [claim],
      pair: { partner: called, isHousehold, everyMonths: months, due },
    },
    context,
  );
  const day = sayWhen({ start: due, dateOnly: true }, context);
  return together(outcome, say(pairTexts.made(project.number, short, called, months, day)));
}

function isWithHousehold({ pair: two }: Project): boolean {
  return two?.isHousehold === true;
}

function list(context: CommandContext): Outcome {
  const { records, now, zone, place, person } = context;
  const all = records
    .slice(projects, 'pairs', 'all')
    .filter((one) => !one.pair?.isHousehold || (place.kind === 'private' && maySee(one, person)));
  if (all.length === 0) return say(pairTexts.none);
  const year = dateOf(now, zone).slice(0, 4);
  const visits = all.reduce((sum, one) => sum + visitsIn(year, one, context), 0);
  return say(
    lines(
      pairTexts.list(all.length, visits),
      ...all.slice(0, SHOWN).flatMap((one) => lineOf(one, context) ?? []),
      all[0] && pairTexts.howToVisit(all[0].number),
    ),
  );
}

function lineOf({ number, pair: two, claims }: Project, context: CommandContext) {
  const [claim] = claims;
  if (two === undefined || claim === undefined) return undefined;
  const due = sayWhen({ start: two.due, dateOnly: true }, context);
  return pairTexts.line(number, partyText(claim, context.records).zh, two.partner, due);
}

/** Visits of a pair in a year. */
export function visitsIn(
  year: string,
  { id }: Project,
  { records, zone }: Pick<CommandContext, 'records' | 'zone'>,
): number {
  return records
    .where(projectEntries, id)
    .filter(({ event, at }) => event === 'visit' && dateOf(at, zone).startsWith(year)).length;
}
