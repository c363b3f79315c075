import { lines, type Text } from '../../../core/text.ts';

const ANSWER: Text = {
  zh: '愿意写全名请回「同意署名」，不愿意回「不署名」。不回也不写，就问这一次',
  en: 'If your name may stand there answer “/naming yes”, if not “/naming no”. I ask only once',
};

/** Whether somebody's name may stand in what is published. */
export const namingTexts = {
  askForGroups: (masked: string): Text =>
    lines(
      {
        zh: `要发到群里的一段话里有您的名字，您没同意以前写成「${masked}」。`,
        en: `Words that go to groups hold your name; until you agree they read “${masked}”.`,
      },
      ANSWER,
    ),
  askForBoard: (number: number, masked: string): Text =>
    lines(
      {
        zh: `#${number} 办好了，谢谢您！公告栏想写上是您办的，您没同意以前不写名字（${masked}）。`,
        en: `#${number} is done, thanks! Until you agree the board names nobody (${masked}).`,
      },
      ANSWER,
    ),
  given: {
    zh: '好的，公告、战报、月报、公告栏和发到群里的表都写您的名字。不想写了请发「不署名」',
    en: 'What is published names you. To end it send “/naming no”',
  } satisfies Text,
  withdrawn: (masked: string): Text =>
    lines(
      {
        zh: `好的，公告、战报、月报、公告栏和发到群里的表都不写您的名字，写成「${masked}」。`,
        en: `Whatever is published reads “${masked}” for your name.`,
      },
      {
        zh: '还没发的和公告栏马上改；已经发到群里的收不回。愿意写了请发「同意署名」',
        en: 'The board changes now, what groups have read stays. To allow it send “/naming yes”',
      },
    ),
  isNamed: {
    zh: '公告、战报、公告栏里写您的名字。不想写请发「不署名」',
    en: 'Notices, recaps and the board name you. If they shall not send “/naming no”',
  } satisfies Text,
  isNamedByOffice: {
    zh: '您是联络员或召集人，公告、战报、公告栏里写您的名字。不想写请发「不署名」',
    en: 'Your office is named in notices and on the board. If not send “/naming no”',
  } satisfies Text,
  isHidden: (masked: string): Text => ({
    zh: `公告、战报、公告栏里您的名字写成「${masked}」。愿意写全名请发「同意署名」`,
    en: `What is published reads “${masked}”. If it may name you send “/naming yes”`,
  }),
  changedSince: {
    zh: '后来又改过，没有再动。看现在的请发「/署名」',
    en: 'It was changed since and stays. To see it send /naming',
  } satisfies Text,
};
