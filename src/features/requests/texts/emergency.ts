import { lines, plain, sentences, type Text } from '../../../core/text.ts';
import type { Emergency } from '../records/index.ts';

/** What saves a life comes first, and the number to call with it. */
const advice: Readonly<Record<Emergency, Text>> = {
  fire: { zh: '快离开，别坐电梯，打 119！', en: 'Leave now, no lift, call 119!' },
  gas: {
    zh: '别开灯、别打火；关阀、开窗，出了门再打 119！',
    en: 'No switch, no flame; close the valve, open windows, call 119 from outside!',
  },
  shock: { zh: '先断电，别用手拉人，打 120！', en: 'Cut the power, do not touch them, call 120!' },
  stuck: {
    zh: '按电梯里的铃，别扒门，打 119！',
    en: 'Ring the bell in the lift, do not force the door, call 119!',
  },
  hurt: { zh: '先打 120！别随便搬动伤者', en: 'Call 120 first! Do not move whoever is hurt' },
  crime: { zh: '先到安全的地方，打 110！', en: 'Get to safety, call 110!' },
  abuse: { zh: '先到安全的地方，打 110！', en: 'Get to safety, call 110!' },
  life: { zh: '打 12356 心理热线，有危险打 120', en: 'Call 12356, in danger 120' },
  help: { zh: '急事先打电话！', en: 'Call first!' },
};

const numbers: readonly (readonly [string, Text])[] = [
  ['119', { zh: '119 火警', en: '119 fire' }],
  ['120', { zh: '120 急救', en: '120 ambulance' }],
  ['110', { zh: '110 报警', en: '110 police' }],
];

export const emergencyTexts = {
  inLetter: (number: number): Text => ({
    zh: `来信 #${number} 像是急事，请马上看「/详情 ${number}」，联系本人`,
    en: `Letter #${number} seems urgent. Please read it now (“/show ${number}”) and get in touch`,
  }),
  /** In front of whatever is about an emergency. */
  mark: { zh: '【急】', en: ' [URGENT] ' } satisfies Text,
  advice: (kind: Emergency): Text => ({
    zh: `【急】${advice[kind].zh}`,
    en: `[URGENT] ${advice[kind].en}`,
  }),
  /** The numbers that the advice has not named follow it. */
  first: (kind: Emergency | undefined, dutyPhone: string | undefined): Text => {
    const what = kind === undefined ? { zh: '急事先打电话！', en: 'Call first!' } : advice[kind];
    const others = numbers.filter(([number]) => !what.zh.includes(number)).map(([, text]) => text);
    const duty =
      dutyPhone === undefined
        ? plain('')
        : { zh: `，值班 ${dutyPhone}`, en: `, duty ${dutyPhone}` };
    return lines(
      { zh: `【急】${what.zh}`, en: `[URGENT] ${what.en}` },
      sentences(
        {
          zh: `${others.map(({ zh }) => zh).join('、')}${duty.zh}。`,
          en: `${others.map(({ en }) => en).join(', ')}${duty.en}.`,
        },
        { zh: '我只能转告，不会派人', en: 'I can only pass it on and send nobody' },
      ),
    );
  },
  /** To somebody who does not want to live: warm, and with people who have time for them now. */
  youAreNotAlone: (helper: string | undefined, dutyPhone: string | undefined): Text => {
    const phone = dutyPhone === undefined ? '' : ` ${dutyPhone}`;
    const near =
      helper === undefined && dutyPhone === undefined
        ? { zh: '', en: '' }
        : {
            zh: `社区也有人陪您：${helper ?? '值班的人'}${phone}。\n`,
            en: `Somebody here has time for you too: ${helper ?? 'who is on duty'}${phone}.\n`,
          };
    return {
      zh: `听您这么说，我很担心您。您不是一个人，先别做任何决定。\n请现在就打心理援助热线 12356，一天 24 小时都有人听您说；有危险请打 120 或 110。\n${near.zh}身边要是有人，请让他们先陪着您`,
      en: `I am worried about you. You are not alone; please decide nothing now.\nCall 12356, somebody listens day and night; in danger call 120 or 110.\n${near.en}If anybody is near, let them stay with you`,
    };
  },
  inConfidence: {
    zh: '这件事我不发到群里，只告诉召集人',
    en: 'I tell nobody of this but the convenor, and no group',
  } satisfies Text,
  toAllGroups: {
    zh: '要让各群都知道，请发「需求 什么地方怎么了」',
    en: 'To let all groups know, send “/need” with what happened where',
  } satisfies Text,
  /** To the convenor, about what somebody said. */
  cried: (who: string, group: string | undefined, words: string, kind: Emergency): Text =>
    lines(
      {
        zh: `【急】${who}${group === undefined ? '私聊我' : `在${group || '群里'}`}说：${words}`,
        en: `[URGENT] ${who} said ${group === undefined ? 'in private' : `in ${group || 'a group'}`}: ${words}`,
      },
      {
        zh: `我请对方${advice[kind].zh.replace(/！$/, '')}。请马上联系、核实`,
        en: `I told them: ${advice[kind].en} Please call them now`,
      },
    ),
  /** To the convenor, about a request. */
  asked: (number: number, text: string, who: string): Text =>
    lines(
      { zh: `【急】#${number} ${text}`, en: `[URGENT] #${number} ${text}` },
      {
        zh: `${who}刚提的，请马上联系、核实。派单位去请发「/指派 ${number} 单位」`,
        en: `${who} has just asked; please call them now. To send a unit “/assign ${number} UNIT”`,
      },
    ),
  passedOn: {
    zh: '已经转告召集人了。要是虚惊一场，请跟召集人说一声',
    en: 'The convenor has been told. If it was a false alarm, please tell them',
  } satisfies Text,
  /** Instead of a time that somebody promises. */
  next: (number: number): Text => ({
    zh: `在附近能搭手的请发「认领 ${number}」，先顾好自己`,
    en: `If you are near and can help send “claim ${number}”; keep safe yourself`,
  }),
};
