import { type Records, remove } from '../core/collection.ts';
import { dueRule } from '../core/feature.ts';
import { remember, tell, together } from '../core/outcome.ts';
import { MINUTE } from '../core/time.ts';
import { type Unsaid, unsaid } from '../core/unsaid.ts';
import { sayWhen } from '../core/when/index.ts';
import { accountKey, accounts, convenorsOf, nameOf } from '../identity/people/index.ts';
import { deliveryTexts } from './delivery-texts.ts';

/** What is given up shortly after each other is told together, ms. */
const COLLECTED = MINUTE / 2;
/** The most that are named. */
const NAMED = 5;

/** The convenors are told, once, of what could not be said. */
export const unsaidReport = dueRule({
  name: 'what could not be said is told',
  collection: unsaid,
  at: ({ at }: Unsaid) => at + COLLECTED,
  fire: (_, context) => {
    const { records } = context;
    const all = records.slice(unsaid, 'all', 'all');
    const named = all.slice(0, NAMED).map((one) => {
      const when = sayWhen({ start: one.since }, context);
      return deliveryTexts.unsaidLine(when, one, whoseOf(one, records));
    });
    const text = deliveryTexts.unsaid(all.length, named, all.length - named.length);
    return together(
      remember(...all.map(({ id }) => remove(unsaid, id))),
      ...convenorsOf(records).map(({ id }) => tell(id, text, { lastWord: true })),
    );
  },
});

function whoseOf({ to, group }: Unsaid, records: Records): string {
  if (to.kind === 'group') return group ?? to.platform;
  const account = records.get(accounts, accountKey(to, to.chat));
  return account === undefined ? to.platform : nameOf(records, account.person);
}
