import { command } from '../../../core/command.ts';
import { say } from '../../../core/outcome.ts';
import { lines } from '../../../core/text.ts';
import { openToJoin, signedUpFor } from '../../activities/index.ts';
import { ownRequests } from '../../requests/index.ts';
import { mePhrases, texts } from '../texts.ts';

/** So many lines of each kind. */
const MOST = 2;

export const me = command({
  name: 'me',
  zhName: '我的',
  aliases: ['我的报名', '我的需求', '我的活动'],
  minRole: 'guest',
  scope: 'anywhere',
  summary: {
    zh: '我报了什么、提了什么、认领了什么',
    en: 'what I signed up for, asked for and took on',
  },
  examples: ['/我的'],
  phrases: mePhrases,
  args: {},
  run: (_, context) => {
    const { person } = context;
    const going = signedUpFor(person, context);
    const { asked, inHand } = ownRequests(person, context, context.place.kind);
    const [open] = openToJoin(person, context);
    return say(
      lines(
        going.length > 0 ? texts.going(person.name) : texts.notGoing(person.name),
        ...going.slice(0, MOST),
        asked.length > 0 && texts.asked,
        ...asked.slice(0, MOST),
        inHand.length > 0 && texts.inHand,
        ...inHand.slice(0, MOST),
        open === undefined ? texts.moreOfMine : texts.alsoOpen(open),
      ),
    );
  },
});
