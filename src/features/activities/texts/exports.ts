import type { Text } from '../../../core/text.ts';
import type { AttendanceState, Signup } from '../records/index.ts';

/** The columns of the tables of attendance and sign-ups in files. */
export const exportTexts = {
  attendance: { zh: '考勤', en: 'attendance' } satisfies Text,
  signups: { zh: '报名', en: 'sign-ups' } satisfies Text,
  number: { zh: '编号', en: 'Number' } satisfies Text,
  activity: { zh: '活动', en: 'Activity' } satisfies Text,
  kind: { zh: '类别', en: 'Kind' } satisfies Text,
  form: { zh: '形式', en: 'Form' } satisfies Text,
  start: { zh: '开始', en: 'Start' } satisfies Text,
  place: { zh: '地点', en: 'Place' } satisfies Text,
  unit: { zh: '单位', en: 'Unit' } satisfies Text,
  name: { zh: '姓名', en: 'Name' } satisfies Text,
  state: { zh: '情况', en: 'State' } satisfies Text,
  heads: { zh: '人数', en: 'People' } satisfies Text,
  since: { zh: '报名时间', en: 'Signed up at' } satisfies Text,
  at: { zh: '签到时间', en: 'Checked in at' } satisfies Text,
  left: { zh: '签退时间', en: 'Checked out at' } satisfies Text,
  why: { zh: '更正原因', en: 'Why corrected' } satisfies Text,
  slot: { zh: '任务时段', en: 'Task or time' } satisfies Text,
  headcount: { zh: '单位报数', en: 'head-count' } satisfies Text,
  present: {
    present: { zh: '到场', en: 'present' },
    late: { zh: '迟到', en: 'late' },
    leave: { zh: '请假', en: 'on leave' },
    absent: { zh: '缺席', en: 'absent' },
    walked_in: { zh: '未报名到场', en: 'walked in' },
  } satisfies Record<AttendanceState, Text>,
  signup: {
    in: { zh: '已报名', en: 'signed up' },
    waiting: { zh: '候补', en: 'waiting' },
    leave: { zh: '请假', en: 'on leave' },
    withdrawn: { zh: '已退出', en: 'withdrew' },
  } satisfies Record<Signup['state'], Text>,
};
