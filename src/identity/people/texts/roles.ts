import { type Role, roleName } from '../../../core/roles.ts';
import { lines, sentences, type Text } from '../../../core/text.ts';

/** Roles: what is said by /liaisons and /roles, and how a person is named. */
export const roleTexts = {
  namesHidden: (names: Text, masked: string): Text => ({
    zh: `${names.zh} 没同意署名，发出去写成「${masked}」。本人发「同意署名」就写全名`,
    en: `${names.en} did not agree: “${masked}”. Their own “/naming yes” shows the name`,
  }),
  unitLeftAlone: (unit: string): Text => ({
    zh: `${unit}的联络员删除了自己的信息，现在没有联络员了。请定一位：/角色 姓名 联络员`,
    en: `The liaison of ${unit} had themselves erased; it has no liaison now. Please name one: /roles name liaison`,
  }),
  leavingUnit: (unit: string): Text => ({
    zh: `${unit}就没有联络员了，我会告诉召集人`,
    en: `${unit} will have no liaison; I tell the convenor`,
  }),
  liaisonsTitle: { zh: '各单位的联络员：', en: 'The units’ liaisons:' } satisfies Text,
  howToLiaison: {
    zh: '定联络员请发「/联络员 单位 姓名」，例：/联络员 恒威 陈刚；副的在后面加「副」',
    en: 'To name a liaison: /liaisons UNIT NAME, for example: /liaisons 恒威 陈刚',
  } satisfies Text,
  nowLiaison: (name: string, unit: string, deputy: boolean): Text => ({
    zh: `${name}现在是${unit}的${deputy ? '副联络员' : '联络员'}了`,
    en: `${name} is now ${deputy ? 'deputy liaison' : 'liaison'} of ${unit}`,
  }),
  liaisonToCome: (name: string, unit: string, deputy: boolean): Text =>
    lines(
      {
        zh: `记下了：${unit}的${deputy ? '副联络员' : '联络员'}是${name}，还没有账号。`,
        en: `Noted: ${name} is ${deputy ? 'deputy liaison' : 'liaison'} of ${unit}, without an account yet.`,
      },
      {
        zh: `请私聊我发「/邀请 ${name}」，把码转给本人`,
        en: `Send me in private /invite ${name}, and pass the code on`,
      },
    ),
  noLiaison: (name: string): Text => ({ zh: `${name}不是联络员`, en: `${name} is no liaison` }),
  noLiaisonNow: (name: string): Text => ({
    zh: `${name}不再是联络员，仍是成员`,
    en: `${name} is a member now, no liaison`,
  }),
  personChangedSince: (name: string): Text =>
    sentences(
      {
        zh: `${name}后来又有变化，不能撤销了。`,
        en: `${name} has been changed since, so this stays.`,
      },
      {
        zh: `要改请发「/角色 ${name} 成员」（或联络员、召集人、来宾）`,
        en: `To change it send “/roles ${name} 成员” (or 联络员, 召集人, 来宾)`,
      },
    ),
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
  allInPrivate: {
    zh: '名字太多没列完，看全部请私聊我发「/角色」',
    en: 'Not all names are shown; for all of them send “/roles” in private',
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
  nobodyCalled: (name: string): Text =>
    sentences(
      { zh: `成员里没有叫「${name}」的。`, en: `No member is called “${name}”.` },
      {
        zh: '来宾要先凭邀请码成为成员，请私聊我发「/邀请 单位」',
        en: 'Guests become members by a code: send me /invite UNIT in private',
      },
    ),
  severalCalled: (name: string): Text => ({
    zh: `叫「${name}」的不止一位，请把单位写在前面，例：恒威 ${name}`,
    en: `There are several people called “${name}”. Put their unit in front, for example: 恒威 ${name}`,
  }),
};
