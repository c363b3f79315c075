import { lines, sentences, type Text } from '../../../core/text.ts';

/** How an alliance begins, and its settings. */
export const texts = {
  nameNeeded: {
    zh: '码是对的。请把联盟的名字写在后面，例：/初始化 K7M2-9QXT 天星社区联盟',
    en: 'The code is right. Please add the alliance’s name: /setup K7M2-9QXT Star Alliance',
  } satisfies Text,
  convenor: (name: string, alliance: string): Text => ({
    zh: `${name}，您现在是「${alliance}」的召集人了。`,
    en: `${name}, you are now the convenor of “${alliance}”.`,
  }),
  setUpForGood: sentences(
    { zh: '初始化撤不回来。', en: 'Setting up stays.' },
    {
      zh: '召集人定错了，请另一位召集人发「/角色 姓名 成员」',
      en: 'If the convenor is the wrong one, another convenor sends “/roles NAME 成员”',
    },
  ) satisfies Text,
  another: (name: string, alliance: string): Text =>
    sentences(
      {
        zh: `${name}用初始化码成了「${alliance}」的召集人。`,
        en: `${name} has become convenor of “${alliance}” with a setup code.`,
      },
      {
        zh: `不认识的话请发「/角色 ${name} 来宾」`,
        en: `If you do not know them send “/roles ${name} 来宾”`,
      },
    ),
  nextGroup: {
    zh: '下一步：把我拉进联盟的群，在群里发「/启用」',
    en: 'Next: add me to the alliance’s group and send /here there',
  } satisfies Text,
  nextUnits: lines(
    {
      zh: '下一步：登记单位（私聊我就行），一行一个，例：',
      en: 'Next: tell me the units (in private is best), one a line, for example:',
    },
    { zh: '/单位 恒威集团', en: '/units 恒威集团' },
    { zh: '安康大药房 医疗', en: '安康大药房 医疗' },
  ) satisfies Text,
  nextLiaisons: (left: number): Text => ({
    zh: `下一步：请各单位的联络员进来（还差 ${left} 家），私聊我发「/邀请 全部」，各家的码一次给您`,
    en: `Next: a liaison for each unit (${left} to go). Send me in private: /invite all, for a code for each`,
  }),
  nextFixedDay: lines(
    {
      zh: '下一步：定固定日，到时我自己通知、报名、签到，例：',
      en: 'Next: the fixed days, which I announce by myself, for example:',
    },
    {
      zh: '/规则 新增 服务日 每月25日 9点 @天星广场',
      en: '/rules 新增 服务日 每月25日 9点 @天星广场',
    },
  ) satisfies Text,
  nextActivity: {
    zh: '都齐了。建一个活动试试，例：/活动 28日9点 清洁家园 @天星广场 30人',
    en: 'All is ready. Create an activity: /activity 28 Nov 9am Clean-up @square 30人',
  } satisfies Text,
  ready: {
    zh: '都齐了，看能做什么请发「/帮助」',
    en: 'All is ready. For what you can do send /help',
  } satisfies Text,
  changedSince: {
    zh: '设置后来又改过，不能撤销了。看现在的请发「/设置」',
    en: 'The settings have been changed since. To see them send /settings',
  } satisfies Text,
  settings: (alliance: string): Text => ({
    zh: `「${alliance}」的设置：`,
    en: `Settings of “${alliance}”:`,
  }),
  set: { zh: '改好了：', en: 'Changed:' } satisfies Text,
  now: { zh: '现在是：', en: 'Now:' } satisfies Text,
  announcementsADay: (most: number): Text => ({
    zh: `公告：每个群每天最多 ${most} 条`,
    en: `Announcements: ${most} a day in each group at most`,
  }),
  quiet: (from: string, to: string): Text => ({
    zh: `安静时段：${from}–${to}，这时候不发提醒和公告`,
    en: `Quiet hours: ${from}–${to}; no reminders and announcements then`,
  }),
  neverQuiet: { zh: '安静时段：没有', en: 'Quiet hours: none' } satisfies Text,
  dutyPhone: (phone: string | undefined): Text => ({
    zh: `值班电话：${phone ?? '没有'}`,
    en: `Duty phone: ${phone ?? 'none'}`,
  }),
  phoneSet: (isThere: boolean): Text => ({
    zh: isThere
      ? '值班电话记好了，有人报急事时告诉他。看设置请发「/设置」'
      : '好的，不留值班电话了。看设置请发「/设置」',
    en: isThere
      ? 'The duty phone is set; whoever reports an emergency is told. For the settings send /settings'
      : 'There is no duty phone any more. For the settings send /settings',
  }),
  reportSenders: (names: readonly string[]): Text => ({
    zh: `月报：由召集人${names.map((name) => `、${name}`).join('')}发`,
    en: `Reports: sent by the convenor${names.map((name) => `, ${name}`).join('')}`,
  }),
  whoSendsReports: {
    zh: '请写联络员的名字，例：/设置 月报 李雪梅。只由召集人发请写「/设置 月报 没有」',
    en: 'Name a liaison, for example: /settings 月报 李雪梅. For the convenor alone: /settings 月报 没有',
  } satisfies Text,
  howToSet: lines(
    {
      zh: '要改，例：/设置 公告 每天5条，/设置 安静 22:00-7:00，/设置 值班电话 12345',
      en: 'To change one, for example: /settings 公告 每天5条, /settings 安静 22:00-7:00, /settings 值班电话 12345',
    },
    {
      zh: '早报几点发请用「/早报 8:30」，固定日请用「/规则」，谁发月报请发「/设置 月报 李雪梅」',
      en: 'For the morning digest send “/digest 8:30”, for the fixed days /rules, for who sends reports “/settings 月报 李雪梅”',
    },
  ) satisfies Text,
  unknownSetting: {
    zh: '没看懂要改哪一项，没有改',
    en: 'I could not read which one; nothing was changed',
  } satisfies Text,
  howManyAnnouncements: {
    zh: '每个群每天最多几条公告？请写 1 到 20，例：/设置 公告 每天5条',
    en: 'How many announcements a day in each group? From 1 to 20, for example: /settings 公告 每天5条',
  } satisfies Text,
  howQuiet: {
    zh: '安静时段没看懂，最长 12 小时，例：/设置 安静 22:00-7:00；不要安静时段请发「/设置 安静 不要」',
    en: 'I could not read that; 12 hours at most, for example: /settings 安静 22:00-7:00, or for none: /settings 安静 不要',
  } satisfies Text,
  whichPhone: sentences(
    { zh: '值班电话没看懂，没有改。', en: 'I could not read that number.' },
    {
      zh: '例：/设置 值班电话 12345；不留请发「/设置 值班电话 没有」',
      en: 'For example: /settings 值班电话 12345, or for none: /settings 值班电话 没有',
    },
  ) satisfies Text,
  allianceIs: (name: string): Text => ({ zh: `您在「${name}」`, en: `You are in “${name}”` }),
  choose: (names: readonly string[], current: string | undefined): Text => {
    const list = names
      .map((name, index) => `${index + 1} ${name}${name === current ? ' ✓' : ''}`)
      .join('\n');
    return {
      zh: `您在这些联盟里：\n${list}\n换一个请发序号，例：/联盟 ${names.length}`,
      en: `You belong to:\n${list}\nTo change send its number: /alliance ${names.length}`,
    };
  },
  chooseAgain: {
    zh: '换回去请再发「/联盟」，选原来那个',
    en: 'To go back send /alliance again and choose the former one',
  } satisfies Text,
  chosen: (name: string): Text => ({
    zh: `好的，现在私聊里说的都是「${name}」的事`,
    en: `From now on this private chat is about “${name}”`,
  }),
  noAlliance: {
    zh: '您还不在任何联盟里。请在联盟的群里说一句「/帮助」，或者把邀请码发给我',
    en: 'You belong to no alliance yet. Say /help in its group, or send me your invitation code',
  } satisfies Text,
};
