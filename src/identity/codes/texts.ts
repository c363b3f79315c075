import { sentences, type Text } from '../../core/text.ts';

export const texts = {
  wrong: {
    zh: '这个码不对，或者已经用过、过期了。请向给您码的人再要一个',
    en: 'This code is wrong, was used already, or has expired. Please ask for a new one',
  } satisfies Text,
  locked: (minutes: number): Text => ({
    zh: `错的次数太多了，请 ${minutes} 分钟后再试`,
    en: `Too many wrong codes. Please try again in ${minutes} minutes`,
  }),
  exposed: (count: number): Text =>
    count === 1
      ? sentences(
          {
            zh: '码在群里说出来大家都看得到，我已经作废了。',
            en: 'Everybody here can read that code, so it is void now.',
          },
          {
            zh: '请再要一个，私聊我发',
            en: 'Please ask for a new one and send it to me in private',
          },
        )
      : sentences(
          {
            zh: `码在群里说出来大家都看得到，这 ${count} 个我都作废了。`,
            en: `Everybody here can read those ${count} codes, so all of them are void now.`,
          },
          {
            zh: '请各自再要一个，私聊我发',
            en: 'Please ask for new ones and send them to me in private',
          },
        ),
};
