import type { Records } from '../../../core/collection.ts';
import { FEW_PHOTOS, photoTexts, type ShownPhoto } from '../../../core/photos.ts';
import { lines, plain, series, type Text } from '../../../core/text.ts';
import type { ViewContext } from '../../../core/view-context.ts';
import { sayWhen, shortDate } from '../../../core/when/index.ts';
import { unitsFor } from '../../../identity/alliance/index.ts';
import { nameOf } from '../../../identity/people/index.ts';
import { type Request, type RequestEntry, requestEntries, type Use } from '../records/index.ts';
import { type Picture, picturesOf, someOf, workOf } from '../rules/pictures.ts';
import { isAlive } from '../rules/transitions.ts';
import { cardTexts } from '../texts/cards.ts';
import { categoryText } from '../texts/categories.ts';
import { emergencyTexts } from '../texts/emergency.ts';
import { happened } from '../texts/history.ts';
import { useTexts } from '../texts/uses.ts';
import { news, sentence } from './sentence.ts';
import {
  askerText,
  claimantsText,
  claimantText,
  hidesSomething,
  promiseText,
  shown,
  stateText,
} from './words.ts';

/** Of the text of a request, in front of what is new about it. */
const REMINDER = 10;

/** Changes that one message names; the latest ones. */
const CHANGES_SHOWN = 4;

/** `#12 3号楼楼道灯坏了`. */
export function headline(request: Request, records: Records, longest = 60): Text {
  const { number, urgent, text } = request;
  const mark = urgent !== undefined && isAlive(request) ? emergencyTexts.mark : plain(' ');
  return cardTexts.headline(number, mark, shown(text, request, records, longest));
}

/** A request as everybody may read it: its card, and the head of `/详情`. */
export function requestText(request: Request, context: ViewContext): Text {
  return lines(
    ...head(request, context),
    workText(request, context.records),
    nextWords(request, context.records)?.text,
  );
}

/** How to see photos of a request, where everybody reads it. */
export function howToSee(request: Request): Text {
  const words = { zh: `/详情 ${request.number}`, en: `/show ${request.number}` };
  return hidesSomething(request) ? cardTexts.picturesForSome(words) : photoTexts.inPrivate(words);
}

/** What was done can be looked at. */
function workText(request: Request, records: Records): Text | undefined {
  return request.state === 'awaiting' && workOf(request, records).length > 0
    ? howToSee(request)
    : undefined;
}

/** Photos with what they show, not more than go with a text unless more are asked for. */
export function shownPictures(
  { number }: Request,
  pictures: readonly Picture[],
  zone: string,
  most = FEW_PHOTOS,
): readonly ShownPhoto[] {
  return someOf(pictures, most).map(({ photo, step, at }) => ({
    photo,
    caption: cardTexts.picture(number, step, shortDate(at, zone)),
  }));
}

function head(request: Request, context: ViewContext): readonly (Text | undefined)[] {
  const { records } = context;
  const { claimants, seconds, reopened, kind } = request;
  const pictures = picturesOf(request, records).length;
  const asked = cardTexts.askedBy(
    askerText(request, records),
    sayWhen({ start: request.at, dateOnly: true }, context),
  );
  const others = new Set(seconds.filter((one) => one !== request.asker)).size;
  const facts = [
    ...(kind === 'need' ? [] : [cardTexts.kinds(kind)]),
    categoryText(request.category),
    stateText(request, records),
    asked,
    ...(others > 0 ? [cardTexts.seconds(others + 1)] : []),
    ...(reopened > 0 ? [cardTexts.reopened(reopened)] : []),
    ...(pictures > 0 ? [photoTexts.count(pictures)] : []),
  ];
  const promise = promiseText(request.promised, context);
  const by =
    claimants.length > 0
      ? cardTexts.claimants(claimantsText(claimants, records), promise)
      : undefined;
  return [headline(request, records), cardTexts.facts(facts), by];
}

/** The next words to type, for the state that it is in. */
export function nextWords(
  request: Request,
  records: Records,
): { text: Text; choices: readonly string[] } | undefined {
  const { number, state, urgent, use } = request;
  switch (state) {
    case 'open':
      if (use !== undefined) return nextOfUse(request, use, records);
      if (urgent !== undefined)
        return { text: emergencyTexts.next(number), choices: [`认领 ${number}`] };
      return { text: openText(request, records), choices: [`认领 ${number}`] };
    case 'claimed':
    case 'underway': {
      if (use !== undefined)
        return { text: useTexts.next.agreed(number), choices: [`完成 ${number}`] };
      const [work] = request.claimants.flatMap(({ activity }) => activity ?? []);
      if (work !== undefined)
        return {
          text: cardTexts.next.withActivity(work.number),
          choices: [`报名 E${work.number}`],
        };
      return { text: cardTexts.next.inHand(number), choices: [`完成 ${number}`, `加入 ${number}`] };
    }
    case 'awaiting': {
      const text = cardTexts.next.awaiting(number, askerText(request, records));
      return { text, choices: [`满意 ${number}`, `未解决 ${number}`] };
    }
    case 'noted':
      return { text: cardTexts.next.noted(number), choices: [`${number} 也是`] };
    default:
      return undefined;
  }
}

function nextOfUse({ number }: Request, { owner, isWaiting }: Use, records: Records) {
  if (isWaiting) return { text: useTexts.next.waiting(number), choices: [`撤回 ${number}`] };
  const text = useTexts.next.asked(number, claimantText(owner, records));
  return { text, choices: [`同意 ${number}`, `不行 ${number}`] };
}

/** The units in whose area it is are asked before others. */
function openText({ number, text, kind }: Request, records: Records): Text {
  const units = kind === 'need' ? unitsFor(text, records) : [];
  if (units.length === 0) return cardTexts.next.open(number);
  return cardTexts.next.first(
    number,
    series(units.map(({ name, short }) => plain(short[0] ?? name))),
  );
}

/** What changed since the card was last sent; a new request is shown whole. */
export function changesText(
  request: Request,
  changes: readonly string[],
  context: ViewContext,
): Text {
  const entries = changes.flatMap((id) => context.records.get(requestEntries, id) ?? []);
  if (
    entries.some(
      ({ event, undone }) => (event === 'submit' || event === 'note') && undone === undefined,
    )
  )
    return requestText(request, context);
  const sentences = entries.slice(-CHANGES_SHOWN).map((entry) => news(entry, request, context));
  const said = changeText(request, series(sentences, { zh: '；', en: '; ' }), context.records);
  return lines(said, workText(request, context.records), nextWords(request, context.records)?.text);
}

/** One change in a line, for whoever hears of it in private: `#12「灯坏了」赵磊撤销了上一步（赵磊办完了）`. */
export function newsText(entry: RequestEntry, request: Request, context: ViewContext): Text {
  return changeText(request, news(entry, request, context), context.records);
}

function changeText(request: Request, what: Text, records: Records): Text {
  return cardTexts.change(request.number, shown(request.text, request, records, REMINDER), what);
}

/**
 * Lines of history: what fits into a post to a group, with a line about photos too, and in private.
 */
const IN_GROUP = 4;
const WITH_PICTURES = 3;
const IN_PRIVATE = 40;

/** Who reads a history: a group, or somebody in private. */
type Reader = 'group' | { readonly whole: boolean; readonly pictures: Text | undefined };

/** `/详情 12`: the request with its history; in a group its end, and how to see the photos. */
export function detailsText(request: Request, reader: Reader, context: ViewContext): Text {
  const { records } = context;
  const history = records.where(requestEntries, request.id);
  const pictured = picturesOf(request, records).length > 0;
  const left = history.slice(
    -(reader === 'group' ? (pictured ? WITH_PICTURES : IN_GROUP) : IN_PRIVATE),
  );
  const earlier = history.length - left.length;
  const whole = reader !== 'group' && reader.whole && request.state !== 'withdrawn';
  const told = left.map((entry) => {
    const what = sentence(entry, request, context);
    return cardTexts.entry(
      shortDate(entry.at, context.zone),
      entry.undone === undefined ? what : happened.undone(what),
    );
  });
  return lines(
    ...head(request, context),
    whole && hidesSomething(request) && cardTexts.whole(request.text),
    whole && hidesSomething(request) && cardTexts.askerIs(nameOf(records, request.asker)),
    ...told,
    reader === 'group' ? pictured && earlier === 0 && howToSee(request) : reader.pictures,
    earlier > 0 && cardTexts.earlier(earlier, request.number, reader === 'group' && pictured),
    earlier === 0 && nextWords(request, records)?.text,
  );
}
