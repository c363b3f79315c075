import { type Role, roleName } from '../../../core/roles.ts';
import { lines, sentences, type Text } from '../../../core/text.ts';

/** Accounts: what is said by /bind. */
export const bindingTexts = {
  welcomeLiaison: (name: string, unit: string): Text =>
    lines(
      {
        zh: `${name}，欢迎！您现在是${unit}的联络员了。`,
        en: `Welcome, ${name}! You are the liaison of ${unit} now.`,
      },
      {
        zh: `请本单位的人进来：私聊我发「/邀请」，把码转给他们；或者让他们在群里发「/加入单位 ${unit}」`,
        en: `To bring in its people send me /invite in private, or let them send “/joinunit ${unit}” in the group`,
      },
    ),
  youAre: (name: string, unit: string | undefined, role: Role): Text =>
    sentences(
      {
        zh: `绑定好了：您是${unit === undefined ? '' : `${unit}的`}${name}（${roleName[role].zh}）。`,
        en: `Done: you are ${name}${unit === undefined ? '' : ` of ${unit}`} (${roleName[role].en}).`,
      },
      { zh: '看您能做什么请发「/帮助」', en: 'For what you can do send /help' },
    ),
  mergeCode: (code: string): Text =>
    lines(
      {
        zh: '要把您在另一个平台的账号并过来：10 分钟内用那个账号私聊我发这一句（只能用一次，别给别人）：',
        en: 'To join your account on another platform, send me this from it in private within 10 minutes (once only, for nobody else):',
      },
      { zh: `/绑定 ${code}`, en: `/bind ${code}` },
    ),
  bindingStays: {
    zh: '绑定和合并撤不回来。绑错了请找召集人，发「/角色 姓名 来宾」就能改',
    en: 'Binding and merging stay. If it was wrong ask the convenor, who can send “/roles NAME 来宾”',
  } satisfies Text,
  needCode: {
    zh: '请把邀请码写在后面，例：/绑定 K7M2-9QXT。没有的话请向联络员要一个',
    en: 'Please add your invitation code: /bind K7M2-9QXT. If you have none ask your liaison',
  } satisfies Text,
  isSetupCode: {
    zh: '这是初始化码，请这样发：/初始化 码 联盟名称',
    en: 'This is a setup code. Send it as: /setup CODE NAME',
  } satisfies Text,
  codeRevoked: {
    zh: '这个码不能用了，请向给您码的人再要一个',
    en: 'This code cannot be used any more. Please ask for a new one',
  } satisfies Text,
  sameAccount: {
    zh: '您现在用的就是这个人。请换到另一个平台的账号，再私聊我发这个码',
    en: 'You are this person already. Send the code from your account on the other platform',
  } satisfies Text,
  sureToMerge: (name: string): Text =>
    lines(
      {
        zh: `这会把「${name}」的账号和您并成一个人，那个账号就有您的一切权限。`,
        en: `This makes the account of “${name}” and you one person, with all your rights.`,
      },
      {
        zh: '确实是您自己的账号，请在码后面加「确认」再发一次；是别人让您发的，千万别发',
        en: 'If it is your own account send it again with 确认 behind the code; if somebody asked you to, do not',
      },
    ),
  mergedInto: (name: string): Text => ({
    zh: `并好了：两个账号都是${name}，以前的报名、签到合在一起，没有重复计数`,
    en: `Done: both accounts are ${name}; sign-ups and attendance are joined, nothing is counted twice`,
  }),
  nowAbout: (alliance: string): Text => ({
    zh: `现在私聊里说的是「${alliance}」的事。换一个请发「/联盟」`,
    en: `This private chat is now about “${alliance}”. To change send /alliance`,
  }),
};
