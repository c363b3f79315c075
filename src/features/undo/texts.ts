import type { Text } from '../../core/text.ts';

export const texts = {
  nothing: {
    zh: '您没有可以撤销的一步。看能做什么请发「/帮助」',
    en: 'There is nothing of yours to take back. For what you can do send /help',
  } satisfies Text,
  tooLate: {
    zh: '已经过了 5 分钟，不能撤销了。要改请看「/帮助」',
    en: 'That was more than 5 minutes ago and stays. For ways to change it send /help',
  } satisfies Text,
  elsewhere: (group: string | undefined, here: 'group' | 'private'): Text => {
    const zh = group === undefined ? (here === 'group' ? '私聊里' : '别的群里') : `「${group}」里`;
    const en =
      group === undefined
        ? here === 'group'
          ? 'in private'
          : 'in another group'
        : `in “${group}”`;
    return {
      zh: `您上一步是在${zh}做的，请到那里发「/撤销」`,
      en: `Your last change was made ${en}; please send /undo there`,
    };
  },
  mayNoMore: {
    zh: '您现在的角色不能撤销这一步了，要改请找召集人',
    en: 'With the role you have now this stays; to change it ask the convenor',
  } satisfies Text,
};
