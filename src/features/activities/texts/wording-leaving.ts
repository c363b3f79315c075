import type { Wording } from '../../../core/wording.ts';
import { signupTexts } from './sign-up.ts';

/* How people withdraw and say that they cannot come, in the notation of `expand`. */

const which = signupTexts.whichOne;

/** Who takes their word back. */
const QUIT_SURE = [
  '(取消|退出|退掉|退了|撤销|撤回|撤掉)(一下)?(我|我们)?(的|那个|这个)?报名(了)?',
  '(我|我们)?(的)?报名(都|全|全都|也)?(先|就|就先)?(帮我|给我)?(取消|退|退掉|退了|撤|撤销|撤掉|作废)(一下|掉|了)?',
  '(不|别)报名?了',
  '退报',
  '(退|退掉|退了|撤|撤掉|取消)(我|我们)?(的|那个|这个)?报名',
  '报名(作废|不算|退|撤)(了|掉|吧)?',
  '(取消|cancel) ?my (sign-?up|registration)',
  'take me off( the list)?',
];
const QUIT_STRONG = [
  '(把|将)(我|我们)(的)?(名字|名)?(给)?(划|删|去|拿|撤|取消|退|踢|除|抹|勾|刷)(掉|了|下来|出去|出来|脱)?',
  '(我|我们)(的)?(名字|名)(给)?(划|删|去|拿|撤|取消|退|踢|除|抹|勾)(掉|了|下来|出去|出来|脱)',
  '(退|退出|取消)(服务日|活动)',
  '(我|我们)(就)?(退出|退了|弃权|不报了|不报啦|不参加了|不凑热闹了)',
];
const QUIT_WEAK = [
  '(退|退出|退了|取消|算了|撤)(一下|掉|了)?',
  '不报(了|啦|咯)?',
  '(名额)?让(出来|给别人|给其他人)',
];

/** Who cannot come. */
const LEAVE_STRONG = [
  '请(个|一个|一下|天|次)?假(了)?',
  '(去|来|参加|到|赶)不(了|成|上|到|起|拢)(了|啦|咯|喽|唠|嘞|喇)',
  '(走|抽|脱)不(开|了)(身)?(了|啦|咯)?',
  '(去|来|到)不了(啦|咯|喽|喇)',
  '(去|来|嚟)唔(到|切)(喇|啦)?',
  '不(能|会|想|再)?(参加|参与|出席)了',
  '参加不了',
  '(不能|没法|没办法|无法)(去|来|参加|到|出席|到场|前来)(了)?',
  "(can't|cannot|can not|won't|unable to) (make it|come|join|attend|be there)( any ?more)?",
  "(i'm |i am )?(not coming|out)",
];
const LEAVE_WEAK = [
  '(去|来|到|赶)不(了|成|到|起|拢)',
  '不(去|来|参加|到)(了|成了|啦|咯|喽|嘞)?',
  '(我)?不行(了)?',
  '(去|来)不来了',
];
const LEAVE_BESIDE = [
  '改到',
  '改成',
  '到时',
  '这次',
  '(点|按|发|报|打|弄|搞|填|写)错(了|啦|咯)?',
  '(手滑|手抖|搞混|搞错|看错)(了)?(日子|时间)?',
  '(的)?活动',
  '了',
  '(说|讲|让我说|跟我说|告诉我)(了)?',
];

const withdrawing: Wording = {
  letter: 'e',
  minus: true,
  sure: QUIT_SURE,
  strong: QUIT_STRONG,
  weak: QUIT_WEAK,
  slots: ['me', 'count'],
  beside: [...LEAVE_STRONG, ...LEAVE_WEAK, ...LEAVE_BESIDE, '(名单|名额|名字)'],
  args: ({ subject }) => ({ activity: subject?.number }),
  typed: (subject) => `退出 E${subject?.number ?? ''}`,
  which,
};

/** Not the speaker, but who comes with them, or whom they have put down. */
const withdrawingOthers: Wording = {
  letter: 'e',
  invite: 'cancel-others',
  minus: true,
  needs: ['people'],
  sure: QUIT_SURE,
  strong: [...QUIT_STRONG, ...LEAVE_STRONG],
  weak: [...QUIT_WEAK, ...LEAVE_WEAK],
  slots: ['me', 'people', 'count'],
  beside: LEAVE_BESIDE,
  args: ({ subject, people, they }) => {
    const [only, ...others] = subject?.theirs ?? [];
    const theirs = they && only !== undefined && others.length === 0 ? [only] : [];
    return { activity: subject?.number, who: (people.length > 0 ? people : theirs).join(' ') };
  },
  typed: (subject, { people }) => `退出 E${subject?.number ?? ''} ${people[0] ?? '张三'}`,
  which,
};

/** Some of those who came with the speaker stay at home. */
const withdrawingKin: Wording = {
  ...withdrawingOthers,
  invite: 'cancel',
  args: ({ subject, people, kin, me, count }) => ({
    activity: subject?.number,
    ...(people.length > 0 ? { who: people.join(' ') } : {}),
    ...(me || people.length > 0 ? {} : { count: Math.max(kin, count ?? 0) }),
  }),
  typed: (subject) => `退出 E${subject?.number ?? ''}`,
};

export const withdrawWording: readonly Wording[] = [withdrawing, withdrawingKin, withdrawingOthers];

export const absentWording: Wording = {
  letter: 'e',
  strong: LEAVE_STRONG,
  weak: LEAVE_WEAK,
  slots: ['me'],
  beside: LEAVE_BESIDE,
  args: ({ subject }) => ({ activity: subject?.number }),
  typed: (subject) => `请假 E${subject?.number ?? ''}`,
  which,
};
