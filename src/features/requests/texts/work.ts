import { sentences, type Text } from '../../../core/text.ts';

/** What those who asked are told of an activity that does it. */
export const workTexts = {
  planned: (yours: Text, number: number, activity: number, when: Text): Text =>
    sentences(
      {
        zh: `${yours.zh} 定了：${when.zh} E${activity} 去办。`,
        en: `${yours.en} is to be done by E${activity}: ${when.en}.`,
      },
      { zh: `看进展请发「/详情 ${number}」`, en: `To follow it send “/show ${number}”` },
    ),
  plannedAnew: (yours: Text, number: number, activity: number, when: Text): Text =>
    sentences(
      {
        zh: `${yours.zh} 改到 ${when.zh} 办（E${activity} 改期了）。`,
        en: `${yours.en} is now to be done ${when.en}, as E${activity} was moved.`,
      },
      { zh: `看进展请发「/详情 ${number}」`, en: `To follow it send “/show ${number}”` },
    ),
  notPlanned: (yours: Text, number: number, activity: number): Text =>
    sentences(
      {
        zh: `${yours.zh} 这次不由 E${activity} 办了，我们再找人办。`,
        en: `${yours.en} is not to be done by E${activity} after all; we look for somebody else.`,
      },
      { zh: `看进展请发「/详情 ${number}」`, en: `To follow it send “/show ${number}”` },
    ),
};
