import { fold } from '../../../core/line.ts';
import type { Activity } from '../records/index.ts';

/** What an activity is for, by what it is called. */
const KINDS: readonly (readonly [RegExp, Activity['kind']])[] = [
  [/联席/, 'joint'],
  [/学习|党课|党日|读书/, 'study'],
  [/服务|志愿|奉献|义诊|清洁|走访|慰问|宣传/, 'service'],
  [/例会|会议|议事/, 'meeting'],
];

export function kindOf(title: string): Activity['kind'] {
  return KINDS.find(([word]) => word.test(fold(title)))?.[1] ?? 'other';
}

/**
 * Whether a name says for certain that party members study among themselves. 读书 and 学习 alone are
 * also what children and neighbours do.
 */
export function isStudyDay(title: string): boolean {
  return /学习日|党课|党日/.test(fold(title));
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
