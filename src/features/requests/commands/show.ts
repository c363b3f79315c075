import { oneOf } from '../../../core/arguments.ts';
import { type CommandContext, command } from '../../../core/command.ts';
import { type Outcome, refuse, say, sayPhotos } from '../../../core/outcome.ts';
import { FEW_PHOTOS, MOST_PHOTOS, photoTexts, type ShownPhoto } from '../../../core/photos.ts';
import type { Text } from '../../../core/text.ts';
import { showLetter } from '../../letters/index.ts';
import type { Request } from '../records/index.ts';
import { mayReadWhole, maySeePhotos } from '../rules/permits.ts';
import { picturesOf } from '../rules/pictures.ts';
import { cardTexts } from '../texts/cards.ts';
import { refusals } from '../texts/refusals.ts';
import { showWording } from '../texts/wording-checking.ts';
import { detailsText, howToSee, shownPictures } from '../views/index.ts';
import { hidesSomething } from '../views/words.ts';
import { requestNumber } from './shared/arguments.ts';
import { findRequest } from './shared/find-request.ts';

export const show = command({
  name: 'show',
  zhName: '详情',
  aliases: ['查'],
  minRole: 'guest',
  scope: 'anywhere',
  summary: { zh: '看一件事的经过和照片', en: 'one thing with its history and photos' },
  examples: ['/详情 12', '/查 #12', '/详情 12 照片'],
  args: {
    number: requestNumber,
    only: oneOf({ zh: '照片', en: 'photos' }, ['照片', 'photos']).optional(),
  },
  wording: showWording,
  run: ({ number, only }, context) => {
    const ofLetter = showLetter(number, context);
    if (ofLetter !== undefined) return ofLetter;
    const picked = findRequest(number, context, undefined, '详情');
    if ('answer' in picked) return picked.answer;
    const { request } = picked;
    if (only !== undefined) return sendPhotos(request, context);
    if (context.place.kind === 'group') return say(detailsText(request, 'group', context));
    const { photos, text } = seenBy(context, request, FEW_PHOTOS);
    const whole = mayReadWhole(request, context.person);
    return sayPhotos(detailsText(request, { whole, pictures: text }, context), photos);
  },
});

/** `/详情 12 照片`: as many as a message can hold. */
function sendPhotos(request: Request, context: CommandContext): Outcome {
  const { number } = request;
  const isGone = request.state === 'withdrawn';
  const count = isGone ? 0 : picturesOf(request, context.records).length;
  if (count === 0) return refuse(refusals.noPhotos(number));
  if (context.place.kind === 'group') return say(howToSee(request));
  const { photos, text } = seenBy(context, request, MOST_PHOTOS);
  const title = cardTexts.pictures(number, photoTexts.most(count, photos.length));
  return sayPhotos(photos.length > 0 ? title : (text ?? title), photos);
}

/** The photos that somebody is sent in private, and what is said about the others. */
function seenBy(
  { records, person, zone }: CommandContext,
  request: Request,
  most: number,
): { readonly photos: readonly ShownPhoto[]; readonly text: Text | undefined } {
  const all = request.state === 'withdrawn' ? [] : picturesOf(request, records);
  const hidden = hidesSomething(request);
  if (all.length > 0 && !maySeePhotos(request, person, hidden, records)) {
    const text = hidden
      ? refusals.photosForSome(photoTexts.count(all.length))
      : photoTexts.forMembers(all.length);
    return { photos: [], text };
  }
  const photos = shownPictures(request, all, zone, most);
  const words = { zh: `/详情 ${request.number} 照片`, en: `/show ${request.number} photos` };
  return {
    photos,
    text:
      photos.length < all.length ? photoTexts.more(all.length, photos.length, words) : undefined,
  };
}
