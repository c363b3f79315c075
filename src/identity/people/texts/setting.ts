import type { Role } from '../../../core/roles.ts';
import type { Text } from '../../../core/text.ts';

export const roleName: Readonly<Record<Role, Text>> = {
  guest: { zh: '来宾', en: 'guest' },
  member: { zh: '成员', en: 'member' },
  liaison: { zh: '联络员', en: 'liaison' },
  convenor: { zh: '召集人', en: 'convenor' },
};

/** Setting up: what comes next, units, who acts for them. */
export const setting = {
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
  liaisonsTitle: { zh: '各单位的联络员：', en: 'The units’ liaisons:' } satisfies Text,
  howToLiaison: {
    zh: '定联络员请发「/联络员 单位 姓名」，例：/联络员 恒威 陈刚；副的在后面加「副」',
    en: 'To name a liaison: /liaisons UNIT NAME, for example: /liaisons 恒威 陈刚',
  } satisfies Text,
  nowLiaison: (name: string, unit: string, deputy: boolean): Text => ({
    zh: `${name}现在是${unit}的${deputy ? '副联络员' : '联络员'}了`,
    en: `${name} is now ${deputy ? 'deputy liaison' : 'liaison'} of ${unit}`,
  }),
  liaisonToCome: (name: string, unit: string, deputy: boolean): Text => ({
    zh: `记下了：${unit}的${deputy ? '副联络员' : '联络员'}是${name}，还没有账号。\n请私聊我发「/邀请 ${name}」，把码转给本人`,
    en: `Noted: ${name} is ${deputy ? 'deputy liaison' : 'liaison'} of ${unit}, without an account yet.\nSend me in private /invite ${name}, and pass the code on`,
  }),
  noLiaison: (name: string): Text => ({ zh: `${name}不是联络员`, en: `${name} is no liaison` }),
  noLiaisonNow: (name: string): Text => ({
    zh: `${name}不再是联络员，仍是成员`,
    en: `${name} is a member now, no liaison`,
  }),
  personChangedSince: (name: string): Text => ({
    zh: `${name}后来又有变化，不能撤销了。要改请发「/角色 ${name} 成员」（或联络员、召集人、来宾）`,
    en: `${name} has been changed since, so this stays. To change it send “/roles ${name} 成员” (or 联络员, 召集人, 来宾)`,
  }),
  rolesTitle: { zh: '谁能做什么：', en: 'Who may do what:' } satisfies Text,
  roleRow: (role: Role, count: number, names: string): Text => ({
    zh: `${roleName[role].zh} ${count}${names === '' ? '' : `：${names}`}`,
    en: `${roleName[role].en} ${count}${names === '' ? '' : `: ${names}`}`,
  }),
  attempts: (list: string): Text => ({
    zh: `试过不归自己用的命令：${list}`,
    en: `Tried what they may not: ${list}`,
  }),
  howToRole: {
    zh: '改角色请发「/角色 姓名 召集人」（或联络员、成员、来宾）',
    en: 'To change a role: /roles NAME 召集人 (or 联络员, 成员, 来宾)',
  } satisfies Text,
  who: (name: string, role: Role, unit: string | undefined): Text => ({
    zh: `${roleName[role].zh}${name}${unit === undefined ? '' : `（${unit}）`}`,
    en: `${roleName[role].en} ${name}${unit === undefined ? '' : ` (${unit})`}`,
  }),
  hasRole: (name: string, role: Role): Text => ({
    zh: `${name}是${roleName[role].zh}`,
    en: `${name} is a ${roleName[role].en}`,
  }),
  roleGiven: (name: string, role: Role): Text => ({
    zh: `${name}现在是${roleName[role].zh}了`,
    en: `${name} is a ${roleName[role].en} now`,
  }),
  yourRole: (role: Role): Text => ({
    zh: `您现在是联盟的${roleName[role].zh}了。能做什么请发「/帮助」`,
    en: `You are a ${roleName[role].en} of the alliance now. For what you can do send /help`,
  }),
  lastConvenor: {
    zh: '这是最后一位召集人，先让别人也做召集人，例：/角色 李娟 召集人',
    en: 'This is the last convenor. First make somebody else one, for example: /roles 李娟 召集人',
  } satisfies Text,
};
