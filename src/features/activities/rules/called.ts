import { fold } from '../../../core/line.ts';
import type { Activity } from '../records/index.ts';
import { titleOf } from './identifiers.ts';

/** What the usual fixed days are called in groups that speak English. */
const ENGLISH: ReadonlyMap<string, readonly string[]> = new Map([
  ['服务日', ['service day', 'the service']],
  ['学习日', ['study day']],
]);

/**
 * What people call an activity, folded: its title and theme, and what they make of them: 饺子 of
 * 包饺子, 插花 of 插花活动.
 */
export function calledNames(activity: Activity): readonly string[] {
  const { title, theme = '' } = activity;
  const whole = [title, titleOf(activity), theme].map(fold);
  const parts = [title, theme]
    .map(fold)
    .flatMap((name) => [
      name.replace(/(活动|比赛|讲座|大会|沙龙|课|班|会|赛)$/, ''),
      name.length > 2 ? name.slice(1) : '',
    ]);
  const named = parts.filter((part) => part.length >= 2 && /^\p{Script=Han}+$/u.test(part));
  const english = whole.flatMap((name) => ENGLISH.get(name) ?? []);
  return [...new Set([...whole, ...named, ...english])].filter((name) => name !== '');
}
