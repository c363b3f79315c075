import { command } from '../../../core/command.ts';
import { ignore } from '../../../core/ignored.ts';
import { nothing, refuse, together } from '../../../core/outcome.ts';
import { showEntry } from '../rules/apply-event.ts';
import { mayAddPhotos } from '../rules/permits.ts';
import { refusals } from '../texts/refusals.ts';
import { addPhotos, isAbout, photosAfter } from './shared/add-photos.ts';
import { requestNumber } from './shared/arguments.ts';
import { findRequest, unlessGuess } from './shared/find-request.ts';
import { undoEntry } from './shared/undo-entry.ts';

/**
 * Photos with a request's number as their caption, or sent within 3 minutes before it. The number
 * alone is talk.
 */
export const photo = command({
  name: 'photo',
  zhName: '照片',
  minRole: 'guest',
  scope: 'anywhere',
  summary: { zh: '给一件事补照片，配文写编号', en: 'add photos with the number as their caption' },
  examples: ['/照片 12'],
  args: { number: requestNumber },
  unlisted: true,
  parseWhole: ({ folded }) => {
    if (!/^[#\d]/.test(folded)) return undefined;
    const read = requestNumber.safeParse(folded);
    return read.success ? { number: read.data } : undefined;
  },
  run: ({ number }, context) => {
    if (context.trigger === 'guess' && context.photos.length === 0) return ignore('no-photo');
    const picked = findRequest(number, context, 'photos', '补照片');
    if ('answer' in picked) return picked.answer;
    const { request } = picked;
    if (context.photos.length === 0) return refuse(refusals.needsPhoto(number), `/详情 ${number}`);
    if (!mayAddPhotos(request, context.person))
      return unlessGuess(context, refusals.notYourPhoto(number), `/详情 ${number}`);
    const added = addPhotos(request, isAbout(request, context), context);
    return together(added, added.change === undefined ? nothing : showEntry(request, added.change));
  },
  undo: undoEntry,
  photosAfter,
});
