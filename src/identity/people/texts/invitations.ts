import { type Role, roleName } from '../../../core/roles.ts';
import { lines, sentences, type Text } from '../../../core/text.ts';

/** Invitations: what is said by /invite, and to whoever invited. */
export const invitationTexts = {
  notOnList: (name: string, units: Text): Text =>
    sentences(
      {
        zh: `没有叫「${name}」的单位，名单里也没有这个人。`,
        en: `No unit is called “${name}”, and nobody on the list.`,
      },
      {
        zh: `单位有：${units.zh || '还没有，请先发「/单位 名称」'}`,
        en: `Units: ${units.en || 'none yet; first send /units NAME'}`,
      },
    ),
  hasAccount: (name: string): Text => ({
    zh: `${name}已经进来了，不用再邀请。请别的人，例：/邀请 恒威`,
    en: `${name} is in already. To invite others, for example: /invite 恒威`,
  }),
  howToInvite: {
    zh: '请写邀请谁来哪个单位，例：/邀请 恒威，/邀请 恒威 联络员，/邀请 全部',
    en: 'Say for which unit, for example: /invite 恒威, /invite 恒威 liaison, /invite all',
  } satisfies Text,
  notYoursToInvite: {
    zh: '您可以邀请本单位的成员；别的单位和联络员请召集人来邀请',
    en: 'You can invite members of your own unit; for other units and liaisons ask the convenor',
  } satisfies Text,
  codesFor: (count: number): Text => ({
    zh: `${count} 家单位的码，请各转给一位联络员，14 天内私聊我发那一句（别发到群里），谁进来了我告诉您：`,
    en: `Codes for ${count} units. Pass one to the liaison of each, to be sent to me in private within 14 days (not in a group). I tell you who comes in:`,
  }),
  codeOf: (unit: string, code: string): Text => ({
    zh: `${unit}：/绑定 ${code}`,
    en: `${unit}: /bind ${code}`,
  }),
  allHaveLiaisons: {
    zh: '各单位都有联络员了。请本单位的人，例：/邀请 恒威',
    en: 'Every unit has its liaison. To invite members: /invite 恒威',
  } satisfies Text,
  liaisonCame: (name: string, unit: string, left: number): Text => ({
    zh: `${name}进来了，是${unit}的联络员${left > 0 ? `，还差 ${left} 家` : '，各单位都齐了'}`,
    en: `${name} has come in as liaison of ${unit}; ${left > 0 ? `${left} to go` : 'that is all of them'}`,
  }),
  inviteAgain: {
    zh: '没赶上的请再发「/邀请 全部」',
    en: 'For those who were late send /invite all again',
  } satisfies Text,
  allUnits: { zh: '看各单位请发「/单位」', en: 'For all units send /units' } satisfies Text,
  invitation: (unit: string, role: Role, code: string): Text =>
    lines(
      {
        zh: `请${unit}的${roleName[role].zh}在 14 天内私聊我发这一句（只能用一次，别发到群里）：`,
        en: `The ${roleName[role].en} of ${unit} should send me this in private within 14 days (once only, not in a group):`,
      },
      { zh: `/绑定 ${code}`, en: `/bind ${code}` },
    ),
  invitationFor: (name: string, code: string): Text =>
    lines(
      {
        zh: `请${name}在 14 天内私聊我发这一句（只能用一次，别发到群里）：`,
        en: `${name} should send me this in private within 14 days (once only, not in a group):`,
      },
      { zh: `/绑定 ${code}`, en: `/bind ${code}` },
    ),
  codeStays: sentences(
    {
      zh: '邀请码撤不回，14 天后自己作废；要它马上作废，把它发到群里就行。',
      en: 'A code stays for 14 days, or until it is sent to a group.',
    },
    { zh: '给错了人就别再转了，需要时再发「/邀请」', en: 'For another one send /invite' },
  ) satisfies Text,
};
