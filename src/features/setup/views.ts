import { groupsOf, units } from '../../identity/alliance/index.ts';
import { type NextStep, withoutLiaison } from '../../identity/people/index.ts';
import { activities } from '../activities/index.ts';
import { rules } from '../calendar/index.ts';
import { texts } from './texts/setup.ts';

/**
 * A group, units, their liaisons, fixed days: the first of these that an alliance has not got yet.
 * With its first fixed day it is told of activities, if it has none; later it knows.
 */
export const nextStep: NextStep = (records, done = {}) => {
  const { group = false, units: registered = [], invited = false, fixedDay = false } = done;
  if (groupsOf(records).length === 0 && !group) return texts.nextGroup;
  if (records.all(units).length + registered.length === 0) return texts.nextUnits;
  const waiting = withoutLiaison(records, registered);
  if (waiting.length > 0 && !invited) return texts.nextLiaisons(waiting.length);
  if (records.all(rules).length > 0) return undefined;
  if (!fixedDay) return texts.nextFixedDay;
  return records.all(activities).length === 0 ? texts.nextActivity : undefined;
};
