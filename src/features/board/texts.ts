import { lines, type Text } from '../../core/text.ts';

export const texts = {
  /** What the page says. It is in Chinese, as the hall reads it. */
  page: {
    title: (alliance: string) => `${alliance} 公告栏`,
    boxes: {
      next: '接下来',
      open: '等人认领',
      finished: '这个月办好的',
    },
    nothing: {
      next: '最近没有安排',
      open: '现在没有等认领的需求',
      finished: '这个月还没有办好的需求',
    },
    say: (words: string) => `在群里发「${words}」`,
    numbers: (month: string) => `${month}的数字`,
    made: (when: string) => `${when} 更新`,
    privacy: '电话、房号不上墙，名字本人同意才写',
  },
  on: (url: string | undefined): Text =>
    lines(
      {
        zh: '公告栏挂好了，有变化一分钟内更新。',
        en: 'The board is up; a change shows within a minute.',
      },
      url === undefined
        ? {
            zh: '网页写在服务器的文件夹里，还没有公开的网址，请管理员设置 BOARD_URL',
            en: 'Its page lies in a folder of the server; ask the administrator to set BOARD_URL',
          }
        : {
            zh: `${url}\n大屏请打开 ${url}wall.html，它自己会更新\n打印请打开 ${url}sheet.html，一张 A4，带码`,
            en: `${url}\nFor a screen on a wall: ${url}wall.html, which reloads itself\nTo print: ${url}sheet.html, one A4 sheet with the code`,
          },
      {
        zh: '扫下面的码能看。收起来请发「/公告栏 关」',
        en: 'Scan the code to see it. To take it down send “/board 关”',
      },
    ),
  off: {
    zh: '公告栏收起来了，一分钟内网页就没有了。再挂请发「/公告栏 开」，网址会换新的',
    en: 'The board is down; its page is gone within a minute. “/board 开” hangs it up at a new address',
  } satisfies Text,
  isOff: {
    zh: '公告栏没有挂。要挂请发「/公告栏 开」',
    en: 'There is no board. To hang it up send “/board 开”',
  } satisfies Text,
  nowhere: {
    zh: '这台机器没有设放公告栏的文件夹。请管理员设置 BOARD_DIR，再发「/公告栏 开」',
    en: 'This machine has no folder for boards. Ask the administrator to set BOARD_DIR, then send “/board 开”',
  } satisfies Text,
  changedSince: {
    zh: '公告栏后来又改过，撤不了。请发「/公告栏」看看',
    en: 'The board was changed since; see /board',
  } satisfies Text,
  asBefore: (isOn: boolean): Text => ({
    zh: isOn ? '公告栏还挂着' : '公告栏没有挂',
    en: isOn ? 'The board is up' : 'There is no board',
  }),
};
