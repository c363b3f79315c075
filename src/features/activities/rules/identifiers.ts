import type { Records } from '../../../core/collection.ts';
import { type Activity, activities } from '../records/index.ts';

export function activityNumbered(records: Records, number: number): Activity | undefined {
  return records.where(activities, String(number))[0];
}

/** The activity's id in that of somebody's part in it, `<activity>/<person>`. */
export function activityIn(id: string): string {
  return id.slice(0, id.indexOf('/'));
}

/** `服务日`, and `服务日·义诊` once it is settled what is done on that day. */
export function titleOf({ title, theme }: Activity): string {
  return theme === undefined ? title : `${title}·${theme}`;
}

/** The card of an activity. */
export function activityCard({ id }: Pick<Activity, 'id'>): string {
  return `activity:${id}`;
}

/** The card of who is there. */
export function attendanceCard({ id }: Pick<Activity, 'id'>): string {
  return `attendance:${id}`;
}
