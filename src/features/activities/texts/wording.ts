import type { Said, Wording } from '../../../core/wording.ts';
import { signupTexts } from './sign-up.ts';

/* How people sign up, change how many they are and withdraw, in the notation of `expand`. */

const which = signupTexts.whichOne;

const joining: Wording = {
  letter: 'e',
  plus: true,
  sureWith: ['unit', 'count'],
  sure: [
    '报(个|一个|一下|下|上|上个|一|了个)?名(字)?(了)?',
    '报名参加',
    '参加报名',
    '补报(一个|个)?',
  ],
  strong: [
    '算(上)?我(一个|们)?',
    '(加|添)(上)?我(一个|们)?',
    '(给|帮|替)?我?(记|登记)(上|一个|一下|下)',
    '(记|写|登记)(上|下)?(我|我们)(的)?(名|名字)',
    '报(上|个|一个)',
    '登记',
    '(排队|排|去|做|当|进|要)?(个|一个)?候补',
    '(给|帮)?(留|占)(个|一个)?(名额|位置)',
    '(join|count me in|sign me up|signing up|sign up|put my name down)',
  ],
  weak: [
    '(想|要|想要|能|会|可以|愿意)?(去|来|到|参加|参与)(的)?',
    '(能|要|想)?(来|去)参加',
    '能(来|去)',
    '(带|捎|叫|喊)(上|着)(我|我们)(一个|一起)?',
    '报',
    '记上',
    '(拟|计划)?(派|选派|派出|出|委派|安排)',
    '举(个|一个)?(爪|手)',
    "(i'm in|i'm coming|coming|me too|will come|come)",
  ],
  slots: ['me', 'people', 'count', 'unit'],
  implied: [
    { slots: ['unit', 'count'], as: 'weak' },
    { slots: ['people', 'count'], as: 'weak' },
  ],
  beside: [
    '上车',
    '一(起|块儿|块|道|同)',
    '(列|名单|名字|我的名字|名额)',
    '志愿(服务|者)',
    '(律师|医生|大夫|护士|员工|社工|党员|干部|工作人员|同志|师傅|老师|代表)',
    '(留|占)?(个|一个)?(位|位置|位子)',
    '有空位叫我',
    '排队',
    '满了',
    '还没(有)?报名的(人)?',
    '(别|不)?(多|另外)带',
  ],
  past: 'talk',
  args: (said) => {
    const { subject } = said;
    const who = whoIn(said);
    const count = headsIn(said);
    return {
      activity: subject?.number,
      ...(count === undefined ? {} : { count }),
      ...(who === '' ? {} : { who }),
    };
  },
  asks: (subject, { kin, proxy, people, me, count, unit }) => {
    const isSomebody = proxy && kin > 0 && people.length === 0 && unit === undefined && !me;
    const number = subject === undefined ? '' : ` E${subject.number}`;
    return isSomebody && kin + (count ?? 1) < 3
      ? {
          text: {
            zh: '好的，他（她）怎么称呼？请回姓名，例：王秀兰',
            en: 'All right. What is their name?',
          },
          open: `/报名${number} {}`,
        }
      : undefined;
  },
  typed: (subject, said) => {
    if (subject === undefined) return '+1';
    const count = headsIn(said);
    return [count === undefined ? '报名' : `+${count}`, `E${subject.number}`, whoIn(said)]
      .filter(Boolean)
      .join(' ');
  },
  which,
};

/** Names as `报名` reads them: a unit, others, the speaker. */
function whoIn(said: Said): string {
  const { people, unit, me, proxy } = said;
  if (unit !== undefined && !namesAll(said)) return unit;
  const isForMe = me && !proxy;
  return [...(isForMe && people.length > 0 ? ['我'] : []), ...people].join(' ');
}

/** 律所报名：高远、小董: a unit that names each of those who come. */
function namesAll({ people, count }: Said): boolean {
  return people.length > 0 && (count === undefined || count === people.length);
}

/** How many heads are meant in all; undefined where nothing is said of it. */
function headsIn({ subject, people, kin, proxy, count, more, unit }: Said): number | undefined {
  if (unit !== undefined && people.length > 0) return people.length === count ? undefined : count;
  if (unit !== undefined || people.length > 0) return count;
  const told = kin > 0 ? Math.max(count ?? 0, proxy ? 1 : 1 + kin) : count;
  return more === undefined || told !== undefined ? told : (subject?.mine ?? 1) + more;
}

/** Somebody who is in comes with more or fewer. */
const resizing: Wording = {
  letter: 'e',
  invite: 'resize',
  needs: ['count'],
  sure: ['报名(的)?人数(改|改成|改为|变|变成|是|为|更正为)(一下)?'],
  strong: [
    '(我|我们)?(的)?(人数|名额)?(改成|改为|改到|变成|变为|更正为|更正成|调整为|换成)',
    '(更正|改|订正|纠正|变更)(一下|下)?(报名|人数|我的报名)?',
    '(只|就)(有|剩|来|去)?(我|我们)',
    '(写|报|说|打|填)(错|少|多)了',
    '(我)?(应该)?(说)?错了',
  ],
  weak: ['改', '是', '(一共|总共|共)', '(再|多)', '只(有|剩|来|去)', 'make it'],
  slots: ['me', 'people', 'count'],
  implied: [{ slots: ['count'], as: 'weak' }],
  beside: [
    '(报名|我的报名)(人数|的人数)?(这边)?',
    '(人数|名额)',
    '(不去|不来|去不了|来不了|去不成|来不成)(了)?',
    '(参加|来|去)',
    '(带|多带)',
  ],
  args: (said) => ({
    activity: said.subject?.number,
    count: said.count ?? (said.subject?.mine ?? 1) + (said.more ?? 0),
  }),
  typed: (subject, { count }) => `报名 E${subject?.number ?? ''} ${count ?? 2}人`,
  which,
};

/** 报两个，我和我妹: of whom it is said leaves no doubt what 报 means. */
const { plus: _, ...joiningByWords } = joining;
const joiningTogether: Wording = {
  ...joiningByWords,
  sure: [],
  strong: [],
  weak: ['(报|加|添|占|来)(上|个)?(名额|位)?'],
  sureWith: ['count', 'people'],
  needs: ['count', 'people'],
  implied: [],
};

export const signupWording: readonly Wording[] = [joining, joiningTogether, resizing];

/** Who takes their word back. */
const QUIT_SURE = [
  '(取消|退出|退掉|退了|撤销|撤回|撤掉)(一下)?(我|我们)?(的|那个|这个)?报名(了)?',
  '(我|我们)?(的)?报名(帮我|给我)?(取消|退|退掉|退了|撤|撤销|撤掉|作废)(一下|掉|了)?',
  '(不|别)报名?了',
  '退报',
  '(取消|cancel) ?my (sign-?up|registration)',
  'take me off( the list)?',
];
const QUIT_STRONG = [
  '(把|将)(我|我们)(的)?(名字|名)?(给)?(划|删|去|拿|撤|取消|退)(掉|了|下来)?',
  '(我|我们)(的)?(名字|名)(给)?(划|删|去|拿|撤|取消|退)(掉|了|下来)',
  '(退|退出|取消)(服务日|活动)',
  '(我|我们)(退出|退了|弃权)',
];
const QUIT_WEAK = ['(退|退出|退了|取消|算了|撤)(一下|掉|了)?', '(名额)?让(出来|给别人|给其他人)'];

/** Who cannot come. */
const LEAVE_STRONG = [
  '请(个|一个|一下|天|次)?假(了)?',
  '(去|来|参加|到|赶)不(了|成|上)了',
  '不(能|会|想|再)?(参加|参与|出席)了',
  '参加不了',
  '(不能|没法|没办法|无法)(去|来|参加|到|出席|到场|前来)(了)?',
  "(can't|cannot|can not|won't|unable to) (make it|come|join|attend|be there)( any ?more)?",
  "(i'm |i am )?(not coming|out)",
];
const LEAVE_WEAK = [
  '(去|来|到|赶)不(了|成)',
  '不(去|来|参加|到)(了|成了)?',
  '(我)?不行(了)?',
  '(去|来)不来了',
];
const LEAVE_BESIDE = ['改到', '改成', '到时', '这次', '(的)?活动', '了'];

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
