import { lines, type Text } from '../../../core/text.ts';

/** Of teams, and of two people who get to know each other. */
export const peopleTexts = {
  team: (number: number, name: string, leader: string, names: Text): Text => ({
    zh: `F${number} ${name}：队长${leader}，队员 ${names.zh}`,
    en: `F${number} ${name}: led by ${leader}, with ${names.en}`,
  }),
  teams: (count: number): Text => ({ zh: `队伍 ${count} 支：`, en: `Teams: ${count}` }),
  noTeams: {
    zh: '还没有队伍。建一支请发「/队伍 维修队 张伟 李娟」，第一个是队长',
    en: 'No teams yet. Send “/team repairs 张伟 李娟”; the first one leads',
  } satisfies Text,
  teamOf: {
    zh: '队伍要有名字和至少两个人，第一个是队长，例：/队伍 维修队 张伟 李娟',
    en: 'A team needs a name and two people, the leader first: /team repairs 张伟 李娟',
  } satisfies Text,
  leads: (name: string): Text => ({
    zh: `您是「${name}」的队长。看队伍请发「/队伍」`,
    en: `You lead “${name}”. For all teams send “/team”`,
  }),
  inTeam: (name: string, leader: string): Text => ({
    zh: `您在「${name}」里，队长是${leader}。不参加请跟${leader}说一声`,
    en: `You are in “${name}”, led by ${leader}`,
  }),
  introduceWhom: {
    zh: '介绍谁和谁认识、为什么事？例：/引见 王五 张伟 修水电',
    en: 'Who shall meet whom, and why? /introduce 王五 张伟 plumbing',
  } satisfies Text,
  introduced: (number: number, one: string, other: string): Text => ({
    zh: `问了${one}和${other}，两边都愿意才交换联系方式（引见 ${number}）`,
    en: `${one} and ${other} were asked; contacts are exchanged when both agree (${number})`,
  }),
  willing: (number: number, by: string, other: string, about: string): Text =>
    lines(
      {
        zh: `${by}想介绍您和${other}认识：${about}`,
        en: `${by} would like you to meet ${other}: ${about}`,
      },
      {
        zh: `愿意请回「愿意 ${number} 您的联系方式」，不愿意回「不愿意 ${number}」。对方也愿意了才给`,
        en: `Answer “愿意 ${number} your contact” or “不愿意 ${number}”; it is passed on only if both agree`,
      },
    ),
  noContact: (number: number): Text => ({
    zh: `怎么找到您？例：愿意 ${number} 电话13800000000。对方也愿意了才给`,
    en: `How can they reach you? 愿意 ${number} and your phone number`,
  }),
  waitsForOther: {
    zh: '记下了，等对方也愿意，就把联系方式给你们两位',
    en: 'Noted; once the other agrees too you both get the contact',
  } satisfies Text,
  contactOf: (name: string, contact: string, about: string): Text => ({
    zh: `${name}也愿意：${contact}（${about}）。你们直接联系吧`,
    en: `${name} agrees too: ${contact} (${about}). Please get in touch`,
  }),
  bothTold: (one: string, other: string): Text => ({
    zh: `${one}和${other}都愿意，联系方式已经换了，我这里不留`,
    en: `${one} and ${other} have each other’s contact; I keep none`,
  }),
  notWilling: (number: number): Text => ({
    zh: `好的，引见 ${number} 不再提了，没有给出您的联系方式`,
    en: `All right; your contact was given to nobody (${number})`,
  }),
  cameToNothing: (one: string, other: string): Text => ({
    zh: `${one}和${other}的引见没有成，联系方式没有给`,
    en: `${one} and ${other} were not introduced; no contact was given`,
  }),
  noSuch: (number: number): Text => ({
    zh: `没有引见 ${number} 在等您。要帮忙请发「/帮助」`,
    en: `No introduction ${number} waits for you. For help send “/help”`,
  }),
  unreached: (who: string): Text => ({
    zh: `我没法私下联系${who}，请先让${who}私聊我一次，再发「/引见」`,
    en: `I cannot write to ${who} in private yet; ask them to write to me first`,
  }),
  answeredAlready: {
    zh: '已经有人答应了，撤不回了。要作罢请跟他们说一声',
    en: 'One of them has agreed already; please tell them yourself',
  } satisfies Text,
  notAsked: { zh: '这次不引见了', en: 'They are not introduced' } satisfies Text,
  samePerson: {
    zh: '要两个不同的人，例：/引见 王五 张伟 修水电',
    en: 'Two different people, please',
  },
};
