import type { RelayAnswer, RelayQuestion } from '../../src/admin/index.ts';

/**
 * What is told to the liaison at the PC who carries the platform by hand; nothing of it goes to a
 * group.
 */
export const texts = {
  welcome: (platform: string, groups: RelayAnswer['groups'], own: boolean): string => {
    const list = groups
      .map(({ label, branch }) => `${label}${branch === undefined ? '' : `（${branch}）`}`)
      .join('、');
    return [
      `代转${platform}。${own ? '机器人没有在运行，先由这里替它开着' : '接上了正在运行的机器人'}`,
      list === ''
        ? '还没有群。写一行【群：群名】，再让召集人说「/启用」，例：周敏：/启用'
        : `群：${list}`,
      '把群里的话连名字贴进来，例：张伟：签到 槐花',
      '当时说的可以带上时间，例：8:12 张伟：签到 槐花；私下说的写 张伟（私聊）：/我的',
      ...(groups.length > 1 ? [`换群先写一行，例：【群：${groups[1]?.label}】`] : []),
      '下面出现的话，请原样贴到它上面写的群里；「→」后面是人名的，私下发给本人',
      '退出按 Ctrl+D',
    ].join('\n');
  },
  isIt: (question: RelayQuestion): string => {
    if (question.kind === 'group')
      return `没有叫「${question.title}」的群，是新的群吗？是请回 y，不是请回 n`;
    const { name, choices } = question;
    const [only] = choices;
    if (only !== undefined && choices.length === 1)
      return `「${name}」是${only.who}本人吗？是请回 y，不是请回 n`;
    const list = choices.map(({ who }, index) => `${index + 1} ${who}`).join('，');
    return `「${name}」是哪一位？${list}。请回数字，都不是请回 n`;
  },
  taken: (
    count: number,
    acted: readonly { readonly who: string; readonly count: number }[],
  ): string => {
    const who = acted.map((one) => `${one.who} ${one.count} 条`).join('、');
    return `✓ 收了 ${count} 条${who === '' ? '' : `，其中${who}`}`;
  },
  left: {
    own: (count: number): string => `机器人自己的话 ${count} 条，没算`,
    which: (count: number): string =>
      `没写在哪个群，没收 ${count} 条。请先写一行【群：群名】，再贴一次`,
    group: (count: number): string =>
      `没有这个群，没收 ${count} 条。请看看【群：…】里的群名，再贴一次`,
    when: (count: number): string => `时间没看懂，没收 ${count} 条。请这样写：8:12 张伟：签到 槐花`,
  } satisfies Record<RelayAnswer['left'][number]['why'], (count: number) => string>,
  nobodys: (text: string): string => `没写是谁说的，没收：「${text}」。请这样写：张伟：签到 槐花`,
  stuck: '机器人现在记不下来，没收的先留着，马上再试',
  away: (count: number): string =>
    `机器人停了${count === 0 ? '' : `，还有 ${count} 条没收，先留着`}，等它回来`,
  back: '机器人回来了，接着转',
  replaced: (own: boolean): string =>
    `另一个窗口接着代转了，这里停下${own ? '。机器人开在这个窗口里，请先别关；都转完了再按 Ctrl+C' : ''}`,
  over: (owed: number, left: number): string =>
    [
      '代转停了',
      ...(left === 0 ? [] : [`还有 ${left} 条没收，请再贴一次，带时间的不会记两遍`]),
      ...(owed === 0 ? [] : [`还有 ${owed} 条要转，下次打开再给您看`]),
    ].join('。'),
};
