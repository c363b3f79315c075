import {
  allianceOf,
  units as allUnits,
  kindCalled,
  kindName,
  likelyKind,
  likelyShort,
  type Unit,
  unitCalled,
  unitOf,
} from '../../alliance/index.ts';
import { rest } from '../../core/arguments.ts';
import type { Records } from '../../core/collection.ts';
import { type Change, command, type Spoken } from '../../core/command.ts';
import { allBack, edit, editsOf, sayBack } from '../../core/edits.ts';
import { shownName } from '../../core/names.ts';
import { type Outcome, refuse, say, together } from '../../core/outcome.ts';
import { lines, series, type Text } from '../../core/text.ts';
import { people } from '../records.ts';
import { texts } from '../texts.ts';
import { nextStep, unitLine, unitText } from '../views.ts';

/** The most units that one message names. */
const MOST_LINES = 60;
/** How many are named in one post. */
const SHOWN = 20;

export const units = command({
  latin: 'units',
  zh: '单位',
  who: 'convenor',
  where: 'anywhere',
  summary: { zh: '登记、查看、修改单位', en: 'register, see and change units' },
  examples: ['/单位', '/单位 恒威集团 企业', '/单位 恒威 区域 3、5号楼', '/单位 恒威 改名 恒威控股', '/单位 删除 恒威'],
  args: { text: rest({ zh: '单位名称 [类别] [简称]，一行一个', en: 'name [kind] [short], one a line' }).optional() },
  run: ({ text }, spoken) => {
    const rows =
      text
        ?.split(/[\n;；]+/)
        .map((row) => row.trim())
        .filter(Boolean) ?? [];
    const [first] = rows;
    if (first === undefined) return list(spoken);
    if (rows.length > MOST_LINES) return refuse(texts.tooManyUnits(MOST_LINES));
    return (rows.length === 1 ? about(first, spoken) : undefined) ?? register(rows, spoken);
  },
  undo: takeBack,
});

function list(spoken: Spoken): Outcome {
  const all = spoken.records.all(allUnits);
  if (all.length === 0) return refuse(texts.nextUnits);
  const shown = series(all.slice(0, SHOWN).map((unit) => unitLine(unit, spoken.records)));
  return say(lines(texts.unitsTitle(allianceOf(spoken.records).name, all.length), shown, nextStep(spoken.records)));
}

/** One unit that is there already: shown, changed or removed. Undefined when the row is to register one. */
function about(row: string, spoken: Spoken): Outcome | undefined {
  const { records } = spoken;
  const [head = '', second, ...others] = row.split(/\s+/);
  if (['删除', '撤销'].includes(head) && second !== undefined) return drop(second, spoken);
  const unit = unitCalled(records, head);
  if (unit === undefined) return undefined;
  if (second === undefined) return say(unitText(unit, records, spoken.place.kind));
  const value = others.join(' ');
  const changed = value === '' ? undefined : change(unit, second, value);
  if (changed === undefined) return undefined;
  const taken = unitCalled(records, changed.name);
  if (taken !== undefined && taken.id !== unit.id) return refuse(texts.unitTaken(changed.name));
  return together(edit(allUnits, unit, changed), say(texts.unitChanged(unitLine(changed, records))));
}

function change(unit: Unit, what: string, value: string): Unit | undefined {
  if (what === '改名') return { ...unit, name: shownName(value), short: [...new Set([...unit.short, unit.name])] };
  if (what === '区域') return { ...unit, area: value };
  if (what === '简称') return { ...unit, short: [...new Set([shownName(value), ...unit.short])] };
  const kind = what === '类别' ? kindCalled(value) : undefined;
  return kind && { ...unit, kind };
}

function drop(called: string, { records }: Spoken): Outcome {
  const unit = unitCalled(records, called);
  if (unit === undefined) return refuse(texts.noSuchUnit(called));
  const members = membersOf(unit.id, records);
  if (members > 0) return refuse(texts.unitHasMembers(unit.name, members));
  return together(edit(allUnits, unit, undefined), say(texts.unitGone(unit.name)));
}

function membersOf(unit: string, records: Records): number {
  return records.all(people).filter((person) => person.unit === unit).length;
}

/** Registers units, one a row; one that is there already gets the kind and the short names that are new. */
function register(rows: readonly string[], spoken: Spoken): Outcome {
  const made = new Map<string, Unit>();
  for (const row of rows) {
    const [head = '', ...more] = row.replace(/^\d+[.、)）]\s*/, '').split(/\s+/);
    const name = shownName(head);
    const known = [...made.values()].find((unit) => unit.name === name) ?? unitCalled(spoken.records, name);
    const kindWord = more.find((word) => kindCalled(word) !== undefined);
    const kind = kindWord === undefined ? undefined : kindCalled(kindWord);
    const short = more.filter((word) => word !== kindWord && word !== '简称').map((word) => shownName(word));
    const fallback = short.length > 0 ? undefined : likelyShort(name);
    const free = fallback !== undefined && unitCalled(spoken.records, fallback) === undefined ? [fallback] : [];
    const unit: Unit = known
      ? { ...known, kind: kind ?? known.kind, short: [...new Set([...short, ...known.short])] }
      : { id: spoken.newId(), name, short: [...short, ...free], kind: kind ?? likelyKind(name) };
    made.set(unit.id, unit);
  }
  const all = [...made.values()];
  const names = series(all.slice(0, SHOWN).map(unitBrief));
  const next = nextStep(spoken.records, { units: all });
  return together(
    ...all.map((unit) => edit(allUnits, unitOf(spoken.records, unit.id), unit)),
    say(lines(texts.unitsKept(all.length), names, next)),
  );
}

/** The units as they were, unless people have come to a new one, or a name is another unit's by now. */
function takeBack(change: Change, { records }: Spoken): Outcome {
  const edited = editsOf(allUnits, change, records);
  for (const { id, now, before } of edited) {
    const members = before === undefined ? membersOf(id, records) : 0;
    if (members > 0) return refuse(texts.unitHasMembers(now?.name ?? '', members));
    const taken = before && [before.name, ...before.short].find((name) => (unitCalled(records, name)?.id ?? id) !== id);
    if (taken !== undefined) return refuse(texts.unitTaken(taken));
  }
  const back = allBack(edited);
  if (back === undefined) return refuse(texts.unitsChangedSince, '/单位');
  const are = edited.map(({ now, before }) => (before ? unitBrief(before) : texts.unitGone(now?.name ?? '')));
  return together(back, sayBack(series(are.slice(0, SHOWN))));
}

function unitBrief({ name, kind, short }: Unit): Text {
  return texts.unitBrief(name, kindName(kind), short[0]);
}
