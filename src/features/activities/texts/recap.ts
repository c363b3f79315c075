import { counted, lines, type Text } from '../../../core/text.ts';

type Served = { readonly people: number; readonly estimated: boolean };

/** What came of an activity. */
export const recapTexts = {
  title: (number: number, title: string, date: Text, place: string | undefined): Text => ({
    zh: `【战报】E${number} ${title} ${date.zh}${place === undefined ? '' : ` ${place}`}`,
    en: `[What came of it] E${number} ${title}, ${date.en}${place === undefined ? '' : `, ${place}`}`,
  }),
  there: (heads: number, units: Text | undefined, count: number): Text => ({
    zh: `到场 ${heads} 人${units === undefined ? '' : `，${units.zh}${count > 1 ? `，共 ${count} 家` : ''}`}`,
    en: `${counted(heads, 'person was', 'people were')} there${units === undefined ? '' : `: ${units.en}`}`,
  }),
  served: ({ people, estimated }: Served): Text => ({
    zh: `惠及 ${people} 人次${estimated ? '（估）' : ''}`,
    en: `People served: ${people}${estimated ? ' (estimated)' : ''}`,
  }),
  did: (numbers: readonly number[]): Text => ({
    zh: `办了大家提的 ${numbers.map((one) => `#${one}`).join('、')}`,
    en: `It did what was asked for: ${numbers.map((one) => `#${one}`).join(', ')}`,
  }),
  thanks: (number: number): Text => ({
    zh: `谢谢大家！看这次活动请发「/活动 E${number}」`,
    en: `Thank you all! To see it send “/activity E${number}”`,
  }),
  preview: (recap: Text, groups: number, photos: number): Text =>
    lines(
      {
        zh: `战报，回「发」就发到 ${groups} 个群${photos > 0 ? `；照片（${photos} 张）不发，您挑好自己发` : ''}：`,
        en: `What came of it; “发” sends it to ${counted(groups, 'group')}${photos > 0 ? `, without the photos (${photos}), which you may send yourself` : ''}:`,
      },
      recap,
    ),
  shownInPrivate: (number: number): Text => ({
    zh: `E${number} 的战报私聊给您看了，回「发」就发到群里`,
    en: `I showed you the recap of E${number} in private; “发” sends it to the groups`,
  }),
  howToReach: (number: number): Text => ({
    zh: `战报先给您一个人看，请私聊我发「/战报 E${number}」`,
    en: `You see it first: send me “/recap E${number}” in private`,
  }),
  sent: (number: number, groups: number): Text => ({
    zh: `E${number} 的战报发到 ${groups} 个群了。要补充请发「小结 E${number} …」`,
    en: `The recap of E${number} goes to ${counted(groups, 'group')}. To add to the record send “小结 E${number} …”`,
  }),
  sentAlready: (number: number, when: Text): Text => ({
    zh: `E${number} 的战报 ${when.zh} 发过了，一次活动只发一次。看记录请发「小结 E${number}」`,
    en: `The recap of E${number} was sent ${when.en}, and is sent once. For the record send “小结 E${number}”`,
  }),
  noRecord: (number: number): Text => ({
    zh: `E${number} 还没有小结，写了就有战报。例：小结 E${number} 清理楼道6处，惠及38人次`,
    en: `E${number} has no record yet. For example: 小结 E${number} 清理楼道6处，惠及38人次`,
  }),
  noneHeld: {
    zh: '没有刚办完的活动。看一次的请发「/战报 E7」',
    en: 'Nothing was held of late. For one of them send “/recap E7”',
  } satisfies Text,
  staysSent: (number: number): Text => ({
    zh: `E${number} 的战报已经发出去了，撤不回。要更正请在群里说一声，或发「小结 E${number} 改为 …」`,
    en: `The recap of E${number} has gone out. To correct it tell the groups, or send “小结 E${number} 改为 …”`,
  }),
  waits: {
    zh: '战报还没发，不回「发」就不会发。要改请先改小结',
    en: 'The recap was not sent and will not be unless you send “发”. To change it change the record',
  } satisfies Text,
  howTo: (number: number): Text => ({
    zh: `让大家看看成果请发「/战报 E${number}」`,
    en: `To tell everybody what came of it send “/recap E${number}”`,
  }),
};
