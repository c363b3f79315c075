import { fold } from '../../../core/line.ts';
import { shownName } from '../../../core/names.ts';
import { kindCalled, type Unit } from '../../alliance/index.ts';

/** A unit as somebody wrote it down: `安康大药房 医疗 安康`, `安康大药房（企业，简称安康）`. */
export interface UnitRow {
  readonly name: string;
  readonly kind: Unit['kind'] | undefined;
  readonly short: readonly string[];
}

/**
 * One unit a line, or several in one with `、` or `；` between them; brackets hold what else is said
 * of a unit.
 */
export function readUnitRows(text: string): readonly UnitRow[] {
  const pieces = text.split(/(?=[()（）])/);
  const apart = pieces.map((piece, index) =>
    /^[)）]/.test(pieces[index + 1] ?? '') ? piece : piece.replaceAll('、', '\n'),
  );
  return apart
    .join('')
    .split(/[\n;；]/)
    .flatMap((row) => readRow(row) ?? []);
}

function readRow(row: string): UnitRow | undefined {
  const [name, ...more] = row
    .replace(/^\s*\d+[.、)）]\s*/, '')
    .split(/[\s（）()，,、:：]+|(?=简称)/)
    .map((word) => word.replace(/^简称/, ''))
    .filter(Boolean);
  if (name === undefined) return undefined;
  const kindWord = more.find((word) => kindCalled(word) !== undefined);
  return {
    name: shownName(name),
    kind: kindWord === undefined ? undefined : kindCalled(kindWord),
    short: more.filter((word) => word !== kindWord).map((word) => shownName(word)),
  };
}

/** What may be changed of a unit. */
const FIELDS = ['改名', '区域', '简称', '类别'] as const;
export type UnitField = (typeof FIELDS)[number];

/**
 * `恒威 区域 3、5号楼`, in whichever order: the word for what is changed, the unit, and what it is to be.
 */
export function readUnitChange(
  row: string,
): { unit: string; field: UnitField; value: string } | undefined {
  const words = row
    .split(/[\s:：]+/)
    .filter(Boolean)
    .map((typed) => ({ typed, folded: fold(typed) }));
  const at = words.findIndex(({ folded }) => (FIELDS as readonly string[]).includes(folded));
  const field = FIELDS.find((one) => one === words[at]?.folded);
  const [unit, ...value] = words.toSpliced(at, 1).map(({ typed }) => typed);
  if (field === undefined || unit === undefined || value.length === 0) return undefined;
  return { unit, field, value: value.join(' ') };
}

/** Behind the name stands neither a kind nor a short name, but a word that tells something else. */
export function saysUnknown(row: string): boolean {
  const [, ...more] = row.split(/[\s（）()，,、:：]+/).filter(Boolean);
  const [next] = more;
  return next !== undefined && kindCalled(next) === undefined && !next.startsWith('简称');
}
