import type { Text } from '../../src/core/text.ts';

export const texts = {
  hello: {
    zh: '联络 · 安装\n几个问题，两三分钟。直接回车就用方括号里的。随时按 Ctrl+C 退出，什么都不会改。\n',
    en: [
      'lianluo · set-up\nA few questions, two or three minutes. Enter takes what ',
      'stands in brackets. Ctrl+C leaves and changes nothing.\n',
    ].join(''),
  },
  alliance: {
    zh: '联盟叫什么名字？[幸福里联盟] ',
    en: 'What is the alliance called? [幸福里联盟] ',
  },
  platforms: {
    zh: '机器人接在哪里？可以写几个，例：1 3\n  1 Telegram\n  2 微信（有网关）\n  3 微信（没有网关，联络员在电脑上代转）\n> ',
    en: [
      'Where does the bot live? Several may be chosen, such as 1 3\n  1 ',
      'Telegram\n  2 WeChat (through a gateway)\n  3 WeChat (no gateway: a ',
      'liaison carries it by hand)\n> ',
    ].join(''),
  },
  choose: { zh: '请写 1、2、3 里的一个或几个：', en: 'One or several of 1, 2, 3: ' },
  getToken: {
    zh: '令牌这样要：在 Telegram 里找 @BotFather，发 /newbot，照着做，最后它给一行像 123456:ABC… 的令牌。',
    en: [
      'To get a token: find @BotFather in Telegram, send /newbot, follow it; at ',
      'the end it gives a line like 123456:ABC…',
    ].join(''),
  },
  token: (isKept: boolean): Text => ({
    zh: `把令牌贴在这里（不会显示）${isKept ? '[用原来的]' : ''}：`,
    en: `Paste the token here (it is not shown)${isKept ? ' [keep the one there is]' : ''}: `,
  }),
  noToken: {
    zh: '这不像令牌。它是一串数字、一个英文冒号、再一长串字母。',
    en: 'This is no token. It is digits, a colon, and many letters.',
  },
  trying: { zh: '正在问 Telegram…', en: 'Asking Telegram…' },
  gatewayToken: (isKept: boolean): Text => ({
    zh: `网关的令牌（不会显示）${isKept ? '[用原来的]' : ''}：`,
    en: `The token of the gateway (it is not shown)${isKept ? ' [keep the one there is]' : ''}: `,
  }),
  gatewayPlace: (before: string | undefined): Text => ({
    zh: `网关在哪里，主机:端口；不知道就回车 [${before ?? '问服务商'}] `,
    en: [
      `Where the gateway is, host:port; Enter where you do not know `,
      `[${before ?? 'ask its provider'}] `,
    ].join(''),
  }),
  zone: (before: string): Text => ({
    zh: `时区 [${before}] `,
    en: `Time zone [${before}] `,
  }),
  noZone: (zone: string): Text => ({
    zh: `没有「${zone}」这个时区。例：Asia/Shanghai `,
    en: `There is no time zone “${zone}”. Such as Asia/Shanghai: `,
  }),
  passphrase: (isKept: boolean): Text => ({
    zh: `备份要加密吗？要就写一个口令（至少 10 个字，不会显示；丢了口令谁也打不开备份）[${isKept ? '用原来的' : '不加密'}] `,
    en: [
      `Encrypt back-ups? Then a passphrase (at least 10 characters, not shown; `,
      `without it nobody can open them) `,
      `[${isKept ? 'keep the one there is' : 'no'}] `,
    ].join(''),
  }),
  tooShort: { zh: '太短了，至少 10 个字。', en: 'Too short; at least 10 characters.' },
  written: (path: string): Text => ({
    zh: `\n✓ 写好了 ${path}（只有您能读）`,
    en: `\n✓ Wrote ${path} (only you can read it)`,
  }),
  next: (code: string | undefined, alliance: string): Text => ({
    zh: [
      '接下来：',
      '  1 启动：npm start',
      code === undefined
        ? '  2 已经有召集人了，照常用'
        : `  2 召集人私聊机器人发：/初始化 ${code} ${alliance}`,
      ...(code === undefined ? [] : ['  3 把机器人拉进群，在群里发：/启用']),
    ].join('\n'),
    en: [
      'Next:',
      '  1 Start it: npm start',
      code === undefined
        ? '  2 There is a convenor already; go on as before'
        : `  2 The convenor sends the bot in private: /setup ${code} ${alliance}`,
      ...(code === undefined ? [] : ['  3 Add the bot to the group and say there: /here']),
    ].join('\n'),
  }),
  /** Nobody can write to the bot itself; the tool that carries shows a code of its own. */
  nextByHand: {
    zh: [
      '接下来：',
      '  1 启动：npm start',
      '  2 另开一个窗口：npm run relay',
      '  3 照它写的，把第一句和群里的话贴进去，把它要发的贴出来',
    ].join('\n'),
    en: [
      'Next:',
      '  1 Start it: npm start',
      '  2 In another window: npm run relay',
      '  3 Do as it says: paste in the first line and what the groups say, paste out what it sends',
    ].join('\n'),
  },
  runs: {
    zh: '机器人正开着，用的还是原来的设置：请停掉它再启动',
    en: 'The bot runs with the settings that were there: stop it and start it again',
  },
} satisfies Record<string, Text | ((...given: never[]) => Text)>;
