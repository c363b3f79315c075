import type { Language, Text } from '../core/text.ts';

const languages: Readonly<Record<Language, Text>> = {
  zh: { zh: '简体中文', en: 'Simplified Chinese' },
  'zh-Hant': { zh: '繁体中文', en: 'Traditional Chinese' },
  en: { zh: '英文', en: 'English' },
};

export const texts = {
  nameNeeded: {
    zh: '码是对的。请把联盟的名字写在后面，例：/初始化 K7M2-9QXT 天星社区联盟',
    en: 'The code is right. Please add the alliance’s name: /setup K7M2-9QXT Star Alliance',
  } satisfies Text,
  convenor: (name: string, alliance: string): Text => ({
    zh: `${name}，您现在是「${alliance}」的召集人了。`,
    en: `${name}, you are now the convenor of “${alliance}”.`,
  }),
  setUpForGood: {
    zh: '初始化撤不回来。召集人定错了，请另一位召集人发「/角色 姓名 成员」',
    en: 'Setting up stays. If the convenor is the wrong one, another convenor sends “/roles NAME 成员”',
  } satisfies Text,
  another: (name: string, alliance: string): Text => ({
    zh: `${name}用初始化码成了「${alliance}」的召集人。不认识的话请发「/角色 ${name} 来宾」`,
    en: `${name} has become convenor of “${alliance}” with a setup code. If you do not know them send “/roles ${name} 来宾”`,
  }),
  ready: {
    zh: '都齐了。建一个活动试试，例：/活动 25日9点 清洁家园 @天星广场 30人',
    en: 'All is ready. Create an activity: /activity 25日9点 清洁家园 @天星广场 30人',
  } satisfies Text,
  inUse: (alliance: string, branch: string | undefined): Text => ({
    zh: `大家好，我是小联。这个群启用了，属于「${alliance}」${branch === undefined ? '' : `的${branch}`}。\n看我能做什么请发「/帮助」，看安排请发「日程」`,
    en: `Hello, I am the liaison bot. This group is in use now; it belongs to “${alliance}”${branch === undefined ? '' : `, ${branch}`}.\nTo see what I can do send /help, for what is coming 日程`,
  }),
  belongs: (branch: string | undefined, language: Language): Text => ({
    zh: `这个群属于${branch ?? '整个联盟'}，我在这里说${languages[language].zh}`,
    en: `This group belongs to ${branch ?? 'the whole alliance'}, and I speak ${languages[language].en} here`,
  }),
  changed: ({ zh, en }: Text): Text => ({ zh: `改好了：${zh}`, en: `Changed: ${en}` }),
  changedSince: {
    zh: '这个群后来又改过，不能撤销了。要改请发「/启用 分会」或「/启用 停用」',
    en: 'This group has been changed since. To change it send “/here BRANCH” or “/here off”',
  } satisfies Text,
  already: (alliance: string, branch: string | undefined): Text => ({
    zh: `这个群已经启用，属于「${alliance}」${branch === undefined ? '' : `的${branch}`}`,
    en: `This group is in use already; it belongs to “${alliance}”${branch === undefined ? '' : `, ${branch}`}`,
  }),
  noSuchBranch: (name: string): Text => ({
    zh: `没有叫「${name}」的分会。可以写：企业、学校、机关、社区、部队、社会组织，例：/启用 企业`,
    en: `There is no branch “${name}”. For example: /here 企业`,
  }),
  stopped: {
    zh: '好的，这个群停用了，我不再在这里发通知。要再用请发「/启用」',
    en: 'This group is not in use any more and gets no notices. To use it again send /here',
  } satisfies Text,
  notInUse: { zh: '这个群没有启用', en: 'This group is not in use' } satisfies Text,
  allianceIs: (name: string): Text => ({ zh: `您在「${name}」`, en: `You are in “${name}”` }),
  choose: (names: readonly string[], current: string | undefined): Text => {
    const list = names.map((name, index) => `${index + 1} ${name}${name === current ? ' ✓' : ''}`).join('\n');
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
