import { fold } from '../../../core/line.ts';
import type { Activity } from '../records/index.ts';

/** What an activity is for, by what it is called. */
const KINDS: readonly (readonly [RegExp, Activity['kind']])[] = [
  [/联席/, 'joint'],
  [/学习|党课|党日|读书|培训|讲座/, 'study'],
  [/服务|志愿|奉献|义诊|清洁|走访|慰问|宣传/, 'service'],
  [/例会|会议|议事/, 'meeting'],
];

export function kindOf(title: string): Activity['kind'] {
  return KINDS.find(([word]) => word.test(fold(title)))?.[1] ?? 'other';
}

const NAMED: Readonly<Record<string, Activity['kind']>> = {
  学习: 'study',
  服务: 'service',
  例会: 'meeting',
  会议: 'meeting',
  联席: 'joint',
  联席会: 'joint',
  其他: 'other',
  其它: 'other',
};

/** The kind that somebody names: 学习, 服务, 例会, 其他. */
export function kindNamed(word: string): Activity['kind'] | undefined {
  return NAMED[fold(word).replace(/类$/, '')];
}
