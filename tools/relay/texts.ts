import type { RelayAnswer, RelayQuestion } from '../../src/admin/index.ts';
import { counted, lines, plain, series, type Text } from '../../src/core/text.ts';

type Why = RelayAnswer['left'][number]['why'];

/**
 * What is told to the liaison at the PC who carries the platform by hand; nothing of it goes to a
 * group.
 */
export const texts = {
  welcome: (platform: Text, groups: RelayAnswer['groups'], own: boolean): Text => {
    const other = groups[1]?.label;
    return lines(
      {
        zh: `代转${platform.zh}。${own ? '机器人没有在运行，先由这里替它开着' : '接上了正在运行的机器人'}`,
        en: [
          `Carrying ${platform.en}. `,
          `${own ? 'No bot runs, so it runs in here meanwhile' : 'Joined the bot that runs'}`,
        ].join(''),
      },
      groups.length === 0 ? noGroup : groupList(groups),
      {
        zh: '把群里的话连名字贴进来，例：张伟：签到 槐花',
        en: 'Paste what the group says with the name before it: 张伟：签到 槐花',
      },
      {
        zh: '当时说的可以带上时间，例：8:12 张伟：签到 槐花；私下说的写 张伟（私聊）：/帮助',
        en: 'The time may stand before it: 8:12 张伟：签到 槐花; said in private: 张伟（私聊）：/help',
      },
      other !== undefined && {
        zh: `换群先写一行，例：【群：${other}】`,
        en: `For another group write a line first: 【群：${other}】`,
      },
      {
        zh: '下面出现的话，请原样贴到它上面写的群里；「→」后面是人名的，私下发给本人',
        en: [
          'Paste what appears below into the group named above it; behind → ',
          'stands a person, who gets it in private',
        ].join(''),
      },
      { zh: '退出按 Ctrl+D', en: 'Leave with Ctrl+D' },
    );
  },
  setup: (code: string): Text => ({
    zh: `还没有召集人。请以召集人的身份贴一行（王芳换成召集人的名字）：\n王芳（私聊）：/初始化 ${code} 联盟的名字`,
    en: [
      `There is no convenor yet. Paste this as the convenor, with their name for `,
      `王芳:\n王芳（私聊）：/setup ${code} NAME OF THE ALLIANCE`,
    ].join(''),
  }),
  isIt: (question: RelayQuestion): Text => {
    if (question.kind === 'group')
      return {
        zh: `没有叫「${question.title}」的群，是新的群吗？是请回 y，不是请回 n`,
        en: `There is no group “${question.title}”. Is it a new one? y or n`,
      };
    const { name, choices } = question;
    const [only] = choices;
    if (only !== undefined && choices.length === 1)
      return {
        zh: `「${name}」是${only.who}本人吗？是请回 y，不是请回 n`,
        en: `Is “${name}” ${only.who} in person? y or n`,
      };
    const list = series(
      choices.map(({ who }, index) => plain(`${index + 1} ${who}`)),
      { zh: '，', en: ', ' },
    );
    return {
      zh: `「${name}」是哪一位？${list.zh}。请回数字，都不是请回 n`,
      en: `Who is “${name}”? ${list.en}. A number, or n for none`,
    };
  },
  taken: (
    count: number,
    acted: readonly { readonly who: string; readonly count: number }[],
  ): Text => {
    const zh = acted.map((one) => `${one.who} ${one.count} 条`).join('、');
    const en = acted.map((one) => `${one.who} ${one.count}`).join(', ');
    return {
      zh: `✓ 收了 ${count} 条${zh === '' ? '' : `，其中${zh}`}`,
      en: `✓ took ${count}${en === '' ? '' : `, of these ${en}`}`,
    };
  },
  left: {
    own: (count) => ({
      zh: `机器人自己的话 ${count} 条，没算`,
      en: `${counted(count, 'message')} of the bot itself did not count`,
    }),
    which: (count) => ({
      zh: `没写在哪个群，没收 ${count} 条。请先写一行【群：群名】，再贴一次`,
      en: `${count} not taken: in which group? Write a line 【群：NAME】 first, then paste again`,
    }),
    group: (count) => ({
      zh: `没有这个群，没收 ${count} 条。请看看【群：…】里的群名，再贴一次`,
      en: `${count} not taken: there is no such group. Look at the name in 【群：…】, then paste again`,
    }),
    when: (count) => ({
      zh: `时间没看懂，没收 ${count} 条。请这样写：8:12 张伟：签到 槐花`,
      en: `${count} not taken: the time is unclear. Write 8:12 张伟：签到 槐花`,
    }),
  } satisfies Record<Why, (count: number) => Text>,
  nobodys: (text: string): Text => ({
    zh: `没写是谁说的，没收：「${text}」。请这样写：张伟：签到 槐花`,
    en: `Not taken, nobody says it: “${text}”. Write 张伟：签到 槐花`,
  }),
  stuck: {
    zh: '机器人现在记不下来，没收的先留着，马上再试',
    en: 'The bot cannot keep anything now; what was not taken stays here and is tried again',
  } satisfies Text,
  away: (count: number): Text => ({
    zh: `机器人停了${count === 0 ? '' : `，还有 ${count} 条没收，先留着`}，等它回来`,
    en: [
      `The bot has stopped${count === 0 ? '' : `; ${count} not taken yet stay here`}. `,
      `Waiting for it`,
    ].join(''),
  }),
  back: { zh: '机器人回来了，接着转', en: 'The bot is back; going on' } satisfies Text,
  replaced: (own: boolean): Text => ({
    zh: `另一个窗口接着代转了，这里停下${own ? '。机器人开在这个窗口里，请先别关；都转完了再按 Ctrl+C' : ''}`,
    en: `Another window carries on; this one stops${own ? '. The bot runs in this window: do not close it yet; press Ctrl+C when all is carried' : ''}`,
  }),
  over: (owed: number, left: number): Text => {
    const zh = [
      '代转停了',
      ...(left === 0 ? [] : [`还有 ${left} 条没收，请再贴一次，带时间的不会记两遍`]),
      ...(owed === 0 ? [] : [`还有 ${owed} 条要转，下次打开再给您看`]),
    ];
    const en = [
      'Carrying has stopped',
      ...(left === 0 ? [] : [`${left} not taken: paste again; what has a time counts once`]),
      ...(owed === 0 ? [] : [`${owed} still to be carried are shown the next time`]),
    ];
    return { zh: zh.join('。'), en: en.join('. ') };
  },
};

const noGroup: Text = {
  zh: '还没有群。写一行【群：群名】，再让召集人说「/启用」，例：周敏：/启用',
  en: 'There is no group yet. Write a line 【群：NAME】, then the convenor says /here: 周敏：/here',
};

function groupList(groups: RelayAnswer['groups']): Text {
  const labels = groups.map(
    ({ label, branch }) => `${label}${branch === undefined ? '' : `（${branch}）`}`,
  );
  return { zh: `群：${labels.join('、')}`, en: `Groups: ${labels.join(', ')}` };
}
