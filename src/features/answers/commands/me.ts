import { oneOf } from '../../../core/arguments.ts';
import { command } from '../../../core/command.ts';
import { refuse, say, sayOwn } from '../../../core/outcome.ts';
import { lines, plain } from '../../../core/text.ts';
import { whoText } from '../../../identity/people/index.ts';
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
  examples: ['/我的', '/我的 文件'],
  phrases: mePhrases,
  args: { file: oneOf({ zh: '文件', en: 'file' }, ['文件', 'file', 'json']).optional() },
  run: ({ file }, context) => {
    const { person, place } = context;
    if (file !== undefined)
      return place.kind === 'private' ? sayOwn(texts.file, person.id) : refuse(texts.fileInPrivate);
    const going = signedUpFor(person, context);
    const { asked, inHand } = ownRequests(person, context, context.place.kind);
    const [open] = openToJoin(person, context);
    // What others need not read stands in private only.
    const who =
      place.kind === 'private' && person.role !== 'guest'
        ? whoText(person, context.records)
        : plain(person.name);
    return say(
      lines(
        going.length > 0 ? texts.going(who) : texts.notGoing(who),
        ...going.slice(0, MOST),
        asked.length > 0 && texts.asked,
        ...asked.slice(0, MOST),
        inHand.length > 0 && texts.inHand,
        ...inHand.slice(0, MOST),
        open === undefined ? texts.moreOfMine(place.kind === 'private') : texts.alsoOpen(open),
      ),
    );
  },
});
