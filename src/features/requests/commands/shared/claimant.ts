import type { CommandContext } from '../../../../core/command.ts';
import { nothing, type Outcome, say, tell } from '../../../../core/outcome.ts';
import { nameOf } from '../../../../identity/people/index.ts';
import type { Request } from '../../records/index.ts';
import { picturesOf } from '../../rules/pictures.ts';
import { notices } from '../../texts/notices.ts';
import { shownPictures } from '../../views/index.ts';
import { hidesSomething } from '../../views/words.ts';

/**
 * What groups do not get goes to who does it, in private; where that cannot be, they are told how
 * to get it.
 */
export function sendDetails(request: Request, context: CommandContext): Outcome {
  const { records, person } = context;
  const hidden = hidesSomething(request);
  const photos = shownPictures(request, picturesOf(request, records), context.zone);
  if (!hidden && photos.length === 0) return nothing;
  const { number, text } = request;
  if (!context.reaches(person.id))
    return say(hidden ? notices.howToReach(number) : notices.howToSee(number));
  const told = hidden
    ? notices.details(number, text, nameOf(records, request.asker))
    : notices.pictures(number, text);
  return tell(person.id, told, { urgent: true, photos });
}
