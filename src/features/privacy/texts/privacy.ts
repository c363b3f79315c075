import { lines, type Text } from '../../../core/text.ts';

export const privacyTexts = {
  screen: (alliance: string): Text =>
    lines(
      {
        zh: `${alliance}的小联记什么：您的名字、账号、单位角色，您报的名、签的到、提的需求、投的票和发来的照片。闲聊不记。`,
        en: `What the bot of ${alliance} keeps: your name, account, unit and role, what you sign up for, ask for, vote and send as photos. No talk.`,
      },
      {
        zh: '为什么：安排活动、办事情、记下谁做了什么。',
        en: 'Why: to plan activities, get things done, and know who did what.',
      },
      {
        zh: '谁看得到：群里看到名字和进展，电话证件号打码；办的人在私聊里看全文；联络员看名单。',
        en: 'Who sees it: groups see names and progress, numbers masked; whoever does it reads it whole; liaisons see lists.',
      },
      {
        zh: '放多久：事情 2 年、投票明细 180 天、临时的 2 天，到期自动清。',
        en: 'How long: matters 2 years, single votes 180 days, passing things 2 days; then they go by themselves.',
      },
      {
        zh: '放在哪：联盟自己的机器，没有加密，管机器的人看得到。只经过您用的聊天平台，不给别人。',
        en: 'Where: on the machine of the alliance, not encrypted; whoever runs it can read it. It goes through the platforms you use and to nobody else.',
      },
      {
        zh: '看自己的请发「/我的」，要文件私聊发「/我的 文件」，要删除私聊发「/忘记我」',
        en: 'For what is yours send /me, for a file “/me file” in private, to be erased /forget in private',
      },
    ),
  firstContact: {
    zh: '（我会记下您的名字和要办的事，记什么看「/隐私」）',
    en: '(I keep your name and what you ask for; for what that is send /privacy)',
  } satisfies Text,
};
