import type { AnyCommand } from '../core/command.ts';
import type { Loss } from '../core/records.ts';
import { type Role, roleGroup } from '../core/roles.ts';
import { lines, plain, sentences, type Text, titled } from '../core/text.ts';
import type { ConnectionStatus, Trouble } from '../ports/chat.ts';

const lossName: Readonly<Record<Loss, Text>> = {
  gone: { zh: '原图已经取不到了', en: 'it is not there any more' },
  late: { zh: '等了一天也没取到', en: 'it could not be fetched for a day' },
  large: { zh: '超过 10 MB，或像素太多', en: 'larger than 10 MB, or too many pixels' },
  unknown: { zh: '不是认得的图片', en: 'not a picture that I know' },
};

/** Of a connection whose adapter does not say what is wrong. */
const UNKNOWN: Trouble = {
  code: 'unknown',
  reason: { zh: '不知道为什么', en: 'nobody knows why' },
  advice: { zh: '我会一直再连，请看看网络', en: 'I keep trying; please look at the network' },
};

export const texts = {
  /** What was said in private of something that stands in groups. */
  groupsRead: (groups: Text, news: string): Text => ({
    zh: `${groups.zh}会看到：${news}`,
    en: `${groups.en} will read: ${news}`,
  }),
  groupsTold: (groups: Text): Text => ({
    zh: `${groups.zh}也看得到`,
    en: `${groups.en} can see it too`,
  }),
  sorry: sentences(
    {
      zh: '抱歉，这条我没处理好，已经记下来给管理员看。',
      en: 'Sorry, something went wrong on my side and was noted.',
    },
    { zh: '请稍后再发一次，或发「/帮助」', en: 'Please try again later, or send /help' },
  ) satisfies Text,
  sayAgain: {
    zh: '刚才没有记下来，请再发一次',
    en: 'That could not be kept just now. Please send it again',
  } satisfies Text,
  unreadable: {
    zh: '现在记不了：这个联盟的记录读不出来。请告诉管理员，日志里写着是哪个文件',
    en: 'I cannot keep anything now: the records of this alliance cannot be read. Please tell the administrator; the log names the file',
  } satisfies Text,
  whoAreYou: {
    zh: '匿名发言我看不出是谁。是您本人的话请点下面的按钮，或关掉匿名再发一次',
    en: 'I cannot see who speaks anonymously. Press the button below, or send it again as yourself',
  } satisfies Text,
  speakAsYourself: {
    zh: '匿名发言我看不出是谁，请关掉匿名再发一次',
    en: 'I cannot see who speaks anonymously. Please send it again as yourself',
  } satisfies Text,
  notByLink: {
    zh: '链接不能替人说这句，请自己发',
    en: 'A link cannot say this for you. Please send it yourself',
  } satisfies Text,
  filesInWork: (done: number, all: number): Text =>
    all === 1
      ? { zh: '文件还在做，请稍等', en: 'The file is being made, please wait' }
      : {
          zh: `文件还在做，请稍等（做好 ${done}/${all}）`,
          en: `The files are being made, please wait (${done} of ${all} done)`,
        },
  filesMade: (all: number): Text => ({
    zh: all === 1 ? '文件做好了，在下面' : `${all} 个文件做好了，在下面`,
    en: all === 1 ? 'The file is made; it is below' : `The ${all} files are made; they are below`,
  }),
  noDocument: {
    zh: '文件没做成，请过一会儿再试一次',
    en: 'A file could not be made. Please try again in a while',
  } satisfies Text,
  hearsLittle: lines(
    {
      zh: '我在这个群里只听得到英文命令（如 /help、/signup）、对我消息的回复和按钮。',
      en: 'Here I only get commands such as /help and /signup, replies to my messages, and buttons.',
    },
    {
      zh: '想让「+1」「签到」直接有用，请群主把我设为管理员',
      en: 'Make me an admin of the group and I will understand “+1” and “check in” as well',
    },
  ) satisfies Text,
  setUpFirst: sentences(
    {
      zh: '这个群还没有启用，联盟也还没有建。',
      en: 'This group is not in use yet, and there is no alliance.',
    },
    {
      zh: '请召集人先私聊我发「/初始化 初始化码 联盟的名字」（码问管机器的人），再在这里发「/启用」',
      en: 'First the convenor sends me /setup CODE NAME in private (whoever runs me has the code), then /here in this group',
    },
  ) satisfies Text,
  groupNotBound: {
    zh: '这个群还没有启用。请召集人在这里发「/启用」',
    en: 'This group is not in use yet. The convenor can send /here in it',
  } satisfies Text,
  chooseFirst: sentences(
    {
      zh: '这个群还没有启用，您又在几个联盟里。',
      en: 'This group is not in use yet, and you belong to several alliances.',
    },
    {
      zh: '请先私聊我发「/联盟」选好，再在这里发「/启用」',
      en: 'First choose one: send me /alliance in private, then /here in this group',
    },
  ) satisfies Text,
  noAlliance: lines(
    {
      zh: '您好，我是小联。这里还没有联盟。',
      en: 'Hello, I am the liaison bot. There is no alliance yet.',
    },
    {
      zh: '请把启动时打印的初始化码发给我，后面写联盟的名字，例：/初始化 K7M2-9QXT 天星社区联盟',
      en: 'Send me the setup code that was printed at the start, and the alliance’s name: /setup K7M2-9QXT Star Alliance',
    },
  ) satisfies Text,
  sendCode: {
    zh: '您好，我是小联。我还不认识您：请在您的联盟群里对我说一句「/帮助」，或者把邀请码私聊发给我，例：/绑定 K7M2-9QXT',
    en: 'Hello, I am the liaison bot. I do not know you yet: say /help in your alliance’s group, or send me your invitation code: /bind K7M2-9QXT',
  } satisfies Text,
  photoLost: (why: Loss): Text => ({
    zh: `这张照片没能存下来（${lossName[why].zh}），请换一张再发一次`,
    en: `This photo could not be kept (${lossName[why].en}). Please send another one`,
  }),
  photosMissing: (count: number, why: Loss): Text => ({
    zh: `有 ${count} 张照片没能存下来（${lossName[why].zh}）`,
    en: `Photos that could not be kept: ${count} (${lossName[why].en})`,
  }),
  photosComing: (count: number): Text => ({
    zh: `有 ${count} 张照片还在取，请过一会儿再看`,
    en: `Photos still on their way: ${count}. Please look again in a while`,
  }),
  whichAlliance: (names: readonly string[]): Text => {
    const list = names.map((name, index) => `${index + 1} ${name}`).join('\n');
    return lines(
      { zh: `您在 ${names.length} 个联盟里：`, en: `You belong to ${names.length} alliances:` },
      plain(list),
      { zh: '先选现在说的是哪一个，例：/联盟 1', en: 'First choose the one you mean: /alliance 1' },
    );
  },
  notYourRole: (who: Role): Text =>
    who === 'member'
      ? sentences(
          { zh: '这件事要成员来做。', en: 'This is for members.' },
          {
            zh: '加入请发「/加入单位 单位名」，能做什么请看「/帮助」',
            en: 'To become one send /joinunit UNIT; to see what you can do send /help',
          },
        )
      : {
          zh: `这件事要${roleGroup[who].zh}来做。看您能做什么请发「/帮助」`,
          en: `This is for ${roleGroup[who].en}. To see what you can do send /help`,
        },
  /** `kept`: the platform keeps what is said meanwhile, and gives it when it is back. */
  connectionDown: (
    title: Text,
    { state, why = UNKNOWN }: ConnectionStatus,
    since: Text,
    kept: boolean,
  ): Text => {
    const { reason, advice } = why;
    if (why.repliesOnly)
      return titled(
        title,
        lines(
          {
            zh: `${reason.zh}，通知留到有空额再发。`,
            en: 'keeps what is left of the day for answers; notices wait until there is room.',
          },
          { zh: '看情况请发「/状态」', en: 'To see more send /status' },
        ),
      );
    if (state === 'slow')
      return titled(
        title,
        lines(
          sentences(
            { zh: `先停发一会儿：${reason.zh}。`, en: `sends nothing for a while: ${reason.en}.` },
            { zh: '收消息照常，要发的留着。', en: 'It still listens; what is to be sent waits.' },
          ),
          { zh: '看情况请发「/状态」', en: 'To see more send /status' },
        ),
      );
    const meanwhile: Text = kept
      ? {
          zh: '这期间说的，一天内连上了我再处理',
          en: 'What is said there I deal with when it is back within a day',
        }
      : { zh: '这期间群里说的我收不到', en: 'What is said there does not reach me' };
    return titled(
      title,
      lines(
        {
          zh: `断了，${since.zh} 起：${reason.zh}。`,
          en: `is down since ${since.en}: ${reason.en}.`,
        },
        { zh: `${meanwhile.zh}，要发的先留着。`, en: `${meanwhile.en}; what is to be sent waits.` },
        { zh: `${advice.zh}。看情况请发「/状态」`, en: `${advice.en}. To see more send /status` },
      ),
    );
  },
  missed: (title: Text, span: Text): Text =>
    titled(
      title,
      lines(
        {
          zh: `连上了。${span.zh} 群里说的我没收到，请大家把那时的报名、签到再发一次。`,
          en: `is back. What was said ${span.en} did not reach me: please have sign-ups and check-ins of that time said again.`,
        },
        { zh: '补签到请发「/补签 E7 姓名」', en: 'To enter a check-in late: /correct E7 name' },
      ),
    ),
  connectionBack: (title: Text): Text =>
    titled(title, {
      zh: '好了，可以照常用。看情况请发「/状态」',
      en: 'works again. To see more send /status',
    }),
  bindAgain: (title: Text): Text =>
    lines(
      {
        zh: `${title.zh}重新登录，群和账号的编号都换了，要重新认一遍；认之前那边的群收不到通知，谁的身份也不算。`,
        en: `${title.en} was logged in anew and all its ids have changed. Until they are bound again its groups get no notices and nobody there has a role.`,
      },
      {
        zh: `1 在这里发「/绑定」拿码，10 分钟内在${title.zh}私聊我发「/绑定 码」`,
        en: `1 Send /bind here for a code, and within 10 minutes send me /bind CODE in private on ${title.en}`,
      },
      { zh: '2 到原来的每个群里发「/启用」', en: '2 Send /here in each of the groups' },
      {
        zh: '3 联络员和成员：私下给他们「/邀请 姓名」的码',
        en: '3 Liaisons and members: give them the code of /invite NAME',
      },
    ),
  elsewhere: (command: AnyCommand): Text =>
    command.scope === 'private'
      ? { zh: `请私聊我发「/${command.zhName}」`, en: `Please send me /${command.name} in private` }
      : { zh: `请在群里发「/${command.zhName}」`, en: `Please send /${command.name} in the group` },
};
