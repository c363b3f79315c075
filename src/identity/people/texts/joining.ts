import type { Role } from '../../../core/roles.ts';
import type { Text } from '../../../core/text.ts';
import { roleName } from './setting.ts';

/** Coming in: invitations, wishes to join, one person on two platforms. */
export const joining = {
  nobodyCalled: (name: string): Text => ({
    zh: `成员里没有叫「${name}」的。来宾要先凭邀请码成为成员，请私聊我发「/邀请 单位」`,
    en: `No member is called “${name}”. Guests become members by a code: send me /invite UNIT in private`,
  }),
  notOnList: (name: string, units: Text): Text => ({
    zh: `没有叫「${name}」的单位，名单里也没有这个人。单位有：${units.zh || '还没有，请先发「/单位 名称」'}`,
    en: `No unit is called “${name}”, and nobody on the list. Units: ${units.en || 'none yet; first send /units NAME'}`,
  }),
  hasAccount: (name: string): Text => ({
    zh: `${name}已经进来了，不用再邀请。请别的人，例：/邀请 恒威`,
    en: `${name} is in already. To invite others, for example: /invite 恒威`,
  }),
  severalCalled: (name: string): Text => ({
    zh: `叫「${name}」的不止一位，请把单位写在前面，例：恒威 ${name}`,
    en: `There are several people called “${name}”. Put their unit in front, for example: 恒威 ${name}`,
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
    zh: `${count} 家单位的码，请各转给一位联络员，10 分钟内私聊我发那一句（别发到群里），谁进来了我告诉您：`,
    en: `Codes for ${count} units. Pass one to the liaison of each, to be sent to me in private within 10 minutes (not in a group). I tell you who comes in:`,
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
  invitation: (unit: string, role: Role, code: string): Text => ({
    zh: `请${unit}的${roleName[role].zh}在 10 分钟内私聊我发这一句（只能用一次，别发到群里）：\n/绑定 ${code}`,
    en: `The ${roleName[role].en} of ${unit} should send me this in private within 10 minutes (once only, not in a group):\n/bind ${code}`,
  }),
  invitationFor: (name: string, code: string): Text => ({
    zh: `请${name}在 10 分钟内私聊我发这一句（只能用一次，别发到群里）：\n/绑定 ${code}`,
    en: `${name} should send me this in private within 10 minutes (once only, not in a group):\n/bind ${code}`,
  }),
  whichUnit: (called: string | undefined, units: Text): Text => ({
    zh: `${called === undefined ? '要加入哪个单位？' : `没有叫「${called}」的单位。`}现有：${units.zh}\n例：/加入单位 恒威`,
    en: `${called === undefined ? 'Which unit?' : `There is no unit “${called}”.`} There are: ${units.en}\nFor example: /joinunit 恒威`,
  }),
  alreadyIn: (name: string, unit: string): Text => ({
    zh: `${name}已经是${unit}的成员了`,
    en: `${name} is a member of ${unit} already`,
  }),
  asked: (unit: string, names: readonly string[], number: number): Text => ({
    zh: `申请 ${number} 记下了，已转给${names.join('、')}。${unit}的联络员回「同意 ${number}」就好`,
    en: `Wish ${number} to join ${unit} was passed on to ${names.join(', ')}, who can answer “/agree ${number}”`,
  }),
  pleaseAnswer: (number: number, name: string, unit: string): Text => ({
    zh: `申请 ${number}：${name}想加入${unit}。确认是本人的话请回「同意 ${number}」，不是请回「不同意 ${number}」`,
    en: `Wish ${number}: ${name} would like to join ${unit}. If you know them send “/agree ${number}”, else “/disagree ${number}”`,
  }),
  joiningLine: (number: number, name: string | undefined): Text => ({
    zh: `${number} ${name ?? '无名'}`,
    en: `${number} ${name ?? 'nobody'}`,
  }),
  whichJoining: (list: Text, first: number): Text => ({
    zh: `有几个人在申请：${list.zh}。请带上编号，例：同意 ${first}`,
    en: `Several people are asking: ${list.en}. Give the number, for example: /agree ${first}`,
  }),
  nobodyAsks: {
    zh: '现在没有人申请加入您的单位',
    en: 'Nobody is asking to join your unit',
  } satisfies Text,
  noSuchJoining: {
    zh: '没有这个申请，可能已经办了',
    en: 'There is no such wish; it may have been answered',
  } satisfies Text,
  wishGone: (number: number): Text => ({
    zh: `申请 ${number} 撤回了。再要加入请发「/加入单位」`,
    en: `Wish ${number} is withdrawn. To ask again send /joinunit`,
  }),
  wishFor: (number: number, unit: string): Text => ({
    zh: `申请 ${number} 还是加入${unit}，等联络员答复`,
    en: `Wish ${number} is to join ${unit} again, and waits for an answer`,
  }),
  needNotAnswer: (number: number, name: string): Text => ({
    zh: `申请 ${number}：${name}撤回了，不用答复`,
    en: `Wish ${number}: ${name} has withdrawn it; no answer is needed`,
  }),
  asBefore: (name: string): Text => ({
    zh: `${name}的单位还和原来一样`,
    en: `${name}’s unit is as before`,
  }),
  wishAnswered: {
    zh: '这个申请后来又有变化，不能撤销了。要改请召集人发「/角色 姓名 来宾」或「/角色 单位 姓名 成员」',
    en: 'That wish has been dealt with since. The convenor can change it: /roles NAME 来宾, or /roles UNIT NAME 成员',
  } satisfies Text,
  unitedForGood: {
    zh: '账号已经和名单上的本人并成一个，撤不回来了。不对的话请召集人发「/角色 姓名 来宾」',
    en: 'The account is one with the person on the list now, for good. If it is wrong the convenor sends “/roles NAME 来宾”',
  } satisfies Text,
  stillAsking: (number: number, name: string | undefined): Text => ({
    zh: `申请 ${number}（${name ?? '无名'}）还在等答复，请回「同意 ${number}」或「不同意 ${number}」`,
    en: `Wish ${number} (${name ?? 'nobody'}) is waiting again; answer “/agree ${number}” or “/disagree ${number}”`,
  }),
  waitsAgain: (unit: string): Text => ({
    zh: `刚才的答复不算，您加入${unit}的申请还在等联络员答复`,
    en: `That answer was taken back; your wish to join ${unit} is waiting again`,
  }),
  accepted: (name: string, unit: string): Text => ({
    zh: `好的，${name}现在是${unit}的成员了`,
    en: `${name} is a member of ${unit} now`,
  }),
  declined: (number: number): Text => ({
    zh: `好的，申请 ${number} 没有通过`,
    en: `Wish ${number} is declined`,
  }),
  notAccepted: (unit: string): Text => ({
    zh: `${unit}的联络员没有通过您的申请。有疑问请在群里问问他`,
    en: `The liaison of ${unit} has not accepted your wish. Please ask them in the group`,
  }),
  welcome: (name: string, unit: string): Text => ({
    zh: `${name}，欢迎！您现在是${unit}的成员了。看您能做什么请发「/帮助」`,
    en: `Welcome, ${name}! You are a member of ${unit} now. For what you can do send /help`,
  }),
  welcomeLiaison: (name: string, unit: string): Text => ({
    zh: `${name}，欢迎！您现在是${unit}的联络员了。\n请本单位的人进来：私聊我发「/邀请」，把码转给他们；或者让他们在群里发「/加入单位 ${unit}」`,
    en: `Welcome, ${name}! You are the liaison of ${unit} now.\nTo bring in its people send me /invite in private, or let them send “/joinunit ${unit}” in the group`,
  }),
  youAre: (name: string, unit: string | undefined, role: Role): Text => ({
    zh: `绑定好了：您是${unit === undefined ? '' : `${unit}的`}${name}（${roleName[role].zh}）。看您能做什么请发「/帮助」`,
    en: `Done: you are ${name}${unit === undefined ? '' : ` of ${unit}`} (${roleName[role].en}). For what you can do send /help`,
  }),
  mergeCode: (code: string): Text => ({
    zh: `要把您在另一个平台的账号并过来：10 分钟内用那个账号私聊我发这一句（只能用一次，别给别人）：\n/绑定 ${code}`,
    en: `To join your account on another platform, send me this from it in private within 10 minutes (once only, for nobody else):\n/bind ${code}`,
  }),
  codeStays: {
    zh: '邀请码撤不回，10 分钟后自己作废。给错了人就别再转了，需要时再发「/邀请」',
    en: 'A code cannot be taken back; it ends by itself in 10 minutes. For another one send /invite',
  } satisfies Text,
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
  sureToMerge: (name: string): Text => ({
    zh: `这会把「${name}」的账号和您并成一个人，那个账号就有您的一切权限。\n确实是您自己的账号，请在码后面加「确认」再发一次；是别人让您发的，千万别发`,
    en: `This makes the account of “${name}” and you one person, with all your rights.\nIf it is your own account send it again with 确认 behind the code; if somebody asked you to, do not`,
  }),
  mergedInto: (name: string): Text => ({
    zh: `并好了：两个账号都是${name}，以前的报名、签到合在一起，没有重复计数`,
    en: `Done: both accounts are ${name}; sign-ups and attendance are joined, nothing is counted twice`,
  }),
  nowAbout: (alliance: string): Text => ({
    zh: `现在私聊里说的是「${alliance}」的事。换一个请发「/联盟」`,
    en: `This private chat is now about “${alliance}”. To change send /alliance`,
  }),
};
