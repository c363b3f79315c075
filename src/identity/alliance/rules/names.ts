import type { Records } from '../../../core/collection.ts';
import { nameKey } from '../../../core/names.ts';
import { type Branch, branches, type UnitKind } from '../records.ts';

/** Each kind of unit by the words that people use for it, its name first. */
const KINDS: Readonly<Record<UnitKind, readonly [string, ...string[]]>> = {
  enterprise: ['企业', '公司', '两新', '商户'],
  school: ['学校', '教育'],
  agency: ['机关', '单位', '政府'],
  community: ['社区', '居委会'],
  army: ['部队', '军队'],
  organisation: ['社会组织', '社团', '协会'],
  clinic: ['医院', '医疗', '卫生'],
};

/** Endings and words that tell what kind of unit a name is of; the first that fits counts. */
const SIGNS: readonly (readonly [RegExp, UnitKind])[] = [
  [/(部队|支队|大队|中队|武装部)/, 'army'],
  [/(医院|卫生|诊所|疾控)/, 'clinic'],
  [/(学校|小学|中学|大学|学院|幼儿园)/, 'school'],
  [/(协会|商会|基金会|志愿|联合会|服务队|公益)/, 'organisation'],
  [/(公司|集团|银行|超市|物业|药房|事务所|酒店|广场|商|厂|店|支行)/, 'enterprise'],
  [/(社区|居委会|村委会|村)/, 'community'],
  [/(局|委|办|所|院|街道|站|中心)$/, 'agency'],
];

/** The kind that a word names: `企业`, `机关`. */
export function kindCalled(word: string): UnitKind | undefined {
  const key = nameKey(word);
  const kinds = Object.keys(KINDS) as UnitKind[];
  return kinds.find((kind) => KINDS[kind].includes(key) || kind === key);
}

export function kindName(kind: UnitKind): string {
  return KINDS[kind][0];
}

/** The kind that a unit's name lets one expect. */
export function likelyKind(name: string): UnitKind {
  return SIGNS.find(([sign]) => sign.test(nameKey(name)))?.[1] ?? 'enterprise';
}

const FORMS = ['公司', '集团', '党委', '党支部', '事务所', '居委会'];

/** What people will call a unit for short: its name without what such names end with. */
export function likelyShort(name: string): string | undefined {
  const bare = withoutEndings(name, FORMS);
  const short = withoutEndings(bare, ['股份', '有限', '责任']);
  return bare !== name && [...short].length >= 2 ? short : undefined;
}

function withoutEndings(name: string, endings: readonly string[]): string {
  let bare = name;
  for (;;) {
    const ending = endings.find((one) => bare.endsWith(one));
    if (ending === undefined) return bare;
    bare = bare.slice(0, -ending.length);
  }
}

/**
 * The branch that is called so, with or without 分会; a kind of unit has one, made when it is first
 * needed.
 */
export function branchCalled(
  records: Records,
  name: string,
): { branch: Branch; isNew: boolean } | undefined {
  const key = (text: string) => nameKey(text).replace(/(党建)?(分会|分盟|支盟|分联盟)$/, '');
  const known = records.all(branches);
  const kind = kindCalled(key(name));
  const called =
    known.find((branch) => key(branch.name) === key(name)) ??
    known.find((branch) => kind !== undefined && branch.kinds.includes(kind));
  if (called !== undefined) return { branch: called, isNew: false };
  return (
    kind && { branch: { id: kind, name: `${kindName(kind)}分会`, kinds: [kind] }, isNew: true }
  );
}
