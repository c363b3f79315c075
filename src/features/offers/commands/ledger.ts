import { command } from '../../../core/command.ts';
import { refuse, say } from '../../../core/outcome.ts';
import { lines } from '../../../core/text.ts';
import { offers } from '../records.ts';
import { isOwner } from '../rules/permits.ts';
import { offerTexts } from '../texts/offers.ts';
import { ownLine } from '../views.ts';

const MOST = 20;

export const ledger = command({
  name: 'ledger',
  zhName: '台账',
  aliases: ['我的服务'],
  minRole: 'member',
  scope: 'private',
  summary: { zh: '看自己和本单位登记了什么', en: 'what you and your unit offer' },
  examples: ['/台账'],
  args: {},
  run: (_, { records, person }) => {
    const own = [person.id, ...(person.unit === undefined ? [] : [person.unit])].flatMap((party) =>
      records.slice(offers, 'ofOwner', party),
    );
    const theirs = [...new Set(own)].filter((one) => isOwner(one, person)).slice(0, MOST);
    const [first] = theirs;
    if (first === undefined) return refuse(offerTexts.noOwn);
    return say(
      lines(
        offerTexts.own(theirs.length),
        ...theirs.map(ownLine),
        offerTexts.howToChange(first.number),
      ),
    );
  },
});
