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
    '算(上)?(我|俺)(这|这个)?(老太婆|老头子|老汉|老婆子)(一个)?',
    '(加|添)(上)?我(一个|们)?',
    '(给|帮|替)?我?(记|登记)(上|一个|一下|下)',
    '(记|写|登记)(上|下)?(我|我们)(的)?(名|名字)',
    '报(上|个|一个)',
    '(给|帮|替)(我|俺|咱)(也)?(写|填|添|加|算|报|记)(上|进去|上去|一个|下)',
    '(给|帮|替)(我|俺|咱)(也)?(补|报|填|写)(上|个|一个)(名|名字)',
    '(排队|排|去|做|当|进|要)?(个|一个)?候补',
    '(给|帮)?(留|占)(个|一个)?(名额|位置)',
    '我(也)?(要|想)?(报|参加)(一个|个|这个|那个)',
    '(join|count me in|sign me up|signing up|sign up|put my name down)',
  ],
  weak: [
    '(想|要|想要|能|会|可以|愿意)?(去|来|到|参加|参与)(的)?',
    '(我|俺|咱)(也)?(去|来|到)(一个)?(的)?',
    '(能|要|想)?(来|去)参加',
    '能(来|去)',
    '(带|捎|叫|喊)(上|着)(我|我们)(一个|一起)?',
    '报',
    '(记|写|填)(上|上去|进去)',
    '(拟|计划|准备)?(派|选派|派出|出|委派|安排)(了)?',
    '举(个|一个)?(爪|手)',
    '(给|帮|替|为)我(们)?(排|占|留)(个|一个|一下|下)?(队|号|位|位子|座|座位)',
    '(一定|肯定|准时|按时)?(到|来|去)(场|参加)',
    '(一定|肯定|准时|按时|必)(会)?(到|来|去)',
    '(凑|来凑)(个)?(热闹|数)',
    '(加|算)(上|进)?(我|我们)(进去|在内|在里面)',
    '(我|我们|俺)要',
    "(i'm in|i'm coming|coming|me too|will come|come|be there|be joining)",
  ],
  slots: ['me', 'people', 'count', 'unit'],
  implied: [
    { slots: ['unit', 'count'], as: 'weak' },
    { slots: ['people', 'count'], as: 'weak' },
  ],
  beside: [
    '上车',
    '登记',
    '一(起|块儿|块|道|同)',
    '(隔壁|对门|楼上|楼下|同楼|邻居)(家|单元)?(的)?',
    '(帮忙|做义工|当义工|做志愿者|当志愿者)',
    '(列|名单|名字|我的名字|名额)',
    '志愿(服务|者)',
    '(律师|医生|大夫|护士|员工|社工|党员|干部|工作人员|同志|师傅|老师|代表)',
    '(留|占)?(个|一个)?(位|位置|位子)',
    '有空位叫我',
    '排队',
    '(要是|如果)?满了(的话)?',
    '(同事|职工|人手|小伙伴|姐妹|兄弟|骨干)(们)?',
    '还没(有)?报名的(人)?',
    '(别|不)?(多|另外)带',
  ],
  talk: [
    '(报名|签名)(费|表|处|点|链接|二维码|码|截止|时间|方式|条件|要求|系统|网站|平台|入口|通道|电话|单|须知|缴费|资格|流程)',
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

/** How many a unit brings: whom it names, or 恒威派4个同事来. */
function headsOf({ people, count, kin }: Pick<Said, 'people' | 'count' | 'kin'>) {
  if (people.length > 0) return people.length === count ? undefined : count;
  return count ?? (kin > 0 ? kin : undefined);
}

/** How many heads are meant in all; undefined where nothing is said of it. */
function headsIn({ subject, people, kin, proxy, count, more, unit }: Said): number | undefined {
  if (unit !== undefined) return headsOf({ people, count, kin });
  if (people.length > 0) return count;
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
    '(我|我们)?(的)?(人数|名额)?(改成|改为|改到|变成|变为|更正为|更正成|调整为|换成|减成|减到|加到|加成)',
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
    '(应该|应当|其实|实际|实际上)(是|有)?',
    '(不去|不来|去不了|来不了|去不成|来不成)(了)?',
    '(参加|来|去)',
    '(带|多带)',
  ],
  args: (said) => {
    // 王大妈改成两个: of her, and not of who says it.
    const who = said.me ? '' : said.people.join(' ');
    const before = who === '' ? (said.subject?.mine ?? 1) : 1;
    return {
      activity: said.subject?.number,
      count: said.count ?? before + (said.more ?? 0),
      ...(who === '' ? {} : { who }),
    };
  },
  typed: (subject, { count, people }) =>
    ['报名', `E${subject?.number ?? ''}`, ...people, `${count ?? 2}人`].join(' '),
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
