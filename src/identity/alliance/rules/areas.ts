import type { Records } from '../../../core/collection.ts';
import { nameKey } from '../../../core/names.ts';
import { numberSource, readNumber } from '../../../core/numerals.ts';
import { type Unit, units } from '../records.ts';

/*
 * What a unit looks after is said in words: `3、5、7号楼`, `朱雀小区1-4栋、天星广场`. A text is of an
 * area where it names one of its buildings or places.
 */

/** A building by its number, of a part of the town where one is named; or a place by its name. */
type Place = { readonly of: string; readonly building: number } | { readonly name: string };

const NUMBER = numberSource(3);
const BUILDING = '(?:号楼|栋|幢|号院|座)';
const NUMBERED = new RegExp(`^(.*?)(${NUMBER})(?:(?:[-~～至到])(${NUMBER}))?(${BUILDING})?$`);
const BUILDINGS = new RegExp(`(${NUMBER})${BUILDING}`, 'g');

/** More buildings than this in one range are a slip of the pen. */
const LONGEST_RANGE = 60;

/** A name of one character says nothing: 东, 西. */
const SHORTEST = 2;

/** The places of an area; a number without a word is a building like the next one behind it. */
export function placesOf(area: string): readonly Place[] {
  const pieces = nameKey(area)
    .split(/[、,，;；。和及与]/)
    .filter(Boolean);
  let of = '';
  return pieces.flatMap((piece, at): readonly Place[] => {
    const [, before = '', first, last = first, kind] = NUMBERED.exec(piece) ?? [];
    const isBuilding = kind !== undefined || followedByBuilding(pieces.slice(at + 1));
    if (first === undefined || last === undefined || !isBuilding)
      return [...piece].length < SHORTEST ? [] : [{ name: piece }];
    of = before || of;
    const [from, to] = [readNumber(first), readNumber(last)];
    if (to < from || to - from > LONGEST_RANGE) return [];
    return Array.from({ length: to - from + 1 }, (_, step) => ({ of, building: from + step }));
  });
}

const BARE_NUMBER = new RegExp(`^${NUMBER}(?:[-~～至到]${NUMBER})?$`);

function followedByBuilding(behind: readonly string[]): boolean {
  const next = behind.find((piece) => !BARE_NUMBER.test(piece));
  return next !== undefined && NUMBERED.exec(next)?.[4] !== undefined;
}

/** What one or several units look after, as they call it. */
export interface Area {
  readonly name: string;
  readonly units: readonly Unit[];
}

/** The areas of an alliance, in the order in which their units were registered. */
function areasOf(records: Records): readonly Area[] {
  const found = new Map<string, Area>();
  for (const unit of records.all(units)) {
    if (unit.area === undefined) continue;
    const before = found.get(nameKey(unit.area));
    const own = [...(before?.units ?? []), unit];
    found.set(nameKey(unit.area), { name: before?.name ?? unit.area, units: own });
  }
  return [...found.values()];
}

/** The areas, and those of which a text names a place; they are read once for many texts. */
export function areasIn(records: Records): {
  readonly all: readonly Area[];
  readonly namedIn: (text: string) => readonly Area[];
} {
  const known = areasOf(records).map((area) => ({ area, places: placesOf(area.name) }));
  return {
    all: known.map(({ area }) => area),
    namedIn: (text) => {
      const said = nameKey(text);
      const buildings = new Set(
        [...said.matchAll(BUILDINGS)].map(([, number = '']) => readNumber(number)),
      );
      const isNamed = (place: Place) =>
        'name' in place
          ? said.includes(place.name)
          : buildings.has(place.building) && said.includes(place.of);
      return known.flatMap(({ area, places }) => (places.some(isNamed) ? [area] : []));
    },
  };
}

/** The units that look after a place which a text names, in the order in which they were registered. */
export function unitsFor(text: string, records: Records): readonly Unit[] {
  const named = areasIn(records).namedIn(text);
  const found = new Set(named.flatMap(({ units: own }) => own.map(({ id }) => id)));
  return records.all(units).filter(({ id }) => found.has(id));
}
