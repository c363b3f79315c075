import type { Text } from '../../../core/text.ts';

/** Units: what is said by /units, and how a unit is shown. */
export const unitTexts = {
  whatChanges: (unit: string): Text => ({
    zh: `单位只能改这几样，例：\n/单位 ${unit} 改名 新名称\n/单位 ${unit} 简称 新简称\n/单位 ${unit} 类别 企业\n/单位 ${unit} 区域 3、5号楼`,
    en: `Of a unit this can be changed, for example:\n/units ${unit} 改名 NAME\n/units ${unit} 简称 SHORT\n/units ${unit} 类别 企业\n/units ${unit} 区域 AREA`,
  }),
  howToUnits: {
    zh: '看一家请发「/单位 恒威」，加一家请发「/单位 新星书店」',
    en: 'To see one send /units 恒威, to add one /units 新星书店',
  } satisfies Text,
  unitsTitle: (alliance: string, count: number): Text => ({
    zh: `「${alliance}」有 ${count} 家单位：`,
    en: `“${alliance}” has ${count} units:`,
  }),
  unitBrief: (name: string, kind: string, short: string | undefined): Text => ({
    zh: `${name}（${kind}${short === undefined ? '' : `，简称${short}`}）`,
    en: `${name} (${kind}${short === undefined ? '' : `, ${short}`})`,
  }),
  unitsKept: (count: number): Text => ({
    zh: `记下了 ${count} 家单位：`,
    en: `${count} units are on record:`,
  }),
  unitChanged: (unit: Text): Text => ({ zh: `改好了：${unit.zh}`, en: `Changed: ${unit.en}` }),
  unitTaken: (name: string): Text => ({
    zh: `已经有叫「${name}」的单位了`,
    en: `There is a unit called “${name}” already`,
  }),
  unitGone: (name: string): Text => ({ zh: `「${name}」删掉了`, en: `“${name}” is removed` }),
  unitHasMembers: (name: string, count: number): Text => ({
    zh: `「${name}」还有 ${count} 位成员，不能删。先用「/角色 姓名 来宾」移出他们`,
    en: `“${name}” still has ${count} members. First move them out: /roles NAME 来宾`,
  }),
  unitsChangedSince: {
    zh: '后来又改过，不能撤销了。看现在的请发「/单位」',
    en: 'That has been changed since and stays. For all units send /units',
  } satisfies Text,
  tooManyUnits: (most: number): Text => ({
    zh: `一次最多 ${most} 行，请分几次发`,
    en: `At most ${most} lines at a time, please`,
  }),
  noSuchKind: (word: string): Text => ({
    zh: `没有「${word}」这一类。可以写：企业、学校、机关、社区、部队、社会组织、医院`,
    en: `There is no kind “${word}”. There are: 企业, 学校, 机关, 社区, 部队, 社会组织, 医院`,
  }),
  noSuchUnit: (name: string): Text => ({
    zh: `没有叫「${name}」的单位。看全部请发「/单位」`,
    en: `There is no unit “${name}”. For all send /units`,
  }),
  liaisonNames: (names: string): Text => ({
    zh: names === '' ? '还缺联络员' : names,
    en: names === '' ? 'no liaison' : names,
  }),
  deputy: { zh: '副', en: 'deputy' } satisfies Text,
  area: (area: string): Text => ({ zh: `区域：${area}`, en: `Area: ${area}` }),
  contacts: (list: string): Text => ({ zh: `联系：${list}`, en: `Contact: ${list}` }),
};
