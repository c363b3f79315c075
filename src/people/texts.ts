import type { Text } from '../core/text.ts';

export const texts = {
  nextGroup: {
    zh: '下一步：把我拉进联盟的群，在群里发「/启用」',
    en: 'Next: add me to the alliance’s group and send /here there',
  } satisfies Text,
  nextUnits: {
    zh: '下一步：私聊我登记单位，一行一个，例：\n/单位 恒威集团\n安康大药房 医疗',
    en: 'Next: tell me the units in private, one a line, for example:\n/units 恒威集团\n安康大药房 医疗',
  } satisfies Text,
  nextLiaison: (unit: string, left: number): Text => ({
    zh: `下一步：给单位定联络员（还差 ${left} 家），请私聊我发「/邀请 ${unit} 联络员」`,
    en: `Next: a liaison for each unit (${left} to go). Send me in private: /invite ${unit} 联络员`,
  }),
};
