import { type CommandContext, groupHere } from '../../../../core/command.ts';
import { type Outcome, say, updateCard } from '../../../../core/outcome.ts';
import {
  type Audience,
  audienceName,
  audienceOf,
  type SaidAudience,
  takeAudience,
} from '../../../../identity/alliance/index.ts';
import type { Poll } from '../../records.ts';
import { asksGroup, pollCard } from '../../rules/life.ts';
import { texts } from '../../texts/polls.ts';

/** What is said of the audience; said twice it belongs to the options. */
export function takePollAudience(plan: string, { records, place }: CommandContext): SaidAudience {
  const here = groupHere(place);
  const said = takeAudience(plan, here, records);
  const isAgain = takeAudience(said.left, here, records).left !== said.left;
  return isAgain ? { left: plan } : said;
}

/** `本群`, said alone: the group in which it is said. */
export function audienceHere({ place }: CommandContext): Audience | undefined {
  return place.kind === 'group' ? { groups: [place.group] } : undefined;
}

/** Its card, where it asks the group in which it is opened; else a word that it goes elsewhere. */
export function shownHere(poll: Poll, { records, place }: CommandContext): Outcome {
  if (place.kind === 'private' || asksGroup(poll, place.group, records))
    return updateCard(pollCard(poll), undefined, { direct: true });
  return say(texts.openedFor(poll.number, audienceName(audienceOf(poll), records)));
}
