import type { Records } from '../../../../core/collection.ts';
import { fold } from '../../../../core/line.ts';
import { activities } from '../../../activities/index.ts';
import { requestNumbered } from '../../../requests/index.ts';

/** An activity or a request, as it is named in a text. */
export interface Named {
  /** `E7`, `#12` */
  readonly name: string;
  readonly isActivity: boolean;
  /** None where there is no such. */
  readonly id: string | undefined;
}

/** `E7 12`: what may count for a project. */
export function namedIn(text: string, records: Records): readonly Named[] {
  return [...fold(text).matchAll(/([e#]?)\s?(\d{1,6})/g)].map(([, letter, digits]) => {
    const number = Number(digits);
    return letter === 'e'
      ? { name: `E${number}`, isActivity: true, id: activityId(number, records) }
      : { name: `#${number}`, isActivity: false, id: requestNumbered(records, number)?.id };
  });
}

function activityId(number: number, records: Records): string | undefined {
  return records.where(activities, String(number))[0]?.id;
}
