import { rest } from '../../../core/arguments.ts';
import type { Records } from '../../../core/collection.ts';
import {
  type AnyCommand,
  type CommandContext,
  command,
  type LastChange,
} from '../../../core/command.ts';
import { type Edited, edit, sayBack, undoEdits } from '../../../core/edits.ts';
import { shownName } from '../../../core/names.ts';
import { type Outcome, refuse, say, together } from '../../../core/outcome.ts';
import { lines, series, type Text } from '../../../core/text.ts';
import {
  allianceOf,
  units as allUnits,
  kindCalled,
  kindName,
  likelyKind,
  likelyShort,
  type Unit,
  unitCalled,
  unitNamed,
  unitOf,
} from '../../alliance/index.ts';
import { people } from '../records.ts';
import type { NextStep } from '../rules/next-step.ts';
import {
  readUnitChange,
  readUnitRows,
  saysUnknown,
  type UnitField,
  type UnitRow,
} from '../rules/unit-rows.ts';
import { unitPhrases } from '../texts/phrases.ts';
import { unitTexts } from '../texts/units.ts';
import { unitLine, unitText } from '../views.ts';

/** The most units that one message names. */
const MOST_LINES = 60;
/** How many are named in one post. */
const SHOWN = 20;

export function unitsCommand(next: NextStep): AnyCommand {
  return command({
    name: 'units',
    zhName: '单位',
    minRole: 'convenor',
    scope: 'anywhere',
    summary: { zh: '登记、查看、修改单位', en: 'register, see and change units' },
    examples: [
      '/单位',
      '/单位 恒威集团 企业',
      '/单位 恒威 区域 3、5号楼',
      '/单位 恒威 改名 恒威控股',
      '/单位 删除 恒威',
    ],
    phrases: unitPhrases,
    args: {
      text: rest({
        zh: '单位名称 [类别] [简称]，一行一个',
        en: 'name [kind] [short], one a line',
      }).optional(),
    },
    run: ({ text }, context) => {
      if (text === undefined) return list(next, context);
      const one = text.includes('\n') ? undefined : changeOne(text.trim(), context);
      return one ?? register(readUnitRows(text), next, context);
    },
    undo: undoUnits,
  });
}

function list(next: NextStep, { records }: CommandContext): Outcome {
  const all = records.all(allUnits);
  if (all.length === 0) return refuse(next(records, { group: true }) ?? unitTexts.howToUnits);
  const shown = series(all.slice(0, SHOWN).map((unit) => unitLine(unit, records)));
  return say(
    lines(
      unitTexts.unitsTitle(allianceOf(records).name, all.length),
      shown,
      next(records) ?? unitTexts.howToUnits,
    ),
  );
}

/**
 * One unit that is there already: shown, changed or removed. Undefined when the row is to register
 * one.
 */
function changeOne(row: string, context: CommandContext): Outcome | undefined {
  const { records } = context;
  const dropped = /^(?:删除|撤销)\s+(\S+)$|^(\S+)\s+删除$/.exec(row);
  if (dropped !== null) return drop(dropped[1] ?? dropped[2] ?? '', context);
  const wanted = readUnitChange(row);
  if (wanted !== undefined) {
    const unit = unitCalled(records, wanted.unit);
    return unit === undefined
      ? refuse(unitTexts.noSuchUnit(wanted.unit))
      : alter(unit, wanted.field, wanted.value, context);
  }
  const known = unitCalled(records, /^\S+/.exec(row)?.[0] ?? '');
  if (known !== undefined && saysUnknown(row))
    return refuse(unitTexts.whatChanges(known.short[0] ?? known.name));
  const shown = unitCalled(records, row);
  return shown && say(unitText(shown, records, context.place.kind));
}

function alter(unit: Unit, field: UnitField, value: string, { records }: CommandContext): Outcome {
  const changed = withField(unit, field, value);
  if (changed === undefined) return refuse(unitTexts.noSuchKind(value));
  const taken = unitNamed(records, field === '简称' ? shownName(value) : changed.name);
  if (taken !== undefined && taken.id !== unit.id) return refuse(unitTexts.unitTaken(taken.name));
  const area = changed.area !== undefined && unitTexts.area(changed.area);
  return together(
    edit(allUnits, unit, changed),
    say(lines(unitTexts.unitChanged(unitBrief(changed)), area)),
  );
}

function withField(unit: Unit, field: UnitField, value: string): Unit | undefined {
  switch (field) {
    case '改名':
      return { ...unit, name: shownName(value), short: [...new Set([...unit.short, unit.name])] };
    case '区域':
      return { ...unit, area: value };
    case '简称':
      return { ...unit, short: [...new Set([shownName(value), ...unit.short])] };
    case '类别': {
      const kind = kindCalled(value);
      return kind && { ...unit, kind };
    }
  }
}

function drop(called: string, { records }: CommandContext): Outcome {
  const unit = unitCalled(records, called);
  if (unit === undefined) return refuse(unitTexts.noSuchUnit(called));
  const members = membersOf(unit.id, records);
  if (members > 0) return refuse(unitTexts.unitHasMembers(unit.name, members));
  return together(edit(allUnits, unit, undefined), say(unitTexts.unitGone(unit.name)));
}

function membersOf(unit: string, records: Records): number {
  return records.all(people).filter((person) => person.unit === unit).length;
}

/** Registers units; one that is there already gets the kind and the short names that are new. */
function register(rows: readonly UnitRow[], next: NextStep, context: CommandContext): Outcome {
  if (rows.length === 0) return refuse(unitTexts.howToUnits);
  if (rows.length > MOST_LINES) return refuse(unitTexts.tooManyUnits(MOST_LINES));
  const made = new Map<string, Unit>();
  for (const { name, kind, short } of rows) {
    const known =
      [...made.values()].find((unit) => unit.name === name) ?? unitNamed(context.records, name);
    const fallback = short.length > 0 ? undefined : likelyShort(name);
    const free =
      fallback !== undefined && unitNamed(context.records, fallback) === undefined
        ? [fallback]
        : [];
    const unit: Unit = known
      ? { ...known, kind: kind ?? known.kind, short: [...new Set([...short, ...known.short])] }
      : { id: context.newId(), name, short: [...short, ...free], kind: kind ?? likelyKind(name) };
    made.set(unit.id, unit);
  }
  const all = [...made.values()];
  const names = series(all.slice(0, SHOWN).map(unitBrief));
  const step = next(context.records, { units: all });
  return together(
    ...all.map((unit) => edit(allUnits, unitOf(context.records, unit.id), unit)),
    say(lines(unitTexts.unitsKept(all.length), names, step)),
  );
}

/**
 * The units as they were, unless people have come to a new one, or a name is another unit's by now.
 */
function undoUnits(change: LastChange, context: CommandContext): Outcome {
  return undoEdits(allUnits, change, context, {
    stays: (edited) => edited.map((one) => whyItStays(one, context.records)).find(Boolean),
    gone: () => refuse(unitTexts.unitsChangedSince, '/单位'),
    back: (edited) => {
      const are = edited.map(({ now, before }) =>
        before ? unitBrief(before) : unitTexts.unitGone(now?.name ?? ''),
      );
      return sayBack(series(are.slice(0, SHOWN)));
    },
  });
}

function whyItStays({ id, now, before }: Edited<Unit>, records: Records): Outcome | undefined {
  const members = before === undefined ? membersOf(id, records) : 0;
  if (members > 0) return refuse(unitTexts.unitHasMembers(now?.name ?? '', members));
  const taken =
    before &&
    [before.name, ...before.short].find((name) => (unitNamed(records, name)?.id ?? id) !== id);
  return taken === undefined ? undefined : refuse(unitTexts.unitTaken(taken));
}

function unitBrief({ name, kind, short }: Unit): Text {
  return unitTexts.unitBrief(name, kindName(kind), short[0]);
}
