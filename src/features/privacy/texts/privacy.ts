import { lines, type Text } from '../../../core/text.ts';

export const privacyTexts = {
  firstWord: {
    zh: '我只记您跟我说的事，闲聊不记。记了什么、放多久请发「/隐私」',
    en: 'I keep only what you say to me, no talk. For what is kept, and how long, send /privacy',
  } satisfies Text,
  screen: (alliance: string, kept: Text): Text =>
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
        zh: '谁看得到：群里看到名字和进展，电话证件号打码；办的人在私聊里看全文；公告、公告栏写名字要您同意（/署名）。',
        en: 'Who sees it: groups see names and progress, numbers masked; whoever does it reads it whole; you are named in public if you agree (/naming).',
      },
      {
        zh: `放多久：办完后${kept.zh}；临时的 2 天。到期自动清（召集人可改）。`,
        en: `How long after its end: ${kept.en}; passing things 2 days. Then it goes (the convenor may change it).`,
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
};
